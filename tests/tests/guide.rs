//! The guide: paper in the hand, a card on the phone, a way to go, and a submission that begins with
//! what is known.

use anyhow::{Context, Result};
use petition_domain::draft::Step;
use petition_tests::kiosk::Kiosk;
use petition_tests::page::{Page, Shape};
use petition_tests::server::Hall;
use petition_tests::{paper, stage, story, tour};

/// Whether anything of the guide was fetched.
const IS_FETCHED: &str =
    "performance.getEntriesByType('resource').some((entry) => /guide/.test(entry.name))";

#[test]
fn from_welcome_to_a_printed_card_in_four_touches() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        assert!(!page.eval::<bool>(IS_FETCHED).await?, "nobody has opened the guide yet");
        let touches = [
            "#tile-guide",
            "[data-kind=tile][data-id=wages] button",
            "[data-id=wages-unpaid] button",
            "#take-print",
        ];
        for css in touches {
            page.tap(css).await?;
        }
        page.until("the printing", "window.__prints === 1").await?;
        let printed = paper::read_text(&page.print().await?)?;
        for words in ["干了活", "劳动监察投诉", "2 年内", "身份证", "核对过"] {
            assert!(printed.contains(words), "{words} is not on paper: {printed}");
        }
        Ok(())
    })
}

#[test]
fn a_card_goes_to_the_phone() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        for css in [
            "#tile-guide",
            "[data-kind=tile][data-id=injury] button",
            "[data-id=injury-recognition] button",
        ] {
            page.tap(css).await?;
        }
        page.appears("[data-open-card]").await?;
        let title = page.text("h1#title").await?;
        page.tap("#take-phone").await?;
        page.appears("#guide-qr[data-modules]").await?;
        let address = paper::read_code(&page.screenshot().await?)?;
        let phone: Page = stage.page(Shape::PHONE).await?;
        phone.goto(&address).await?;
        assert_eq!(phone.text("h1").await?, title);
        assert_eq!(phone.count("script").await?, 0);
        Ok(())
    })
}

#[test]
fn five_answers_end_in_a_way_and_in_a_prefilled_draft() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        page.tap("#tile-guide").await?;
        page.tap("#guide-check").await?;
        for (question, option) in tour::CHECK {
            page.tap(&format!("[data-question={question}] [data-option={option}] button")).await?;
        }
        page.appears("[data-outcome] [data-way=reconsideration]").await?;
        let due = page.text("[data-way=reconsideration] .app-route__limit").await?;
        assert!(due.contains("还剩"), "the days left are told: {due}");
        assert!(page.text("[data-petition]").await?.contains("第三十一条"));
        assert!(page.has("#outcome-print").await?, "it can be taken home");
        page.tap("#outcome-submit").await?;
        kiosk.at(Step::Notice).await?;
        // And back, with every answer still given.
        kiosk.back().await?;
        page.appears("[data-outcome] [data-way=reconsideration]").await?;
        page.tap("#next").await?;
        let story = story::individual_claim();
        for step in story.steps() {
            kiosk.at(step).await?;
            if step == Step::Category {
                page.appears("[role=radio][data-value=labour][aria-checked=true]").await?;
            }
            kiosk.answer(&story, step).await?;
            if step == Step::Facts {
                page.appears(".app-hints li").await?;
            }
            kiosk.next().await?;
        }
        kiosk.on("receipt").await?;
        assert_eq!(stage.server.matters()?, 1);
        Ok(())
    })
}

#[test]
fn danger_comes_before_everything_else() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        page.tap("#tile-guide").await?;
        page.tap("#guide-check").await?;
        page.tap("[data-question=danger] [data-option=yes] button").await?;
        let urgent = page.text(".app-urgent").await?;
        for number in ["110", "120", "119"] {
            assert!(urgent.contains(number), "{urgent}");
        }
        page.tap("#outcome-ring").await?;
        page.appears("[data-overlay=staff] [data-bell=rang]").await?;
        assert_eq!(stage.server.calls()?, 1);
        Ok(())
    })
}

#[test]
fn what_was_looked_up_is_gone_for_the_next_person() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        page.tap("#tile-guide").await?;
        page.fill("#guide-search", "工伤").await?;
        page.tap("[data-kind=card][data-id=injury-recognition] button").await?;
        page.appears("[data-open-card]").await?;
        kiosk.end().await?;
        page.tap("#tile-guide").await?;
        page.appears("[data-kind=tile]").await?;
        let search = page.value("#guide-search").await.context("the search")?;
        assert_eq!(search, "");
        assert!(!page.has("[data-open-card]").await?);
        Ok(())
    })
}

/// The page of a card on any phone, without a script: as accessible as everything else.
#[test]
fn the_plain_page_of_a_card_is_accessible() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let phone: Page = stage.page(Shape::PHONE).await?;
        for path in ["zh-CN/wages-unpaid", "en/wages-unpaid", "zh-CN/", "zh-CN/no-such-card"] {
            phone.forgive(path);
            phone.goto(&format!("{}/g/{path}", stage.server.url)).await?;
            let mut findings = phone.axe(false).await?;
            findings.extend(phone.unfitting().await?);
            assert_eq!(findings, Vec::<String>::new(), "{path}");
        }
        Ok(())
    })
}
