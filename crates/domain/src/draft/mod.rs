//! The petitioner's way through the questions: one state machine, tested without a browser.

mod step;

use serde::{Deserialize, Serialize};

pub use step::{Chapter, PersonPage, Step};

use crate::day::Day;
use crate::fault::Fault;
use crate::submission::{MAX_REPRESENTATIVES, Person, Purpose, Rules, Submission, Who, validate};

/// How far the draft has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// Questions are being answered.
    Filling,
    /// On its way; the answer is not known yet.
    Submitting,
    /// The receipt is there. Nothing can be changed any more.
    Registered,
}

/// The answers so far and the page that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The answers, as typed.
    pub submission: Submission,
    /// How many uploads were begun; their ids are derived from it.
    pub uploads_begun: u32,
    step: Step,
    phase: Phase,
    /// Set while one answer is being mended from the check page.
    mending: bool,
    /// A tile of the welcome page has answered the purpose.
    purpose_given: bool,
}

impl Draft {
    /// An empty draft at its first page; `purpose` where a tile of the welcome page says it.
    pub fn new(purpose: Option<Purpose>) -> Self {
        Self {
            submission: Submission { purpose, ..Submission::default() },
            uploads_begun: 0,
            step: Step::Notice,
            phase: Phase::Filling,
            mending: false,
            purpose_given: purpose.is_some(),
        }
    }

    /// Takes over what the guide knows; what was typed stays.
    pub fn prefill(&mut self, known: Submission) {
        if self.phase != Phase::Filling {
            return;
        }
        if !known.category.is_empty() {
            self.submission.category = known.category;
        }
        if known.purpose.is_some() && !self.purpose_given {
            self.submission.purpose = known.purpose;
        }
        if known.advice.is_some() {
            self.submission.advice = known.advice;
        }
    }

    /// The page that is open.
    pub const fn step(&self) -> Step {
        self.step
    }

    /// How far the draft has come.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the open page was reached by "change" and leads back to the check page.
    pub const fn is_mending(&self) -> bool {
        self.mending
    }

    /// All pages that the answers so far call for, in order.
    pub fn steps(&self) -> Vec<Step> {
        step::plan(&self.submission, self.purpose_given)
    }

    /// Answers "who" on its page, keeping what was typed and making room for the people it calls for.
    pub fn choose_who(&mut self, who: Who) {
        if self.phase != Phase::Filling || self.step != Step::Who {
            return;
        }
        self.submission.who = Some(who);
        let count = self.submission.people_count();
        while self.submission.people.len() < count {
            self.submission.people.push(Person::default());
        }
        if who != Who::Group {
            self.submission.people.truncate(count.max(1));
        }
    }

    /// Sets how many representatives there are, on its page; at least one, at most one too many,
    /// so that the fault can be shown.
    pub fn set_representatives(&mut self, count: usize) {
        if self.phase == Phase::Filling && self.step == Step::Count {
            self.submission
                .people
                .resize(count.clamp(1, MAX_REPRESENTATIVES + 1), Person::default());
        }
    }

    /// What is wrong on the open page.
    pub fn faults_here(&self, rules: &Rules, today: Day) -> Vec<Fault> {
        let mut faults = validate(&self.submission, rules, today);
        faults.retain(|fault| self.step.owns(fault.field));
        faults
    }

    /// Goes on, or says what is wrong here. From a mended page back to the check page, by way of
    /// any question that the new answer has opened.
    pub fn next(&mut self, rules: &Rules, today: Day) -> Result<(), Vec<Fault>> {
        if self.phase != Phase::Filling {
            return Ok(());
        }
        let faults = self.faults_here(rules, today);
        if !faults.is_empty() {
            return Err(faults);
        }
        let steps = self.steps();
        let following = steps.iter().skip_while(|step| **step != self.step).nth(1).copied();
        if self.mending {
            let faults = validate(&self.submission, rules, today);
            let open = steps
                .iter()
                .take_while(|step| **step != Step::Check)
                .find(|step| faults.iter().any(|fault| step.owns(fault.field)));
            self.mending = open.is_some();
            self.step = open.copied().unwrap_or(Step::Check);
        } else if let Some(following) = following {
            self.step = following;
        }
        Ok(())
    }

    /// Goes back one page; `false` on the first, where back means leaving.
    pub fn back(&mut self) -> bool {
        if self.phase != Phase::Filling {
            return true;
        }
        let steps = self.steps();
        if self.mending {
            self.mending = false;
            self.step = Step::Check;
            return true;
        }
        let before = steps.iter().take_while(|step| **step != self.step).last().copied();
        if let Some(before) = before {
            self.step = before;
        }
        before.is_some()
    }

    /// Opens `step` from the check page, to return there.
    pub fn mend(&mut self, step: Step) {
        if self.phase == Phase::Filling && self.steps().contains(&step) {
            self.step = step;
            self.mending = step != Step::Check && step != Step::Sign;
        }
    }

    /// Hands out what is to be sent, or opens the first page with something wrong.
    pub fn submit(&mut self, rules: &Rules, today: Day) -> Result<Submission, Vec<Fault>> {
        let submission = self.submission.clone().trimmed();
        let faults = validate(&submission, rules, today);
        let Some(first) = faults.first() else {
            if self.phase == Phase::Filling {
                self.phase = Phase::Submitting;
            }
            return Ok(submission);
        };
        if let Some(step) = self.steps().into_iter().find(|step| step.owns(first.field)) {
            self.mend(step);
        }
        Err(faults)
    }

    /// The server refused: the answers are open again.
    pub fn refused(&mut self) {
        if self.phase == Phase::Submitting {
            self.phase = Phase::Filling;
        }
    }

    /// The receipt has come.
    pub fn registered(&mut self) {
        self.phase = Phase::Registered;
    }
}

#[cfg(test)]
mod tests;
