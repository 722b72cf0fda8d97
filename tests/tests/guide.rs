//! The guide: paper in the hand, a card on the phone, a way to go, and a submission that begins with
//! what is known.

use std::fs;

use anyhow::{Context, Result};
use petition_domain::draft::Step;
use petition_tests::intercept::Stop;
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
        let papers = page.text("[data-outcome] .app-papers").await?;
        assert!(papers.contains("身份证"), "what to bring: {papers}");
        page.tap("#outcome-print").await?;
        page.until("the printing", "window.__prints === 1").await?;
        let printed = paper::read_text(&page.print().await?)?;
        for words in ["行政复议", "还剩", "带上这些", "身份证"] {
            assert!(printed.contains(words), "{words} is not on paper: {printed}");
        }
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

/// Somebody of the office corrects a sentence while the hall is open.
#[test]
fn an_edit_on_disk_is_on_the_screen_without_a_restart() -> Result<()> {
    let hall = Hall { edits_content: true, ..Hall::default() };
    stage::run(&hall, async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let file = stage.server.content().join("zh-CN/labour.md");
        let as_written = fs::read_to_string(&file)?;
        let edited = as_written.replacen("干了活，不给工资", "老板欠着工钱不给", 1);
        fs::write(&file, &edited)?;
        page.until("the server to see it", &shows("老板欠着工钱不给")).await?;
        page.tap("#tile-guide").await?;
        page.tap("[data-kind=tile][data-id=wages] button").await?;
        page.tap("[data-id=wages-unpaid] button").await?;
        page.appears("[data-open-card]").await?;
        assert_eq!(page.text("h1#title").await?, "老板欠着工钱不给");

        // A slip of the pen: what was good stays, and whoever watches the server is told the line.
        let broken = edited
            .replacen("limit = \"labour-inspection\"", "limit = \"nowhere\"", 1)
            .replacen("老板欠着工钱不给", "另一个题目", 1);
        fs::write(&file, &broken)?;
        let told = "fetch('/readyz').then((answer) => answer.text()).then((text) => \
                    /zh-CN.labour.md:[0-9]+: no limit/.test(text))";
        page.until("the fault to be told", told).await?;
        kiosk.back().await?;
        page.tap("[data-id=wages-unpaid] button").await?;
        page.appears("[data-open-card]").await?;
        assert_eq!(page.text("h1#title").await?, "老板欠着工钱不给");
        Ok(())
    })
}

/// An expression: whether the plain page of the card has `words`.
fn shows(words: &str) -> String {
    format!(
        "fetch('/g/zh-CN/wages-unpaid').then((answer) => answer.text()) \
         .then((text) => text.includes('{words}'))"
    )
}

/// Where no voice is installed, recordings read; where there are none, nothing offers to read.
#[test]
fn recordings_read_a_card_sentence_by_sentence() -> Result<()> {
    let open = async |kiosk: &Kiosk, card: &str| -> Result<()> {
        for css in ["#tile-guide", "[data-kind=tile][data-id=wages] button"] {
            kiosk.page.tap(css).await?;
        }
        kiosk.page.tap(&format!("[data-id={card}] button")).await?;
        kiosk.page.appears("[data-open-card]").await
    };
    let hall = Hall { edits_content: true, has_recordings: true, ..Hall::default() };
    stage::run(&hall, async |stage| {
        let clips = stage.server.content().join("clips/zh-CN/wages-unpaid");
        fs::create_dir_all(&clips)?;
        // More than the card has sentences, so that the end is the card's own.
        for index in 1..=80 {
            fs::write(clips.join(format!("{index}.mp3")), silence())?;
        }
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        open(&kiosk, "wages-unpaid").await?;
        page.appears("#read-aloud").await?;
        let offer = page.text("#read-aloud").await?;
        page.tap("#read-aloud").await?;
        page.until("the third sentence", &heard(3)).await?;
        assert_ne!(page.text("#read-aloud").await?, offer, "it can be stopped");
        let asks_again = format!("document.querySelector('#read-aloud').innerText === '{offer}'");
        page.until("the last sentence", &asks_again).await?;
        assert!(!page.eval::<bool>(&heard(80)).await?, "it ends with the card");
        kiosk.back().await?;
        page.forgive("wages-site/1.mp3");
        let mut looked_for = page.hold("wages-site/1.mp3", Stop::Response).await?;
        page.tap("[data-id=wages-site] button").await?;
        looked_for.next().await?;
        looked_for.release().await?;
        page.painted().await?;
        assert!(!page.has("#read-aloud").await?, "nobody has recorded this one");
        Ok(())
    })
}

fn heard(sentence: usize) -> String {
    fetched(&format!("wages-unpaid/{sentence}.mp3"))
}

fn fetched(clip: &str) -> String {
    format!(
        "performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('{clip}'))"
    )
}

/// A twentieth of a second of nothing, as WAV: what a browser plays goes by the bytes.
fn silence() -> Vec<u8> {
    const SAMPLES: u32 = 400;
    let mut wav = Vec::new();
    wav.extend(b"RIFF");
    wav.extend((36 + SAMPLES).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    // PCM, one channel, 8,000 a second, one byte each.
    wav.extend([1, 0, 1, 0]);
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend([1, 0, 8, 0]);
    wav.extend(b"data");
    wav.extend(SAMPLES.to_le_bytes());
    wav.extend(std::iter::repeat_n(128, SAMPLES as usize));
    wav
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
