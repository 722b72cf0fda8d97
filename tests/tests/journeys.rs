//! Six people, from the welcome page to the phone in their hand, all by touch.

use anyhow::{Context, Result, ensure};
use petition_domain::submission::Purpose;
use petition_tests::kiosk::{Kiosk, Taken};
use petition_tests::page::Shape;
use petition_tests::paper::{self, Sheet};
use petition_tests::phone::Phone;
use petition_tests::server::{HALL_NAME, Hall};
use petition_tests::stage::{self, Stage};
use petition_tests::story::{self, Story};
use petition_text::{Lang, Timeline};

/// What an office does, and what the phone calls it.
type Act = (&'static [&'static str], Timeline);

const ORGAN: &str = "试验区人力资源和社会保障局";
const REFER: Act = (&["refer", "--organ", ORGAN], Timeline::Referred);
const ACCEPT: Act = (&["accept", "--organ", ORGAN, "--path", "petition"], Timeline::Accepted);
const ACCEPT_OWN: Act = (&["accept", "--organ", ORGAN, "--path", "own_rules"], Timeline::Accepted);
const EXTEND: Act = (&["extend", "--days", "30", "--reason", "需要鉴定"], Timeline::Extended);
const REPLY: Act = (&["reply", "--outcome", "supported"], Timeline::Replied);
const ADOPT: Act = (&["reply", "--outcome", "adopted"], Timeline::Replied);
const CLOSE: Act = (&["close"], Timeline::Closed);

#[test]
fn individual_claim_with_two_photos() -> Result<()> {
    journey(&story::individual_claim(), Shape::PORTRAIT, &[REFER, ACCEPT, REPLY])
}

#[test]
fn suggestion_of_an_organisation() -> Result<()> {
    journey(&story::organisation_suggestion(), Shape::PORTRAIT, &[REFER, ADOPT, CLOSE])
}

#[test]
fn confidential_accusation() -> Result<()> {
    journey(&story::accusation(), Shape::PORTRAIT, &[REFER, ACCEPT_OWN, REPLY])
}

#[test]
fn five_representatives_on_a_lying_screen() -> Result<()> {
    journey(&story::five_representatives(), Shape::LANDSCAPE, &[REFER, ACCEPT, EXTEND])
}

#[test]
fn parent_for_a_child() -> Result<()> {
    journey(&story::guardian(), Shape::PORTRAIT, &[REFER, ACCEPT, REPLY])
}

#[test]
fn foreign_passport_in_english() -> Result<()> {
    journey(&story::passport_in_english(), Shape::PORTRAIT, &[REFER, ACCEPT, REPLY])
}

fn journey(story: &Story, shape: Shape, acts: &[Act]) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, shape).await?;
        kiosk.walk(story, async |_, _| Ok(())).await?;
        let taken = kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        assert_eq!(stage.server.claimed_uploads()?, u64::try_from(story.photos)?);
        on_screen(&kiosk, story).await?;
        on_paper(&kiosk, story, &taken).await?;
        in_the_hand(stage, story, &taken, acts).await?;
        kiosk.finish(story.end).await
    })
}

/// The receipt promises what the office has promised, and no more.
async fn on_screen(kiosk: &Kiosk, story: &Story) -> Result<()> {
    let text = kiosk.page.text("main").await?;
    if story.lang == Lang::Zh {
        assert!(text.contains("已登记"), "{text}");
        assert!(!text.contains("已受理"), "registered is not accepted: {text}");
        assert!(text.contains("15 日"), "the day of referral is not told: {text}");
    } else {
        assert!(text.contains("Registered") && text.contains("15 days"), "{text}");
    }
    // Only a claim has the sixty days of Art. 34.
    let next = kiosk.page.text("#next-steps").await?;
    assert_eq!(next.contains("60"), story.purpose() == Purpose::Claim, "{next}");
    only_keys_leave(kiosk).await
}

/// Neither the browser's own back nor the end button may lose a receipt unasked.
async fn only_keys_leave(kiosk: &Kiosk) -> Result<()> {
    kiosk.page.history_back().await?;
    kiosk.on("receipt").await?;
    assert!(!kiosk.page.has("#back").await?, "there is a way back from the receipt");
    kiosk.page.tap("#bar-end").await?;
    kiosk.page.tap("#end-no").await?;
    kiosk.page.vanishes("[data-overlay]").await?;
    kiosk.on("receipt").await
}

async fn on_paper(kiosk: &Kiosk, story: &Story, taken: &Taken) -> Result<()> {
    assert_eq!(kiosk.page.eval::<u32>("window.__prints").await?, 1, "the slip is printed once");
    let sheet = paper::read_print(&kiosk.page.print().await?)?;
    let Sheet { code, code_mm, module_mm, text, width_mm, pages } = sheet;
    assert_eq!(code, taken.qr, "paper and screen carry the same code");
    assert!(module_mm >= 0.99, "a module of the printed code is {module_mm:.2} mm wide");
    assert!(code_mm >= 36.5, "the printed code is {code_mm:.1} mm wide");
    assert!((width_mm - 80.0).abs() < 1.0, "the slip is {width_mm:.1} mm wide");
    assert!(pages < 1.5, "the slip comes in {pages} pieces");
    let spaceless: String = text.split_whitespace().collect();
    let query_code = taken.code.as_str();
    for wanted in [HALL_NAME, &taken.number.digits(), query_code, "0000-54321"] {
        assert!(spaceless.contains(wanted), "{wanted} is not on the slip: {text}");
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(line.contains(&taken.number.grouped()), "the number is not in fours: {text}");
    for word in story.words() {
        assert!(!text.contains(&word), "{word} is on the slip: {text}");
    }
    Ok(())
}

async fn in_the_hand(stage: &Stage, story: &Story, taken: &Taken, acts: &[Act]) -> Result<()> {
    let phone = Phone::scan(stage, &taken.qr).await?;
    told(&phone, story, &[Timeline::Registered]).await?;
    assert_eq!(phone.clocks().await?.len(), 1, "the clock of the referral runs");
    let mut events = vec![Timeline::Registered];
    for (act, event) in acts {
        stage.server.event(taken.number, act)?;
        events.push(*event);
        phone.scan_again(&taken.qr).await?;
        told(&phone, story, &events).await?;
    }
    let text = phone.page.text("body").await?;
    for word in story.words() {
        assert!(!text.contains(&word), "{word} is on the phone: {text}");
    }
    let number = taken.number.grouped();
    assert!(text.contains(&number), "the number is not on the phone: {text}");
    assert!(text.contains("0000-54321"), "nobody to ask on the phone: {text}");
    Ok(())
}

/// The timeline tells `events`, in this order or the other, each with its day.
async fn told(phone: &Phone, story: &Story, events: &[Timeline]) -> Result<()> {
    let mut told = phone.timeline().await?;
    ensure!(told.len() == events.len(), "{} events are told: {told:?}", told.len());
    let first = told.first().context("nothing is told")?;
    if !first.contains(&*story.lang.say(Timeline::Registered)) {
        told.reverse();
    }
    for (line, event) in told.iter().zip(events) {
        let word = story.lang.say(*event);
        assert!(line.contains(&*word), "{line:?} does not tell {word}");
        assert!(line.contains(char::is_numeric), "{line:?} has no day");
    }
    let now = phone.page.text("main").await?;
    let last = events.last().map(|event| story.lang.say(*event)).unwrap_or_default();
    assert!(now.contains(&*last), "the stage {last} is not told: {now}");
    Ok(())
}
