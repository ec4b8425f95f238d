//! The matrix adds up, splits where owners differ, and names the weakest layer first.

use super::*;

fn layer(id: &str) -> LayerId {
    LayerId::find(id).unwrap()
}

fn model(id: &str) -> ModelId {
    ModelId::find(id).unwrap()
}

fn placed(types: &[&str]) -> Matrix {
    let mut matrix = Matrix::default();
    for type_name in types {
        let provider = type_name.split('_').next().unwrap();
        let covered = |_| true;
        matrix.place(type_name, provider, &Placement::of_type(type_name), covered, || format!("{type_name}.x"));
    }
    matrix
}

fn tally(secure: u32, insecure: u32, unknown: u32) -> Tally {
    Tally { secure, insecure, unknown, ..Tally::default() }
}

#[test]
fn columns_are_the_models_in_use() {
    let matrix = placed(&["aws_iam_role", "aws_instance", "random_id", "aws_s3_bucket", "aws_s3_bucket"]);
    let columns: Vec<_> = matrix.models().map(ModelId::id).collect();
    assert_eq!(columns, ["iaas", "paas", "mgmt"]);
    assert_eq!(matrix.cell(layer("os"), model("iaas")).unwrap().owner(), Owner::Customer);
    assert_eq!(matrix.cell(layer("os"), model("paas")).unwrap().owner(), Owner::Provider);
    assert_eq!(matrix.cell(layer("os"), model("saas")), None);
    assert_eq!(matrix.resources(model("paas")), 2);
    assert_eq!(matrix.providers(model("paas")), ["aws"]);
    assert_eq!(matrix.services(model("paas")).len(), 1);
}

#[test]
fn a_cell_is_shared_where_its_resources_differ_and_says_which() {
    let mut matrix = placed(&["aws_ecs_service"]);
    let fargate = conditions_of("aws_ecs_service").next().unwrap();
    let placement = Placement::of_type("aws_ecs_service").under(fargate);
    matrix.place("aws_ecs_service", "aws", &placement, |_| true, || "aws_ecs_service.shop".to_owned());
    let cell = matrix.cell(layer("os"), model("caas")).unwrap();
    assert_eq!(cell.owner(), Owner::Shared);
    assert!(cell.is_split());
    assert_eq!((cell.resources_of(Owner::Shared), cell.resources_of(Owner::Provider)), (1, 1));
    let note = cell.note.as_ref().unwrap();
    assert_eq!((note.address.as_str(), note.owner), ("aws_ecs_service.shop", Owner::Provider));
    assert!(!matrix.cell(layer("network"), model("caas")).unwrap().is_split());
}

#[test]
fn tallies_add_up_over_models_and_roots() {
    let mut matrix = placed(&["aws_instance"]);
    matrix.add_tally(layer("network"), model("iaas"), tally(4, 1, 0));
    matrix.add_tally(layer("network"), model("paas"), tally(2, 0, 1));
    matrix.add_tally(layer("accounts"), ModelId::NONE, tally(0, 1, 0));
    let mut other = placed(&["aws_s3_bucket"]);
    other.add_tally(layer("network"), model("paas"), Tally { accepted: 3, unset: 1, ..Tally::default() });
    matrix.merge(other);
    let network = matrix.layer_tally(layer("network"));
    assert_eq!((network.done(), network.open(), network.total()), (6, 2, 12));
    assert_eq!(matrix.tally().total(), 13);
    assert_eq!(matrix.models().map(ModelId::id).collect::<Vec<_>>(), ["iaas", "paas"]);
}

#[test]
fn one_hundred_percent_only_if_all_are_secure() {
    assert_eq!(Tally::default().percent(), None);
    assert_eq!(tally(999, 1, 0).percent(), Some(99));
    assert_eq!(tally(1, 0, 1).percent(), Some(50));
    assert_eq!(Tally { secure: 1, secure_by_default: 2, ..Tally::default() }.percent(), Some(100));
    assert_eq!(Tally { secure: 1, accepted: 1, ..Tally::default() }.percent(), Some(50));
}

#[test]
fn the_weakest_layer_has_the_worst_finding_then_the_most_then_the_least_done() {
    let (network, encryption, os) = (layer("network"), layer("encryption"), layer("os"));
    let mut matrix = Matrix::default();
    matrix.add_tally(network, model("iaas"), tally(9, 1, 0));
    matrix.add_tally(encryption, model("iaas"), tally(0, 1, 0));
    assert_eq!(matrix.weakest([(network, 3), (encryption, 2), (encryption, 2)]), Some(network));
    assert_eq!(matrix.weakest([(network, 3), (os, 3), (os, 1), (network, 3)]), Some(network));
    assert_eq!(matrix.weakest([(network, 3), (encryption, 3)]), Some(encryption));
    assert_eq!(matrix.weakest::<u8>([]), None);
}

#[test]
fn what_no_setting_covers_is_counted() {
    let mut matrix = Matrix::default();
    let bucket = Placement::of_type("aws_s3_bucket");
    matrix.place("aws_s3_bucket", "aws", &bucket, |it| it.id() == "encryption", String::new);
    assert_eq!(matrix.cell(layer("encryption"), model("paas")).unwrap().uncovered, 0);
    assert_eq!(matrix.cell(layer("logging"), model("paas")).unwrap().uncovered, 1);
    assert_eq!(matrix.cell(layer("os"), model("paas")).unwrap().uncovered, 0);
    assert_eq!(matrix.uncovered_types().count(), 0);
    matrix.place("aws_sqs_queue", "aws", &Placement::of_type("aws_sqs_queue"), |_| false, String::new);
    matrix.place("random_id", "random", &Placement::of_type("random_id"), |_| false, String::new);
    assert_eq!(matrix.uncovered_types().collect::<Vec<_>>(), [("aws_sqs_queue", 1)]);
}

#[test]
fn duties_come_with_the_models_in_use() {
    let matrix = placed(&["aws_lambda_function"]);
    assert!(matrix.duties().any(|duty| duty.id == "app-deps"));
    assert!(!matrix.duties().any(|duty| duty.id == "os-patch"));
    assert_eq!(Matrix::default().duties().count(), 0);
}
