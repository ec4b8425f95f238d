//! Facts of provider schemas, compiled in: attributes, nesting, types, flags, defaults by major version, renames.
//!
//! build.rs writes the facts of `rules/schemas/` as one file, which is read in place: nothing is parsed at start-up.
//! Also here: Terraform's version constraints, and the normal form that every instance of the estate has.

pub mod facts;
pub mod layout;
pub mod normal;
pub mod path;
pub mod version;

pub use facts::*;
pub use normal::{normalize, value_at};
pub use path::{PathError, ResolvedPath, nearest, resolve_path};
pub use version::{Constraint, Version, provider_version};

use crate::value::{SchemaRef, Ty};

static FACTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemas.bin"));

fn facts() -> facts::Facts {
    facts::Facts::new(FACTS)
}

impl From<SchemaRef> for BlockSchema {
    fn from(handle: SchemaRef) -> Self {
        Self(handle.0)
    }
}

impl From<BlockSchema> for SchemaRef {
    fn from(block: BlockSchema) -> Self {
        Self(block.0)
    }
}

static TYPES: [Ty<'static>; layout::ty::COUNT] = {
    let mut types = [Ty::Any; layout::ty::COUNT];
    types[layout::ty::BOOL as usize] = Ty::Bool;
    types[layout::ty::NUMBER as usize] = Ty::Number;
    types[layout::ty::STRING as usize] = Ty::String;
    let first = layout::ty::COLLECTIONS as usize;
    let mut code = first;
    while code < layout::ty::COUNT {
        let element = &TYPES[(code - first) / 3];
        types[code] = match (code - first) % 3 {
            0 => Ty::List(element),
            1 => Ty::Set(element),
            _ => Ty::Map(element),
        };
        code += 1;
    }
    types
};

impl Type {
    /// The same type in the vocabulary of values.
    pub fn ty(self) -> &'static Ty<'static> {
        &TYPES[self.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attr(type_name: &str, path: &str) -> Attr {
        let root = resource(type_name).expect(type_name).root();
        let names: Vec<&str> = path.split('.').collect();
        resolve_path(root, &names).expect(path).last().unwrap()
    }

    #[test]
    fn attributes_have_the_types_and_flags_of_the_provider() {
        let encrypted = attr("aws_db_instance", "storage_encrypted");
        assert_eq!(encrypted.ty().to_string(), "bool");
        assert!(encrypted.optional() && !encrypted.is_block());
        let access = attr("aws_eks_cluster", "vpc_config.public_access_cidrs");
        assert_eq!(access.ty().to_string(), "set(string)");
        assert_eq!(format!("{}", access.ty().ty()), "set(string)");
        let vpc = attr("aws_eks_cluster", "vpc_config");
        assert!(vpc.is_block() && vpc.required() && !vpc.repeats());
        assert_eq!(vpc.nesting(), Some(Nesting::List));
        let ingress = attr("aws_security_group", "ingress");
        assert_eq!((ingress.nesting(), ingress.repeats()), (Some(Nesting::Set), true));
        assert!(attr("aws_db_instance", "password").sensitive());
        assert!(attr("aws_db_instance", "password_wo").write_only());
    }

    #[test]
    fn every_type_is_sorted_and_found_by_its_name() {
        for kind in [TypeKind::Managed, TypeKind::Data, TypeKind::Provider] {
            let names: Vec<&str> = types(kind).map(TypeSchema::name).collect();
            assert!(names.is_sorted_by(|a, b| a < b), "{kind:?}");
            assert!(types(kind).all(|ty| find(kind, ty.name()) == Some(ty)));
            let sorted = |ty: TypeSchema| ty.root().attrs().map(Attr::name).is_sorted_by(|a, b| a < b);
            assert!(types(kind).all(sorted), "{kind:?}");
        }
        assert!(types(TypeKind::Managed).len_at_least(13_000));
        assert_eq!(providers().len(), 69);
        assert_eq!(provider_config("aws").unwrap().root().attr("region").unwrap().ty().to_string(), "string");
        assert!(resource("aws_no_such_type").is_none());
        assert!(data_source("aws_ami").is_some());
    }

    trait LenAtLeast: Iterator + Sized {
        fn len_at_least(self, least: usize) -> bool {
            self.count() >= least
        }
    }
    impl<I: Iterator> LenAtLeast for I {}

    #[test]
    fn what_google_lacks_is_found_in_google_beta() {
        let beta: Vec<Attr> = types(TypeKind::Managed)
            .filter(|ty| ty.provider().name() == "google")
            .flat_map(|ty| ty.root().attrs())
            .filter(|attr| attr.beta())
            .collect();
        assert!(!beta.is_empty());
        let own = types(TypeKind::Managed).find(|ty| ty.provider().name() == "google-beta").unwrap();
        assert!(own.name().starts_with("google_"), "{}", own.name());
        assert!(!attr("google_compute_instance", "name").beta());
    }

    #[test]
    fn defaults_follow_the_major_version() {
        let public = attr("azurerm_storage_account", "allow_nested_items_to_be_public");
        let of = |major| public.default(major).map(|fact| (fact.value, fact.since, fact.source));
        assert_eq!(of(Some(4)), Some((DefaultValue::Bool(true), None, Source::Declared)));
        assert_eq!(of(Some(5)), Some((DefaultValue::Bool(false), Some(5), Source::Declared)));
        assert_eq!(of(None), of(Some(5)));
        let tls = attr("azurerm_storage_account", "min_tls_version");
        assert_eq!(tls.default(Some(2)), None, "azurerm 2 declares none");
        assert_eq!(tls.default(Some(4)).and_then(|fact| fact.since), Some(3));
        let encrypted = attr("aws_db_instance", "storage_encrypted").default(None).unwrap();
        assert_eq!((encrypted.value, encrypted.source), (DefaultValue::Bool(false), Source::Documented));
        assert_eq!(attr("aws_db_instance", "db_name").default(None), None);
    }

    #[test]
    fn renames_are_found_from_todays_path() {
        let older = renamed_from("aws_db_instance", "db_name");
        assert_eq!(older, [Renamed { type_name: "aws_db_instance", path: "name".into(), since: 5 }]);
        let moved = renamed_from("aws_s3_bucket_acl", "acl");
        assert_eq!(moved, [Renamed { type_name: "aws_s3_bucket", path: "acl".into(), since: 4 }]);
        let inner = renamed_from("aws_s3_bucket_cors_configuration", "cors_rule.allowed_origins");
        assert_eq!(inner[0].path, "cors_rule.allowed_origins");
        assert!(renamed_from("aws_db_instance", "storage_encrypted").is_empty());
    }

    #[test]
    fn a_misspelt_path_names_the_step_and_the_nearest_name() {
        let root = resource("aws_eks_cluster").unwrap().root();
        let error = resolve_path(root, &["vpc_config", "endpoint_pubic_access"]).unwrap_err();
        assert_eq!(error, PathError { at: 1, nearest: Some("endpoint_public_access") });
        assert_eq!(resolve_path(root, &["tags", "Owner"]).unwrap().open, 1);
        assert_eq!(resolve_path(root, &["name", "x"]).unwrap_err(), PathError { at: 1, nearest: None });
        assert_eq!(resolve_path(root, &["quite_another_thing"]).unwrap_err().nearest, None);
        let acl = resource("aws_wafv2_web_acl").unwrap().root();
        assert!(resolve_path(acl, &["rule", "statement", "anything", "below"]).unwrap().open > 0);
    }

    #[test]
    fn types_without_facts_still_have_a_provider() {
        assert_eq!(provider_of("aws_instance"), "aws");
        assert_eq!(provider_of("awscc_s3_bucket"), "awscc");
        assert_eq!(provider_of("googleworkspace_user"), "googleworkspace");
        assert_eq!(provider_of("terraform_data"), "terraform");
        assert_eq!(provider_of("http"), "http");
        assert_eq!(provider_of("acme_certificate"), "acme");
        let names: Vec<&str> = providers().map(Provider::name).collect();
        assert!(names.is_sorted(), "{names:?}");
        assert!(names.iter().all(|name| provider(name).is_some()));
        let aws = provider("aws").unwrap();
        assert_eq!((aws.source(), aws.newest_version(), aws.majors()), ("hashicorp/aws", "6.25.0", 3..=6));
        assert_eq!(provider("github").unwrap().newest_version(), "6.13.0");
    }
}
