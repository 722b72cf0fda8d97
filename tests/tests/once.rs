//! One intent, one matter: whatever is pressed, cut off or loaded again.

use anyhow::Result;
use petition_domain::draft::Step;
use petition_tests::intercept::Stop;
use petition_tests::keys::Key;
use petition_tests::kiosk::{Kiosk, Taken};
use petition_tests::page::Shape;
use petition_tests::server::Hall;
use petition_tests::stage;
use petition_tests::story;
use petition_tests::touch::{Lift, signature};

const SUBMIT: &str = "/api/v1/matters";

#[test]
fn twenty_taps_register_one_matter() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.walk_to(&story::accusation(), Step::Sign).await?;
        kiosk.page.tap_many("#next", 20).await?;
        kiosk.page.press(Key::Enter).await?;
        kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        Ok(())
    })
}

/// Chromium swallows the click that follows a fast stroke; the button must not depend on it.
#[test]
fn a_quick_signature_does_not_swallow_the_submit() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = story::individual_claim();
        kiosk.walk_to(&petition_tests::story::Story { photos: 0, ..story }, Step::Check).await?;
        kiosk.next().await?;
        kiosk.at(Step::Sign).await?;
        kiosk.page.tap("#pledge").await?;
        kiosk.page.draw("#board", &signature(), Lift::Fast).await?;
        kiosk.next().await?;
        kiosk.receipt().await?;
        Ok(())
    })
}

#[test]
fn an_answer_cut_off_brings_the_same_receipt() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.forgive(SUBMIT);
        kiosk.walk_to(&story::accusation(), Step::Sign).await?;
        let mut held = kiosk.page.hold(SUBMIT, Stop::Response).await?;
        kiosk.next().await?;
        let request = held.next().await?;
        assert_eq!(stage.server.matters()?, 1, "the server has it before its answer is lost");
        kiosk.on("sending").await?;
        held.cut(&request).await?;
        held.release().await?;
        // The kiosk tries again by itself and says meanwhile that nothing is lost.
        let Taken { number, .. } = kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        stage.server.event(number, &["refer", "--organ", "试验局"])
    })
}

#[test]
fn after_every_try_has_failed_one_touch_tries_again() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.forgive(SUBMIT);
        kiosk.walk_to(&story::accusation(), Step::Sign).await?;
        kiosk.hurry().await?;
        let mut held = kiosk.page.hold(SUBMIT, Stop::Response).await?;
        kiosk.next().await?;
        let failed = "document.querySelector('main[data-screen^=sending]') \
                      && document.querySelector('#next') !== null";
        let tries = held.cut_until(&kiosk.page, failed).await?;
        assert!(tries >= 2, "it gave up after {tries} tries");
        kiosk.page.has_focus("main h1, #next, #errors").await?;
        held.release().await?;
        kiosk.next().await?;
        kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        Ok(())
    })
}

#[test]
fn a_reload_while_it_is_sent_brings_the_same_receipt() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.forgive(SUBMIT);
        kiosk.walk_to(&story::accusation(), Step::Sign).await?;
        kiosk.is_saved().await?;
        let mut held = kiosk.page.hold(SUBMIT, Stop::Response).await?;
        kiosk.next().await?;
        held.next().await?;
        assert_eq!(stage.server.matters()?, 1);
        held.release().await?;
        kiosk.reload().await?;
        let first = kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        // And again from the receipt itself.
        kiosk.reload().await?;
        let second = kiosk.receipt().await?;
        assert_eq!((first.number, first.code, first.qr), (second.number, second.code, second.qr));
        assert_eq!(stage.server.matters()?, 1);
        Ok(())
    })
}

#[test]
fn back_and_reload_at_every_step_lose_nothing() -> Result<()> {
    nothing_is_lost(&story::individual_claim())
}

#[test]
fn back_and_reload_lose_nothing_of_five_representatives() -> Result<()> {
    nothing_is_lost(&story::five_representatives())
}

fn nothing_is_lost(story: &story::Story) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let steps = story.steps();
        kiosk
            .walk(story, async |kiosk, step| {
                // Leaving the field hides a number; what is compared is what is seen then.
                kiosk.page.eval::<serde_json::Value>("document.activeElement.blur()").await?;
                let before = kiosk.answers().await?;
                kiosk.is_saved().await?;
                kiosk.reload().await?;
                kiosk.still_has(&before, "after a reload").await?;
                let position = steps.iter().position(|other| *other == step).unwrap_or(0);
                let Some(previous) = position.checked_sub(1).and_then(|at| steps.get(at)) else {
                    return Ok(());
                };
                kiosk.back().await?;
                kiosk.at(*previous).await?;
                kiosk.next().await?;
                kiosk.at(step).await?;
                kiosk.still_has(&before, "after back and forward").await?;
                // The browser's own back is the same back.
                kiosk.page.history_back().await?;
                kiosk.at(*previous).await?;
                kiosk.next().await?;
                kiosk.at(step).await?;
                kiosk.still_has(&before, "after the browser's back").await?;
                Ok(())
            })
            .await?;
        assert_eq!(stage.server.matters()?, 1);
        Ok(())
    })
}

#[test]
fn an_answer_can_be_changed_from_the_check_page() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = story::accusation();
        kiosk.walk_to(&story, Step::Check).await?;
        let rows = kiosk.page.count("[data-answer] button.change").await?;
        assert!(rows >= 15, "only {rows} answers can be changed");
        kiosk.page.tap("[data-answer='statement/facts'] button.change").await?;
        kiosk.at(Step::Facts).await?;
        kiosk.page.fill("#f-statement-facts", "改过的事实").await?;
        kiosk.next().await?;
        kiosk.at(Step::Check).await?;
        let row = kiosk.page.text("[data-answer='statement/facts']").await?;
        assert!(row.contains("改过的事实"), "{row}");
        // What was opened and left by "back" is unchanged, and leads back here too.
        kiosk.page.tap("[data-answer='about/unit'] button.change").await?;
        kiosk.at(Step::About).await?;
        kiosk.back().await?;
        kiosk.at(Step::Check).await
    })
}
