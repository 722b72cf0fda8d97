//! The channel check from the first question to every end it can have.

use crate::support;
use std::collections::{BTreeMap, BTreeSet};

use petition_domain::Day;
use petition_domain::channel::{
    ABOUT, Advice, Answers, DAY, DueState, Kind, MOST_OPEN, Outcome, Question, Rank, Received,
    Table, advise,
};
use petition_domain::working_days::HolidayTable;

/// Questions asked after the topic at most.
const MOST_AFTER_TOPIC: usize = 5;

/// What a result says, so that results can be compared.
type Result = BTreeSet<(String, Rank, Option<DueState>, usize)>;

/// Walks through every answer to every question.
struct Walk<'a> {
    table: &'a Table,
    today: Day,
    holidays: HolidayTable,
    ends: usize,
    steps: usize,
    most_after_topic: usize,
    rules: BTreeSet<usize>,
    petition: BTreeMap<usize, usize>,
    /// Questions that changed a result somewhere.
    useful: BTreeSet<String>,
    /// Questions asked where they changed nothing, with one such place.
    idle: BTreeMap<String, Vec<String>>,
    faults: BTreeSet<String>,
}

impl Walk<'_> {
    fn advise(&self, answers: &Answers) -> Advice {
        advise(self.table, answers, self.today, &self.holidays)
    }

    /// Every way to answer `question`: days lie so that each limit that starts there is fresh, has
    /// 14 days left, ends today, and has just passed.
    fn branches(&self, answers: &Answers, question: &Question) -> Vec<Answers> {
        let mut branches = Vec::new();
        let mut days = BTreeSet::from([self.today, self.today.plus(-9000)]);
        for option in &question.options {
            let mut next = answers.clone();
            if question.kind == Kind::Choice || ![DAY, ABOUT].contains(&option.as_str()) {
                next.choose(self.table, &question.id, option);
                branches.push(next);
            }
        }
        if question.kind == Kind::Date {
            let mut today = answers.clone();
            let received = Received { day: self.today, is_about: false };
            today.receive(self.table, &question.id, received);
            for due in self.advise(&today).routes.iter().filter_map(|route| route.due) {
                days.extend([14, 0, -20].map(|left| self.today.plus(left - due.days_left)));
            }
            for day in days {
                let mut next = answers.clone();
                let is_about = day == self.today;
                next.receive(self.table, &question.id, Received { day, is_about });
                branches.push(next);
            }
        }
        branches
    }

    fn walk(&mut self, answers: &Answers) -> BTreeSet<Result> {
        self.steps += 1;
        let open = self.table.open(answers);
        assert!(open.len() <= MOST_OPEN);
        self.one_date(answers);
        let Some(question) = open.first().copied().cloned() else {
            return BTreeSet::from([self.end(answers)]);
        };
        let ends: Vec<BTreeSet<Result>> = self
            .branches(answers, &question)
            .iter()
            .map(|next| {
                assert!(next.chosen.contains_key(&question.id), "{} {answers:?}", question.id);
                self.walk(next)
            })
            .collect();
        let all: BTreeSet<Result> = ends.iter().flatten().cloned().collect();
        if ends.iter().any(|end| *end != all) {
            self.useful.insert(question.id);
        } else {
            let chosen: Vec<&str> = answers.chosen.values().map(String::as_str).collect();
            self.idle.entry(question.id).or_default().push(chosen.join(" "));
        }
        all
    }

    fn one_date(&self, answers: &Answers) {
        let asked = self.table.asked(answers);
        let dates: Vec<&str> = asked
            .iter()
            .filter(|question| question.kind == Kind::Date)
            .map(|question| question.id.as_str())
            .collect();
        assert!(dates.len() <= 1, "{dates:?} {answers:?}");
    }

    fn end(&mut self, answers: &Answers) -> Result {
        self.ends += 1;
        let asked = self.table.asked(answers);
        let after = asked.iter().rev().take_while(|question| question.id != "topic").count();
        if answers.chosen.contains_key("topic") {
            self.most_after_topic = self.most_after_topic.max(after);
        }
        let advice = self.advise(answers);
        self.check(answers, &advice);
        self.rules.extend(advice.routes.iter().chain(&advice.lapsed).map(|route| route.rule));
        *self.petition.entry(advice.petition.rule).or_default() += 1;
        let routes = advice.routes.iter().chain(&advice.lapsed);
        let mut result: Result = routes
            .map(|route| {
                (route.way.clone(), route.rank, route.due.map(|due| due.state), route.rule)
            })
            .collect();
        result.insert((String::new(), Rank::Also, None, advice.petition.rule));
        result
    }

    fn fault(&mut self, answers: &Answers, what: &str) {
        let chosen: Vec<String> = answers.chosen.iter().map(|(q, a)| format!("{q}={a}")).collect();
        self.faults.insert(format!("{what}: {}", chosen.join(" ")));
    }

    fn check(&mut self, answers: &Answers, advice: &Advice) {
        let given = |question: &str| answers.chosen.get(question).map_or("", String::as_str);
        let ways: Vec<&str> = advice.routes.iter().map(|route| route.way.as_str()).collect();
        let lapsed: Vec<&str> = advice.lapsed.iter().map(|route| route.way.as_str()).collect();
        let unique: BTreeSet<&&str> = ways.iter().chain(&lapsed).collect();
        let ranks: Vec<Rank> = advice.routes.iter().map(|route| route.rank).collect();
        let fresh = ["none", "petition-open", "petition-replied", "petition-reviewed"];
        let first_reconsider = given("decided_by") == "silent"
            || (given("topic") == "information" && given("decided_by") == "authority")
            || given("policing") == "spot"
            || given("traffic") == "spot";
        let checks = [
            (!ways.is_empty(), "no way"),
            (unique.len() == ways.len() + lapsed.len(), "a way twice"),
            (ranks.is_sorted(), "out of order"),
            (
                ranks.contains(&Rank::Recommended)
                    || !lapsed.is_empty()
                    || advice.routes.iter().any(|route| {
                        route.due.is_some_and(|due| due.state == DueState::MaybePassed)
                    }),
                "nothing recommended",
            ),
            (advice.is_emergency == (given("danger") == "yes"), "emergency"),
            (
                given("stage") != "petition-rereviewed" || !ways.contains(&"petition"),
                "again after re-review",
            ),
            (
                !["suit", "judged"].contains(&given("stage")) || !ways.contains(&"reconsideration"),
                "reconsideration beside a suit",
            ),
            (
                !first_reconsider
                    || !fresh.contains(&given("stage"))
                    || !ways.contains(&"admin-suit"),
                "suit before reconsideration",
            ),
            (
                given("topic") != "staff"
                    || given("post") == "worker"
                    || !fresh.contains(&given("stage"))
                    || !ways.contains(&"reconsideration"),
                "personnel reconsidered",
            ),
            (
                (given("kind") == "suggestion") == (advice.petition.outcome == Outcome::Suggestion),
                "suggestion",
            ),
        ];
        for (holds, what) in checks {
            if !holds {
                self.fault(answers, what);
            }
        }
    }
}

#[test]
fn every_combination_of_answers_has_a_result() {
    let view = support::edition("zh-CN").channel;
    let table = &view.table;
    let mut walk = Walk {
        table,
        today: "2026-11-23".parse().unwrap(),
        holidays: HolidayTable::default(),
        ends: 0,
        steps: 0,
        most_after_topic: 0,
        rules: BTreeSet::new(),
        petition: BTreeMap::new(),
        useful: BTreeSet::new(),
        idle: BTreeMap::new(),
        faults: BTreeSet::new(),
    };
    walk.walk(&Answers::default());
    eprintln!(
        "{} questions, {} rules, {} petition rules; {} combinations of answers",
        table.questions.len(),
        table.rules.len(),
        table.petition.len(),
        walk.ends,
    );
    let some: Vec<&String> = walk.faults.iter().take(30).collect();
    assert!(some.is_empty(), "{} faults: {some:#?}", walk.faults.len());
    assert!(walk.most_after_topic <= MOST_AFTER_TOPIC, "{}", walk.most_after_topic);
    let unused: Vec<String> = (0..table.rules.len())
        .filter(|rule| !walk.rules.contains(rule))
        .map(|rule| format!("{} {}", table.rules[rule].way, view.reasons[rule]))
        .collect();
    assert!(unused.is_empty(), "rules that never count: {unused:#?}");
    let unused: Vec<&String> = (0..table.petition.len())
        .filter(|rule| !walk.petition.contains_key(rule))
        .map(|rule| &view.petition_reasons[rule])
        .collect();
    assert!(unused.is_empty(), "petition rules that never count: {unused:#?}");
    assert!(walk.idle.is_empty(), "asked in vain: {:#?}", walk.idle);
    assert_eq!(walk.useful.len(), table.questions.len());
}
