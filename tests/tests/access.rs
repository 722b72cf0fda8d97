//! Every screen can be read, hit, reached by key, and said in another language.

use anyhow::{Result, ensure};
use petition_domain::draft::Step;
use petition_domain::identity::mask;
use petition_tests::access::{Findings, Sizes};
use petition_tests::kiosk::{DISPLAYS, Hand, Kiosk};
use petition_tests::page::Shape;
use petition_tests::server::{HALL_NAME, Hall, OFFICE};
use petition_tests::stage;
use petition_tests::story::{self, Story};
use petition_tests::tour;
use petition_text::Lang;
use serde_json::json;

/// axe-core, sizes, fit and keys on every screen of the kiosk, in four ways to show it.
fn every_screen(lang: Lang, shape: Shape) -> Result<()> {
    stage::run(&Hall::speaking(lang), async |stage| {
        let kiosk = Kiosk::open(stage, shape).await?;
        let mut findings = Findings::default();
        tour::kiosk(stage, &kiosk, lang, async |page, scene| {
            for display in DISPLAYS {
                page.show_as(display).await?;
                let place = format!("{scene} {display}");
                findings.add(&place, page.axe(display == "contrast").await?);
                let sizes = if display == "large" { Sizes::LARGE } else { Sizes::KIOSK };
                findings.add(&place, page.too_small(sizes).await?);
                findings.add(&place, page.unfitting().await?);
            }
            page.show_as("").await?;
            if lang == Lang::Zh {
                findings.add(scene, page.tab_stops().await?);
            }
            Ok(())
        })
        .await?;
        findings.none()
    })
}

#[test]
fn every_screen_in_chinese() -> Result<()> {
    every_screen(Lang::Zh, Shape::PORTRAIT)
}

#[test]
fn every_screen_in_english() -> Result<()> {
    every_screen(Lang::En, Shape::PORTRAIT)
}

/// Words, sizes and fit on a lying screen.
#[test]
fn every_screen_on_a_lying_screen() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::LANDSCAPE).await?;
        let mut findings = Findings::default();
        tour::kiosk(stage, &kiosk, Lang::Zh, async |page, scene| {
            for display in DISPLAYS {
                page.show_as(display).await?;
                let sizes = if display == "large" { Sizes::LARGE } else { Sizes::KIOSK };
                findings.add(&format!("{scene} {display}"), page.too_small(sizes).await?);
                findings.add(&format!("{scene} {display}"), page.unfitting().await?);
            }
            page.show_as("").await
        })
        .await?;
        findings.none()
    })
}

/// What may stand on a screen without being a word of ours.
fn data(story: &Story) -> Vec<String> {
    let mut data = story.words();
    data.extend(story.submission.people.iter().map(|person| mask(&person.id.number)));
    data.extend(story::accusation().words());
    data.extend(story::organisation_suggestion().words());
    let hall = [HALL_NAME, OFFICE, "0000-54321", "9 号机", "访", "sheet.pdf", "lies.jpg", "JPEG"];
    let places = ["山东省", "滨州市", "滨城区", "邹平市"];
    let languages = Lang::ALL.map(Lang::own_name);
    data.extend(hall.iter().chain(&places).chain(&languages).map(|&word| word.to_owned()));
    // Longer ones first, so that a part of a name does not leave the rest behind.
    data.sort_by_key(|word| std::cmp::Reverse(word.len()));
    data
}

/// In the pseudo-language every word stands in brackets: none was written outside the tables. It is
/// a third longer than English, and nothing bursts.
#[test]
fn no_word_is_written_outside_the_tables() -> Result<()> {
    let lang = Lang::Pseudo;
    stage::run(&Hall::speaking(lang), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let data = data(&tour::visitor(lang));
        let mut findings = Findings::default();
        tour::kiosk(stage, &kiosk, lang, async |page, scene| {
            // Before the hall is known no language is chosen: that page speaks two.
            if scene != "no-hall" {
                findings.add(scene, page.untold(&data).await?);
            }
            for display in DISPLAYS {
                page.show_as(display).await?;
                findings.add(&format!("{scene} {display}"), page.unfitting().await?);
            }
            page.show_as("").await
        })
        .await?;
        findings.none()
    })
}

#[test]
fn right_to_left_everything_fits() -> Result<()> {
    let lang = Lang::PseudoRtl;
    stage::run(&Hall::speaking(lang), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let mut findings = Findings::default();
        tour::kiosk(stage, &kiosk, lang, async |page, scene| {
            let direction: String = page.eval("getComputedStyle(document.body).direction").await?;
            if direction != "rtl" && scene != "no-hall" {
                findings.add(scene, vec![format!("it is written {direction}")]);
            }
            for display in DISPLAYS {
                page.show_as(display).await?;
                findings.add(&format!("{scene} {display}"), page.unfitting().await?);
            }
            page.show_as("").await
        })
        .await?;
        findings.none()
    })
}

#[test]
fn a_keyboard_alone_completes_a_journey() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk { hand: Hand::Keys, ..Kiosk::open(stage, Shape::PORTRAIT).await? };
        kiosk.walk(&story::accusation(), async |_, _| Ok(())).await?;
        kiosk.receipt().await?;
        assert_eq!(stage.server.matters()?, 1);
        kiosk.finish("#taken").await
    })
}

/// The switches of the display do what the classes of the other tests do.
#[test]
fn the_display_switches_change_what_is_seen() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let font =
            "parseFloat(getComputedStyle(document.querySelector('main .app-lead')).fontSize)";
        let before: f64 = kiosk.page.eval(font).await?;
        kiosk.toggle_display("large").await?;
        kiosk.page.until("larger text", &format!("{font} > {before}")).await?;
        kiosk.toggle_display("contrast").await?;
        kiosk.toggle_display("low").await?;
        let classes: String = kiosk.page.eval("document.documentElement.className").await?;
        for class in ["large", "contrast", "low-reach"] {
            assert!(classes.split(' ').any(|word| word == class), "{classes}");
        }
        // They stay through pages and a reload, and go with the session.
        kiosk.begin(&story::individual_claim()).await?;
        kiosk.is_saved().await?;
        kiosk.reload().await?;
        kiosk.page.appears("main[data-screen=notice]").await?;
        assert_eq!(kiosk.page.eval::<String>("document.documentElement.className").await?, classes);
        kiosk.end().await?;
        kiosk.page.until("the plain display", "document.documentElement.className === ''").await
    })
}

/// In low-reach mode everything to touch is in the lower part of a tall screen.
#[test]
fn low_reach_keeps_controls_within_reach() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let mut findings = Findings::default();
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.toggle_display("low").await?;
        kiosk
            .walk(&story, async |kiosk, step| {
                if matches!(step, Step::Category | Step::Check | Step::Notice) {
                    // Longer than the reach: these scroll, and their buttons are below.
                    return Ok(());
                }
                let function = "() => kit.controls().filter((e) => kit.visible(e)) \
                    .filter((e) => e.getBoundingClientRect().bottom < innerHeight * 0.38) \
                    .map((e) => `${kit.name(e)} is out of reach`)";
                findings.add(&format!("{step:?}"), kiosk.page.call(function, json!([])).await?);
                Ok(())
            })
            .await?;
        findings.none()
    })
}

/// Without motion being asked for less, a page change is over in a blink; with it, at once.
#[test]
fn reduced_motion_moves_nothing() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        kiosk.page.send("Emulation.setEmulatedMedia", still).await?;
        kiosk.page.tap("#tile-report").await?;
        kiosk.on("notice").await?;
        let moving: Vec<String> = kiosk
            .page
            .eval("document.getAnimations().map((a) => a.animationName ?? a.transitionProperty ?? '?')")
            .await?;
        ensure!(moving.is_empty(), "still moving: {moving:?}");
        Ok(())
    })
}
