//! The demonstration's matters: invented, with receipts that anybody may know. Only `--demo` makes
//! them, and only in a folder that has none.

use std::sync::Arc;

use petition_contract::SubmitRequest;
use petition_domain::identity::IdDocument;
use petition_domain::identity::document::IdKind;
use petition_domain::matter::{Event, HandlingPath, Recorded};
use petition_domain::receipt::{Mint, Seed, to_hex};
use petition_domain::submission::{
    About, Earlier, Person, Place, Proceedings, Purpose, Signature, Statement, Submission, Who,
};
use petition_domain::{Day, Moment};

use crate::api;
use crate::app::App;
use crate::matter::{self, Opened};
use crate::storage::Submitted;

/// One invented matter.
struct Invented {
    /// Repeated, it is the seed of the receipt.
    seed: u8,
    days_ago: i64,
    purpose: Purpose,
    category: &'static str,
    facts: &'static str,
    request: &'static str,
    /// What the office did, with the day after registration.
    events: Vec<(i64, Event)>,
}

/// Makes the invented matters where there are none yet, and gives the receipts of all.
pub async fn seed(app: &Arc<App>) -> anyhow::Result<Vec<Mint>> {
    let mut receipts = Vec::new();
    for invented in all() {
        let mint = Mint::new(&Seed([invented.seed; 32]));
        let lookup = matter::lookup_hash(&to_hex(&mint.secret.lookup()));
        if app.store.by_lookup(lookup).await?.is_none() {
            register(app, &mint, &invented).await?;
        }
        receipts.push(mint);
    }
    Ok(receipts)
}

async fn register(app: &App, mint: &Mint, invented: &Invented) -> anyhow::Result<()> {
    let begin = app.clock.today().plus(-invented.days_ago);
    let request = request(mint, invented)?;
    let body = serde_json::to_vec(&request)?;
    let key: [u8; 16] = petition_domain::receipt::from_hex(&mint.intent)
        .ok_or_else(|| anyhow::anyhow!("an intent is 32 hexadecimal digits"))?;
    let prepared = api::prepare(app, key, &body, &request, nine_o_clock(begin));
    let (new, _) = prepared.map_err(|problem| anyhow::anyhow!("{:?}", problem.code()))?;
    if !matches!(app.store.submit(new).await?, Submitted::Registered) {
        anyhow::bail!("an invented matter was not registered");
    }
    let lookup = matter::lookup_hash(&request.lookup);
    for (days, event) in &invented.events {
        let record = app.store.by_lookup(lookup).await?;
        let record = record.ok_or_else(|| anyhow::anyhow!("an invented matter is gone"))?;
        let mut opened = Opened::new(&app.keys.kek, &record)?;
        let recorded = Recorded { at: nine_o_clock(begin.plus(*days)), event: event.clone() };
        let refused = |refused| anyhow::anyhow!("an invented event: {refused:?}");
        opened.life.record(recorded.clone()).map_err(refused)?;
        app.store.append(opened.appended(&record, &recorded, "demo".to_owned())?).await?;
    }
    Ok(())
}

fn nine_o_clock(day: Day) -> Moment {
    Moment(day.begins().0 + 9 * 3600)
}

fn request(mint: &Mint, invented: &Invented) -> anyhow::Result<SubmitRequest> {
    let stretched = mint.code.stretch(mint.number);
    let stretched = stretched.ok_or_else(|| anyhow::anyhow!("no memory to stretch a code"))?;
    // Region 990101 does not exist, so nobody has this number.
    let id = IdDocument { kind: Some(IdKind::ResidentId), number: "99010119700101001X".to_owned() };
    let place = Place { division: "371602".to_owned(), detail: "示例路1号".to_owned() };
    let person =
        Person { name: "示例甲".to_owned(), id, address: place.clone(), ..Person::default() };
    Ok(SubmitRequest {
        number: mint.number,
        lookup: to_hex(&mint.secret.lookup()),
        stretched_code: to_hex(&stretched),
        language: "zh-CN".to_owned(),
        submission: Submission {
            who: Some(Who::Individual),
            people: vec![person],
            purpose: Some(invented.purpose),
            category: invented.category.to_owned(),
            place,
            about: About { unit: "示例单位".to_owned(), ..About::default() },
            statement: Statement {
                facts: invented.facts.to_owned(),
                reasons: "演示数据,内容虚构。".to_owned(),
                request: invented.request.to_owned(),
            },
            earlier: Earlier { raised: Some(false), ..Earlier::default() },
            proceedings: Some(Proceedings::None),
            truthful: true,
            signature: Some(Signature::Confirmed),
            ..Submission::default()
        },
    })
}

fn all() -> [Invented; 3] {
    let organ = || "示例市人力资源和社会保障局".to_owned();
    [
        Invented {
            seed: 1,
            days_ago: 0,
            purpose: Purpose::Suggestion,
            category: "transport",
            facts: "示例路公交站没有雨棚。",
            request: "建议加装雨棚和座椅。",
            events: Vec::new(),
        },
        Invented {
            seed: 2,
            days_ago: 9,
            purpose: Purpose::Claim,
            category: "environment",
            facts: "楼下饭店的油烟直接排到小区里。",
            request: "请查处并加装净化设备。",
            events: vec![(3, Event::Referred { organ: "示例市生态环境局".to_owned() })],
        },
        Invented {
            seed: 3,
            days_ago: 40,
            purpose: Purpose::Claim,
            category: "labour",
            facts: "工程完工一年,工资还没有发。",
            request: "请督促发放工资。",
            events: vec![
                (4, Event::Referred { organ: organ() }),
                (9, Event::Accepted { organ: organ(), path: HandlingPath::Petition }),
            ],
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The description of the API shows how to open the first invented matter.
    #[test]
    fn the_examples_of_the_description_are_these() {
        let document = api::openapi::document();
        let request = request(&Mint::new(&Seed([1; 32])), &all()[0]).unwrap();
        for value in [request.number.digits(), request.lookup, request.stretched_code] {
            assert!(document.contains(&format!("{value:?}")), "{value}");
        }
    }
}
