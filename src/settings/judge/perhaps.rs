//! Carriers in resources that may not be there: what holds whether they are there or not, and what waits for it.

use super::names::Judging;
use super::verdict::{Carrier, Judgement, Rule, Subject};
use crate::eval::{EvalError, Truth};
use crate::settings::finding::Verdict;
use crate::value::Unknown;

/// What verdicts have in common that people take for the same.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Right,
    Wrong,
    Open,
}

impl Class {
    fn of(judgement: &Judgement<'_>) -> Self {
        match judgement.verdict {
            Verdict::Secure | Verdict::SecureByDefault => Self::Right,
            verdict if verdict.is_finding() => Self::Wrong,
            _ => Self::Open,
        }
    }
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The verdict if some of the carriers may not be there: that of all outcomes if they agree.
    ///
    /// The outcomes with one of them and with none tell: whichever way carriers count, all others are like one of these.
    /// Of those that say the same one is enough, so that it takes no longer where there are many.
    pub(super) fn decide_perhaps(
        &self,
        rule: Rule<'e>,
        subject: &Subject<'s>,
        own: Option<&Carrier<'s>>,
        carriers: &[Carrier<'s>],
        elsewhere: Option<&'s Unknown<'s>>,
    ) -> Result<Judgement<'s>, EvalError> {
        let certain: Vec<Carrier<'s>> = carriers.iter().filter(|carrier| carrier.perhaps.is_none()).cloned().collect();
        let without = self.decide(rule, subject, own.cloned(), certain.clone(), elsewhere)?;
        let class = Class::of(&without);
        let (mut seen, mut before) = (Vec::new(), 0);
        let mut wrong = None;
        for carrier in carriers {
            let Some(why) = carrier.perhaps else {
                before += 1;
                continue;
            };
            let truth = match carrier.truth {
                Truth::Known(true) => Class::Right,
                Truth::Unknown(_) => Class::Open,
                _ => Class::Wrong,
            };
            let says = (truth, carrier.written, before == 0);
            if seen.contains(&says) {
                continue;
            }
            seen.push(says);
            let mut with = certain.clone();
            with.insert(before, carrier.clone());
            let with = self.decide(rule, subject, own.cloned(), with, elsewhere)?;
            if Class::of(&with) != class {
                return Ok(match class {
                    Class::Open => without,
                    _ => Judgement { carrier: Some(carrier.clone()), ..self.undecided(subject, why) },
                });
            }
            // Wrong either way: it points at what is written.
            let is_there = with.carrier.as_ref().is_some_and(|chosen| chosen.perhaps.is_some());
            if class == Class::Wrong && is_there {
                wrong = wrong.or(Some(with));
            }
        }
        Ok(wrong.unwrap_or(without))
    }
}
