//! Which of Terraform's JSON forms a text is, and why it may be none that can be read.

use memchr::memmem;

use super::trim::Removed;

/// What a JSON text of Terraform's is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `terraform show -json PLAN`
    Plan,
    /// `terraform show -json` of a state.
    State,
    /// `terraform.tfstate`
    StateFile,
    /// `terraform plan -json`: a log, one object a line.
    Log,
}

/// Why a text is no plan that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// It is Terraform's own file of a state.
    #[error("this is a state file, not a plan")]
    StateFile,
    /// It is what `terraform plan -json` prints while it runs.
    #[error("this is the log of `terraform plan -json`, not a plan")]
    Log,
    /// It is something else.
    #[error("this is not the JSON of a plan")]
    NotAPlan,
    /// Its format is of a major version that came later.
    #[error("the plan has format {0}, this version of onus reads 0.1 to 1.x")]
    Version(String),
    /// It begins like a plan and is broken.
    #[error("the plan cannot be read: line {line}, column {column}: {message}")]
    Broken {
        /// 1-based line.
        line: usize,
        /// 1-based column, in bytes.
        column: usize,
        /// What is wrong there; never holds a value of the plan.
        message: String,
    },
}

impl PlanError {
    /// The same, of a text from which that was taken out before it was read.
    #[must_use]
    pub fn in_whole(self, removed: &Removed) -> Self {
        match self {
            Self::Broken { line, column, message } => {
                let (line, column) = removed.place_in_whole(line, column);
                Self::Broken { line, column, message }
            }
            other => other,
        }
    }

    /// The way out: what to run instead.
    pub fn help(&self) -> Option<String> {
        let make = "terraform plan -out tfplan && terraform show -json tfplan | onus plan -";
        match self {
            Self::StateFile => Some("its JSON can be judged: terraform show -json | onus check -".to_owned()),
            Self::Log | Self::NotAPlan => Some(make.to_owned()),
            Self::Version(_) => Some("look for a newer version of onus".to_owned()),
            Self::Broken { .. } => Some(format!("make it again: {make}")),
        }
    }
}

/// Tells which of Terraform's JSON forms a text is, by its keys; `None`: none of them.
pub fn recognize(bytes: &[u8]) -> Option<Form> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !bytes.starts_with(b"{") {
        return None;
    }
    let head = &bytes[..bytes.len().min(4096)];
    let has = |text: &[u8], key: &str| memmem::find(text, key.as_bytes()).is_some();
    if has(head, "\"@level\"") && has(head, "\"@message\"") {
        return Some(Form::Log);
    }
    // Tools that sort keys put a large section before the version, so the whole text is searched.
    if has(bytes, "\"format_version\"") {
        let plan = ["\"resource_changes\"", "\"planned_values\"", "\"configuration\""];
        if plan.iter().any(|key| has(bytes, key)) {
            return Some(Form::Plan);
        }
        return (has(bytes, "\"values\"") || has(bytes, "\"terraform_version\"")).then_some(Form::State);
    }
    (has(head, "\"lineage\"") && has(head, "\"serial\"")).then_some(Form::StateFile)
}

/// Whether a text is the JSON of a plan, by its keys.
pub fn is_plan(bytes: &[u8]) -> bool {
    recognize(bytes) == Some(Form::Plan)
}

/// serde_json's messages may quote what stands in the text, which may be a secret: only the kind of error is said.
pub(super) fn broken(error: &serde_json::Error) -> PlanError {
    let message = match error.classify() {
        serde_json::error::Category::Eof => "the text ends too early",
        serde_json::error::Category::Syntax => "this is not valid JSON",
        serde_json::error::Category::Data => "this is not what the format of plans has here",
        serde_json::error::Category::Io => "it could not be read",
    };
    PlanError::Broken { line: error.line(), column: error.column(), message: message.to_owned() }
}
