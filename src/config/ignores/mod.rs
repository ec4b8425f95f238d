//! Comments that silence settings: onus's own, and those of peers.
//!
//! In: a file's comments. Out: what each silences ([`words`] reads it) and what it covers ([`cover`] finds it); a warning
//! for comments of ours that are not understood or cover nothing, for silence that fails must not be silent.

mod cover;
mod words;

use super::module::{Ignore, Problem, Program};
use crate::source::FileId;
use cover::{Cover, Covers};
use words::{Scope, Words};

/// The form that a comment must have, shown where one has not.
const FORM: &str = "write  # onus: ignore[rule, rule] until=2027-01-31 -- reason";

/// A file with more comments that say nothing is not looked at further.
const MAX_WARNINGS: usize = 50;

/// All comments of a file that silence something, in written order.
pub(super) fn of(program: &Program, file: FileId) -> (Vec<Ignore>, Vec<Problem>) {
    let tree = program.tree(file);
    let covers = Covers::new(tree, program.sources.get(file));
    let (mut ignores, mut warnings) = (Vec::new(), Vec::new());
    for comment in tree.comments {
        if warnings.len() >= MAX_WARNINGS {
            break;
        }
        let text = &tree.source[comment.span.range()];
        for words in words::read(text) {
            let place = || program.locate(file, comment.span);
            let words = match words {
                Ok(words) => words,
                Err(reason) => {
                    let problem = Problem::new(format!("this comment silences nothing: {reason}"));
                    warnings.push(problem.at(place()).help(FORM));
                    continue;
                }
            };
            let cover = match words.scope {
                Scope::File => covers.file(),
                Scope::Block => covers.top_block(comment),
                Scope::Item => covers.item(comment, !words.foreign),
            };
            match cover {
                Some(Cover { span, module_call }) => {
                    let Words { rules, until, reason, foreign, .. } = words;
                    ignores.push(Ignore {
                        rules,
                        file,
                        comment: comment.span,
                        covers: span,
                        module_call,
                        until,
                        reason,
                        foreign,
                    });
                }
                None if words.foreign => {}
                None => {
                    let problem =
                        Problem::new("this comment silences nothing: no argument or block stands directly below it");
                    let help = "it belongs directly above what it speaks of, behind it, or first inside a block";
                    warnings.push(problem.at(place()).help(help));
                }
            }
        }
    }
    (ignores, warnings)
}
