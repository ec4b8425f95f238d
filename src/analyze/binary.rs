//! Binary plans: what `terraform plan -out` writes, read by `terraform show -json`. The only place where onus runs a program,
//! and only for `onus plan FILE`, whose file the user names.

use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::discover::{self, Content};
use crate::source::access::MAX_PLAN_SIZE;

/// How much of what the program says about a failure is told, in bytes.
const MAX_WORDS: u64 = 4 << 10;

/// The programs that are looked for, in this order.
const PROGRAMS: [&str; 2] = ["terraform", "tofu"];

/// Whether a file holds a binary plan.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    discover::content(bytes) == Content::BinaryPlan
}

/// The JSON of a binary plan, as `program` or else the first of `terraform` and `tofu` that can read it gives it, run in
/// `directory`: neither reads what the other made. `Err` says what went wrong first, and the way out.
pub(super) fn read(file: &Path, shown: &str, program: Option<&Path>, directory: &Path) -> Result<Vec<u8>, Failure> {
    let given: Vec<&Path> = program.map_or_else(|| PROGRAMS.iter().map(Path::new).collect(), |program| vec![program]);
    let way_out = format!("terraform show -json {shown} > plan.json, then onus plan plan.json");
    let mut failure = None;
    for program in &given {
        match run(program, file, directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                let message = format!("{} could not be run: {error}", program.display());
                return Err(Failure { message, help: Some(format!("or: {way_out}")) });
            }
            Ok(Ok(bytes)) => return Ok(bytes),
            Ok(Err(words)) => {
                let message = format!("`{} show -json {shown}` failed: {words}", program.display());
                let help = "run it where the plan was made, after `terraform init`".to_owned();
                failure = failure.or(Some(Failure { message, help: Some(help) }));
            }
        }
    }
    if let Some(failure) = failure {
        return Err(failure);
    }
    let message = match program {
        Some(program) => format!("{shown} is a binary plan; {} is not there to read it", program.display()),
        None => format!("{shown} is a binary plan; reading it needs terraform or tofu on PATH"),
    };
    Err(Failure { message, help: Some(format!("or: {way_out}")) })
}

/// Why a binary plan was not read.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// What the program prints; the inner `Err` is what it says of its failure.
fn run(program: &Path, file: &Path, directory: &Path) -> io::Result<Result<Vec<u8>, String>> {
    let mut child = Command::new(program)
        .args(["show", "-json"])
        .arg(file)
        .current_dir(directory)
        .env("TF_IN_AUTOMATION", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (mut bytes, words) = (Vec::new(), child.stderr.take());
    // Both are read at once: a program that fills one pipe while the other is read would wait for ever.
    let (read, words) = std::thread::scope(|scope| {
        let words = scope.spawn(|| {
            let mut text = Vec::new();
            let Some(mut pipe) = words else { return text };
            // What comes after is read too, and left out.
            let _ = pipe.by_ref().take(MAX_WORDS).read_to_end(&mut text);
            let _ = io::copy(&mut pipe, &mut io::sink());
            text
        });
        let read = child.stdout.take().map_or(Ok(0), |pipe| pipe.take(MAX_PLAN_SIZE + 1).read_to_end(&mut bytes));
        (read, words.join().unwrap_or_default())
    });
    if bytes.len() as u64 > MAX_PLAN_SIZE {
        let _ = child.kill();
    }
    let status = child.wait()?;
    read?;
    if status.success() {
        return Ok(Ok(bytes));
    }
    let words = String::from_utf8_lossy(&words);
    let words: Vec<&str> =
        words.lines().map(|line| line.trim_matches(['│', '╷', '╵', ' '])).filter(|line| !line.is_empty()).collect();
    Ok(Err(words.join(" ")))
}
