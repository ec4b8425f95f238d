//! What end-to-end tests share: a builder that runs the binary.
#![allow(
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    reason = "each test crate uses a part of it, and fails if it cannot be set up"
)]

pub mod git;

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A run of the binary: `onus().args(["check"]).file("main.tf", "…").run()`.
pub struct Onus {
    dir: tempfile::TempDir,
    args: Vec<String>,
    env: Vec<(String, String)>,
    stdin: String,
}

/// What a run left behind.
pub struct Ran {
    /// What stdout got.
    pub stdout: String,
    /// What stderr got.
    pub stderr: String,
    /// The exit code.
    pub code: i32,
}

/// A run in a directory of its own, with a UTF-8 locale and nothing else from the environment.
pub fn onus() -> Onus {
    let dir = tempfile::tempdir().unwrap();
    Onus { dir, args: Vec::new(), env: vec![("LC_ALL".into(), "C.UTF-8".into())], stdin: String::new() }
}

impl Onus {
    /// Adds arguments.
    pub fn args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Writes a file into the directory of the run.
    pub fn file(self, path: &str, text: &str) -> Self {
        let path = self.dir.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Writes several files.
    pub fn files<P: AsRef<str>, T: AsRef<str>>(self, files: impl IntoIterator<Item = (P, T)>) -> Self {
        files.into_iter().fold(self, |run, (path, text)| run.file(path.as_ref(), text.as_ref()))
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What stdin gives.
    pub fn stdin(mut self, text: &str) -> Self {
        self.stdin = text.to_owned();
        self
    }

    /// A path in the directory of the run.
    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// Runs in the directory of the run.
    pub fn run(&self) -> Ran {
        self.run_in(self.dir.path())
    }

    /// Runs in a directory of the repository.
    pub fn run_in(&self, dir: &Path) -> Ran {
        let output = Command::cargo_bin("onus")
            .unwrap()
            .args(&self.args)
            .env_clear()
            .envs(self.env.iter().cloned())
            .current_dir(dir)
            .write_stdin(self.stdin.clone())
            .output()
            .unwrap();
        Ran {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap(),
        }
    }
}

impl Ran {
    /// stdout as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }
}
