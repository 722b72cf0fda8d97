//! From answers to advice.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::table::{Given, Lapse, Limit, Outcome, Rank, Rule, Table, holds, is_excluded};
use crate::day::Day;
use crate::working_days::HolidayTable;

/// Days under which a limit is shown as urgent.
const SOON_DAYS: i64 = 15;
/// The way that stands for danger at this moment.
const EMERGENCY: &str = "emergency";

/// How much time is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    /// Fifteen days or more.
    Ample,
    /// Fewer.
    Soon,
    /// The limit may have passed: ask the window.
    MaybePassed,
}

/// By when something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The last day.
    pub last_day: Day,
    /// Days from today to the last day; negative when it has passed.
    pub days_left: i64,
    /// Whether the day it is counted from is known only roughly.
    pub is_about: bool,
    /// What that means.
    pub state: DueState,
}

/// A way that is advised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Id of the way.
    pub way: String,
    /// Ids of the organs that handle it.
    pub organs: Vec<String>,
    /// How strongly.
    pub rank: Rank,
    /// Position of the rule in the table: reason, law and limit stand at the same position.
    pub rule: usize,
    /// By when, where a limit runs from the day that was given.
    pub due: Option<Due>,
}

/// What petitioning itself answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Petition {
    /// What the petition would be.
    pub outcome: Outcome,
    /// Position of the rule in the table: its reason stands at the same position.
    pub rule: usize,
}

/// The result of the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Somebody is in danger: numbers to call and the bell come first.
    pub is_emergency: bool,
    /// Ways that are open, recommended ones first; no way twice.
    pub routes: Vec<Route>,
    /// Ways whose time may have passed; the window can tell. Shown apart, never as advice.
    pub lapsed: Vec<Route>,
    /// What petitioning itself answers.
    pub petition: Petition,
}

impl Advice {
    /// The open way with this id.
    pub fn route(&self, way: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.way == way)
    }

    fn is_closed(&self, ways: &[String]) -> bool {
        let is_in = |routes: &[Route]| routes.iter().any(|route| ways.contains(&route.way));
        ways.is_empty() || (is_in(&self.lapsed) && !is_in(&self.routes))
    }

    fn knows(&self, way: &str) -> bool {
        self.routes.iter().chain(&self.lapsed).any(|route| route.way == way)
    }
}

/// Which ways are open and by when, as of `today`. Total: every set of answers, also an incomplete
/// one or one that contradicts itself, has a result.
pub fn advise(table: &Table, answers: &Answers, today: Day, holidays: &HolidayTable) -> Advice {
    let (given, _) = table.settle(answers);
    let mut advice = Advice {
        is_emergency: false,
        routes: Vec::new(),
        lapsed: Vec::new(),
        petition: Petition { outcome: Outcome::Item(6), rule: 0 },
    };
    let due = |limit: &Limit| due(limit, &given, answers, today, holidays);
    // What waits for other ways to close can only be tried when those have been.
    for waits in [false, true] {
        for (position, rule) in table.rules.iter().enumerate() {
            let applies = rule.closed.is_empty() != waits
                && holds(&rule.when, &given)
                && !is_excluded(&rule.unless, &given)
                && advice.is_closed(&rule.closed)
                && !advice.knows(&rule.way);
            if applies {
                keep(&mut advice, position, rule, rule.limit.as_ref().and_then(due));
            }
        }
    }
    advice.routes.sort_by_key(|route| (route.rank, route.rule));
    advice.is_emergency = advice.route(EMERGENCY).is_some();
    let petition = table.petition.iter().enumerate();
    let mut holding =
        petition.filter(|(_, rule)| holds(&rule.when, &given) && advice.is_closed(&rule.closed));
    if let Some((position, rule)) = holding.next() {
        advice.petition = Petition { outcome: rule.outcome, rule: position };
    }
    advice
}

fn keep(advice: &mut Advice, position: usize, rule: &Rule, due: Option<Due>) {
    let has_passed = due.is_some_and(|due| due.state == DueState::MaybePassed);
    let route = Route {
        way: rule.way.clone(),
        organs: rule.organs.clone(),
        rank: if has_passed { Rank::Also } else { rule.rank },
        rule: position,
        due,
    };
    let closes = rule.limit.as_ref().is_some_and(|limit| limit.lapse == Lapse::Closes);
    if has_passed && closes {
        advice.lapsed.push(route);
    } else {
        advice.routes.push(route);
    }
}

fn due(
    limit: &Limit,
    given: &Given<'_>,
    answers: &Answers,
    today: Day,
    holidays: &HolidayTable,
) -> Option<Due> {
    // Only the day of the very event that starts this limit: a petition's reply starts no suit.
    given.get(limit.from.as_str())?;
    let received = answers.received?;
    let last_day = limit.span.last_day(received.day, holidays);
    let days_left = last_day.days_since(today);
    let state = match days_left {
        ..0 => DueState::MaybePassed,
        0..SOON_DAYS => DueState::Soon,
        _ => DueState::Ample,
    };
    Some(Due { last_day, days_left, is_about: received.is_about, state })
}
