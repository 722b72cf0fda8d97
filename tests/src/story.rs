//! Who comes to the kiosk with what. All people, units and matters are invented.

use petition_domain::draft::{Draft, Step};
use petition_domain::identity::{IdDocument, IdKind};
use petition_domain::submission::{
    About, Authority, Earlier, Organisation, Person, Place, Proceedings, Purpose, Signature,
    Statement, Submission, Who,
};
use petition_text::Lang;

/// Numbers of a region that does not exist; the check digits fit.
pub const RESIDENT_IDS: [&str; 5] = [
    "99010119700101001X",
    "990101197001010036",
    "990101197001010052",
    "990101197001010079",
    "990101197001010095",
];
/// A county with its province, city and name, as the picker lists them.
pub const COUNTY: &str = "371602";
/// What a visitor types to find [`COUNTY`].
pub const COUNTY_WORD: &str = "滨城";
/// Another one, and its word.
pub const OTHER_COUNTY: (&str, &str) = ("371681", "邹平");

/// The tile of the welcome page that somebody begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// I have a problem.
    Report,
    /// I have a suggestion.
    Suggest,
}

impl Tile {
    /// Its id.
    pub const fn css(self) -> &'static str {
        match self {
            Self::Report => "#tile-report",
            Self::Suggest => "#tile-suggest",
        }
    }

    /// What choosing it has answered.
    pub const fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Report => None,
            Self::Suggest => Some(Purpose::Suggestion),
        }
    }
}

/// One visitor.
#[derive(Clone)]
pub struct Story {
    /// A word for messages.
    pub name: &'static str,
    /// How it begins.
    pub tile: Tile,
    /// Language of the screen.
    pub lang: Lang,
    /// What is to be answered, page by page.
    pub submission: Submission,
    /// Photos to take.
    pub photos: usize,
    /// The button that ends it: the slip taken, or the QR scanned.
    pub end: &'static str,
}

impl Story {
    /// The pages of this visitor, in order.
    pub fn steps(&self) -> Vec<Step> {
        let mut draft = Draft::new(self.tile.purpose());
        draft.submission = self.submission.clone();
        draft.steps()
    }

    /// The purpose.
    pub fn purpose(&self) -> Purpose {
        self.submission.purpose.unwrap_or(Purpose::Claim)
    }

    /// Everything typed that must not be found where it does not belong: names, numbers, texts.
    pub fn words(&self) -> Vec<String> {
        let Submission { organisation, people, place, about, statement, earlier, .. } =
            &self.submission;
        let mut words = vec![&organisation.name, &organisation.code, &place.detail];
        for person in people {
            words.extend([&person.name, &person.id.number, &person.mobile, &person.address.detail]);
        }
        words.extend([&about.unit, &about.accused_name, &about.accused_post, &about.accused_acts]);
        words.extend([&statement.facts, &statement.reasons, &statement.request]);
        words.extend([&earlier.number, &earlier.organ, &earlier.when]);
        words.into_iter().filter(|word| word.chars().count() > 1).cloned().collect()
    }

    /// The same visitor with `marker` in everything typed; numbers stay numbers.
    #[must_use]
    pub fn marked(mut self, marker: &str) -> Self {
        let Submission { organisation, people, place, about, statement, earlier, .. } =
            &mut self.submission;
        let mut texts = vec![&mut place.detail, &mut about.unit];
        texts.extend([&mut statement.facts, &mut statement.reasons, &mut statement.request]);
        if !organisation.name.is_empty() {
            texts.push(&mut organisation.name);
        }
        if earlier.raised == Some(true) {
            texts.extend([&mut earlier.organ, &mut earlier.when]);
        }
        for person in people {
            texts.extend([&mut person.name, &mut person.address.detail]);
        }
        for accused in [&mut about.accused_name, &mut about.accused_post, &mut about.accused_acts] {
            if !accused.is_empty() {
                texts.push(accused);
            }
        }
        for text in texts {
            text.push_str(marker);
        }
        self
    }
}

fn resident(name: &str, order: usize) -> Person {
    let number = RESIDENT_IDS.get(order).copied().unwrap_or_default();
    Person {
        name: name.into(),
        id: IdDocument { kind: Some(IdKind::ResidentId), number: number.into() },
        mobile: if order == 0 { "13800000000".into() } else { String::new() },
        address: Place {
            division: COUNTY.into(), detail: format!("试验街道 {} 号", order + 1)
        },
    }
}

fn place(detail: &str) -> Place {
    Place { division: OTHER_COUNTY.0.into(), detail: detail.into() }
}

/// Strokes of a signature as the board records them.
fn drawn() -> Signature {
    let stroke = |y: u16| (0..12).map(|index| [100 + index * 40, y + index * 5]).collect();
    Signature::Drawn { strokes: vec![stroke(80), stroke(200)] }
}

/// One person, wages, two photos.
pub fn individual_claim() -> Story {
    let submission = Submission {
        who: Some(Who::Individual),
        people: vec![resident("王某某", 0)],
        purpose: Some(Purpose::Claim),
        category: "labour".into(),
        place: place("试验开发区三号工地"),
        about: About { unit: "试验建筑劳务公司".into(), ..About::default() },
        statement: Statement {
            facts:
                "2026 年 3 月到 8 月，我在试验工地做木工，工资一直没有发。\n8 月 20 日去要过一次。"
                    .into(),
            reasons: "活干完了，考勤和验收单都在，应当按约定付工资。".into(),
            request: "请督促单位付清 6 个月工资，共 36000 元。".into(),
        },
        earlier: Earlier {
            raised: Some(true),
            number: String::new(),
            organ: "试验区劳动监察大队".into(),
            when: "今年 9 月".into(),
        },
        proceedings: Some(Proceedings::None),
        publish: false,
        truthful: true,
        signature: Some(drawn()),
        ..Submission::default()
    };
    Story {
        name: "claim",
        tile: Tile::Report,
        lang: Lang::Zh,
        submission,
        photos: 2,
        end: "#taken",
    }
}

/// An organisation proposes something.
pub fn organisation_suggestion() -> Story {
    let contact = Person { id: IdDocument::default(), ..resident("赵某某", 0) };
    let submission = Submission {
        who: Some(Who::Organisation),
        organisation: Organisation {
            name: "试验区老年人服务社".into(),
            code: "91990101MA00000000".into(),
        },
        people: vec![contact],
        purpose: Some(Purpose::Suggestion),
        category: "transport".into(),
        place: place("试验路公交站"),
        about: About { unit: "试验市交通运输局".into(), ..About::default() },
        statement: Statement {
            facts: "试验路公交站没有座位和遮雨棚，等车的多是老人。".into(),
            reasons: "下雨天站不住，已经有人摔倒。".into(),
            request: "建议加装座椅和雨棚。".into(),
        },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        proceedings: Some(Proceedings::None),
        publish: true,
        truthful: true,
        signature: Some(drawn()),
        ..Submission::default()
    };
    Story {
        name: "suggestion",
        tile: Tile::Suggest,
        lang: Lang::Zh,
        submission,
        photos: 0,
        end: "#scanned",
    }
}

/// Somebody reports an official.
pub fn accusation() -> Story {
    let base = individual_claim().submission;
    let submission = Submission {
        people: vec![resident("钱某某", 1)],
        purpose: Some(Purpose::Accusation),
        category: "discipline".into(),
        about: About {
            unit: "试验镇农机站".into(),
            accused_name: "孙某".into(),
            accused_post: "站长".into(),
            accused_acts: "虚报补贴面积".into(),
        },
        statement: Statement {
            facts: "2025 年补贴公示的面积比实际多出 200 亩。".into(),
            reasons: "公示表和土地台账对不上。".into(),
            request: "请核查补贴发放情况。".into(),
        },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        proceedings: Some(Proceedings::None),
        signature: Some(Signature::Confirmed),
        ..base
    };
    Story { name: "accusation", submission, photos: 0, end: "#scanned", ..individual_claim() }
}

/// Five representatives of thirty people.
pub fn five_representatives() -> Story {
    let names = ["周某甲", "吴某乙", "郑某丙", "冯某丁", "陈某戊"];
    let base = individual_claim().submission;
    let submission = Submission {
        who: Some(Who::Group),
        people: names.iter().enumerate().map(|(order, name)| resident(name, order)).collect(),
        people_concerned: Some(30),
        category: "housing".into(),
        about: About { unit: "试验物业服务公司".into(), ..About::default() },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        proceedings: Some(Proceedings::Arbitration),
        ..base
    };
    Story { name: "group", submission, photos: 0, ..individual_claim() }
}

/// A parent for a child without a card.
pub fn guardian() -> Story {
    let base = individual_claim().submission;
    let child =
        Person { id: IdDocument::default(), mobile: String::new(), ..resident("褚小某", 2) };
    let parent = Person { address: Place::default(), ..resident("褚某某", 3) };
    let submission = Submission {
        who: Some(Who::Guardian),
        people: vec![child, parent],
        authority: Some(Authority::Parent),
        category: "education".into(),
        about: About { unit: "试验区第二小学".into(), ..About::default() },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        ..base
    };
    Story { name: "guardian", submission, photos: 0, ..individual_claim() }
}

/// A visitor with a passport, in English.
pub fn passport_in_english() -> Story {
    let base = individual_claim().submission;
    let person = Person {
        name: "Zanna-Lee O'Trial".into(),
        id: IdDocument { kind: Some(IdKind::Passport), number: "X00000017".into() },
        mobile: String::new(),
        address: Place { division: COUNTY.into(), detail: "Trial Road 9, Room 12".into() },
    };
    let submission = Submission {
        people: vec![person],
        category: "housing".into(),
        about: About { unit: "Trial Homes Ltd".into(), ..About::default() },
        place: Place { division: COUNTY.into(), detail: "Trial Road 9".into() },
        statement: Statement {
            facts: "I moved out in June. The deposit has not been returned.".into(),
            reasons: "The contract says it is returned within thirty days.".into(),
            request: "Please help me get the deposit of 4000 yuan back.".into(),
        },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        proceedings: Some(Proceedings::None),
        ..base
    };
    Story { name: "passport", lang: Lang::En, submission, photos: 0, ..individual_claim() }
}

/// All six of them.
pub fn all() -> [Story; 6] {
    [
        individual_claim(),
        organisation_suggestion(),
        accusation(),
        five_representatives(),
        guardian(),
        passport_in_english(),
    ]
}
