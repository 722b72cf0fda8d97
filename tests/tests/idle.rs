//! Nobody touches the screen: ask, count down, extend, wipe.

use anyhow::{Context, Result};
use petition_tests::kiosk::Kiosk;
use petition_tests::page::{Page, Shape};
use petition_tests::server::Hall;
use petition_tests::stage;
use petition_tests::story::{self, Story};

const ASK: u32 = 90;
const ASK_LARGE: u32 = 180;
const COUNTDOWN: u32 = 30;
const QUESTION: &str = "[data-overlay=idle]";

/// Lets the page look at its clock: it does so four times a second.
async fn look(page: &Page) -> Result<()> {
    let twice = "new Promise((go) => { const from = Date.now(); \
                 const look = () => Date.now() - from > 600 ? go(true) : requestAnimationFrame(look); \
                 look(); })";
    page.eval::<bool>(twice).await?;
    Ok(())
}

async fn seconds_left(page: &Page) -> Result<u32> {
    let text = page.text(QUESTION).await?;
    let digits: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    digits.first().context("no seconds are shown")?.parse().context("seconds")
}

#[test]
fn every_page_asks_and_goes_on_when_somebody_is_there() -> Result<()> {
    for story in [story::individual_claim(), story::five_representatives()] {
        every_page_asks(&Story { photos: 0, ..story })?;
    }
    Ok(())
}

fn every_page_asks(story: &Story) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk
            .walk(story, async |kiosk, _| {
                kiosk.page.eval::<serde_json::Value>("document.activeElement.blur()").await?;
                let before = kiosk.answers().await?;
                kiosk.pass(ASK).await?;
                kiosk.page.appears(QUESTION).await?;
                kiosk.page.has_focus(&format!("{QUESTION} h2, {QUESTION} button")).await?;
                assert!((20..=COUNTDOWN).contains(&seconds_left(&kiosk.page).await?));
                kiosk.page.tap("#still-here").await?;
                kiosk.page.vanishes(QUESTION).await?;
                kiosk.still_has(&before, "after the question").await?;
                Ok(())
            })
            .await?;
        // The receipt too, and it is still there afterwards.
        let taken = kiosk.receipt().await?;
        kiosk.pass(ASK).await?;
        kiosk.page.tap("#still-here").await?;
        kiosk.page.vanishes(QUESTION).await?;
        assert_eq!(kiosk.receipt().await?.qr, taken.qr);
        Ok(())
    })
}

#[test]
fn the_question_covers_the_screen_counts_down_and_is_extended_as_often_as_wished() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.tap("#tile-report").await?;
        kiosk.on("notice").await?;
        kiosk.pass(ASK - 3).await?;
        look(&kiosk.page).await?;
        assert!(!kiosk.page.has(QUESTION).await?, "it asks too early");
        for _ in 0..12 {
            kiosk.pass(ASK).await?;
            kiosk.page.appears(QUESTION).await?;
            // Somebody leaning on the screen is not an answer.
            kiosk
                .page
                .send(
                    "Input.dispatchTouchEvent",
                    serde_json::json!({
                        "type": "touchStart", "touchPoints": [{"x": 20, "y": 20}],
                    }),
                )
                .await?;
            kiosk
                .page
                .send(
                    "Input.dispatchTouchEvent",
                    serde_json::json!({
                        "type": "touchEnd", "touchPoints": [],
                    }),
                )
                .await?;
            kiosk.pass(10).await?;
            let counted = "Number(document.querySelector('[data-overlay=idle]')\
                           ?.innerText.match(/\\d+/)?.[0] ?? 99) <= 20";
            kiosk.page.until("the countdown", counted).await?;
            kiosk.page.tap("#still-here").await?;
            kiosk.page.vanishes(QUESTION).await?;
            kiosk.on("notice").await?;
        }
        let covers: bool = {
            kiosk.pass(ASK).await?;
            kiosk.page.appears(QUESTION).await?;
            let corners = "[[5, 5], [innerWidth - 5, 5], [5, innerHeight - 5], \
                [innerWidth - 5, innerHeight - 5]].every(([x, y]) => \
                document.elementFromPoint(x, y)?.closest('[data-overlay=idle]'))";
            kiosk.page.eval(corners).await?
        };
        assert!(covers, "the question leaves part of the screen open");
        let buttons = kiosk.page.count(&format!("{QUESTION} button")).await?;
        assert_eq!(buttons, 1, "the question has one button");
        Ok(())
    })
}

#[test]
fn large_text_waits_twice_as_long() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.tap("#tile-report").await?;
        kiosk.on("notice").await?;
        kiosk.toggle_display("large").await?;
        kiosk.pass(ASK_LARGE - 10).await?;
        look(&kiosk.page).await?;
        assert!(!kiosk.page.has(QUESTION).await?, "large text asks too early");
        kiosk.pass(10).await?;
        kiosk.page.appears(QUESTION).await
    })
}

#[test]
fn nobody_answers_and_one_sentence_says_that_all_is_cleared() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.tap("#tile-report").await?;
        kiosk.on("notice").await?;
        kiosk.pass(ASK).await?;
        kiosk.page.appears(QUESTION).await?;
        kiosk.mark_page().await?;
        kiosk.pass(COUNTDOWN).await?;
        kiosk.on("wiped").await?;
        let said = kiosk.page.text("main").await?;
        assert!(said.contains("已全部清除"), "{said}");
        // It leaves by itself, without a touch.
        kiosk.fresh().await
    })
}

#[test]
fn an_untouched_welcome_page_invites_without_asking() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.pass(ASK).await?;
        kiosk.on("attract").await?;
        kiosk.page.tap("#wake").await?;
        kiosk.on("welcome").await
    })
}

#[test]
fn what_is_on_its_way_is_not_cut_off() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        use petition_domain::draft::Step;
        use petition_tests::intercept::Stop;
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.walk_to(&story::accusation(), Step::Sign).await?;
        let mut held = kiosk.page.hold("/api/v1/matters", Stop::Response).await?;
        kiosk.next().await?;
        held.next().await?;
        kiosk.pass(ASK).await?;
        look(&kiosk.page).await?;
        kiosk.pass(COUNTDOWN).await?;
        look(&kiosk.page).await?;
        kiosk.on("sending").await?;
        held.release().await?;
        kiosk.receipt().await?;
        Ok(())
    })
}
