//! The keyboard on the screen: whoever can draw a character, or has ever typed one, can fill in the
//! whole of it without help.

use anyhow::{Context, Result, ensure};
use petition_domain::draft::{PersonPage, Step};
use petition_domain::identity::mask;
use petition_domain::{Field, PersonField};
use petition_tests::access::{Findings, Sizes};
use petition_tests::kiosk::{DISPLAYS, Kiosk, field_css};
use petition_tests::page::{Page, Shape};
use petition_tests::server::Hall;
use petition_tests::stage::{self, Stage};
use petition_tests::story::{self, Story};
use petition_tests::tour;
use petition_tests::traces::Needles;
use petition_tests::typist::{Run, Typed, Typist, Way};
use petition_text::Lang;
use serde_json::json;

const NAME: Step = Step::Person(0, PersonPage::Name);
const ID: Step = Step::Person(0, PersonPage::Id);
const ADDRESS: Step = Step::Person(0, PersonPage::Address);

fn hall() -> Hall {
    Hall { has_keyboard: true, ..Hall::default() }
}

fn css(field: PersonField) -> String {
    field_css(Field::Person(0, field))
}

/// A name with a rare character, a number that ends with X, an address and two hundred characters of
/// a grievance, all of it on the screen.
fn whole(way: Way) -> Result<()> {
    stage::run(&hall(), async |stage| {
        let typed = Typed::read()?;
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        assert!(!page.eval::<bool>(IS_FETCHED).await?, "nobody has touched a field yet");
        let typist = Typist::new(page)?;
        let story = story::individual_claim();
        kiosk.reach(&story, NAME).await?;
        let run =
            |text: &str, pinyin: &str| Run { text: text.to_owned(), pinyin: pinyin.to_owned() };
        let write = async |css: &str, run: &Run| -> Result<()> {
            typist.open(css).await?;
            typist.switch(way.board()).await?;
            typist.write(way, run).await?;
            assert_eq!(typist.hidden().await?, Vec::<String>::new(), "{css}");
            typist.done().await
        };
        write(&css(PersonField::Name), &run(&typed.name, &typed.name_pinyin)).await?;
        kiosk.next().await?;
        kiosk.at(ID).await?;
        kiosk.choose("resident_id").await?;
        typist.open(&css(PersonField::IdNumber)).await?;
        typist.keys(&typed.id).await?;
        let parts = format!("{} {} {}", &typed.id[..6], &typed.id[6..14], &typed.id[14..]);
        assert_eq!(page.text(".app-keys__number").await?, parts);
        typist.done().await?;
        kiosk.next().await?;
        kiosk.at(Step::Person(0, PersonPage::Mobile)).await?;
        kiosk.next().await?;
        kiosk.at(ADDRESS).await?;
        kiosk.browse_county("371602").await?;
        write(&css(PersonField::AddressDetail), &run(&typed.address, &typed.address_pinyin))
            .await?;
        kiosk.next().await?;
        kiosk.at(Step::Purpose).await?;
        kiosk.go_on(&story, Step::Purpose, Step::Facts).await?;
        let facts = field_css(Field::Facts);
        typist.open(&facts).await?;
        typist.switch(way.board()).await?;
        for run in &typed.statement {
            typist.write(way, run).await?;
            typist.press("，").await?;
        }
        assert_eq!(typist.hidden().await?, Vec::<String>::new(), "the end of a long text");
        typist.done().await?;
        let wanted: String =
            typed.statement.iter().flat_map(|run| [run.text.as_str(), "，"]).collect();
        ensure!(wanted.chars().count() >= 200, "the statement is too short");
        assert_eq!(page.value(&facts).await?, wanted);
        kiosk.next().await?;
        kiosk.at(Step::Reasons).await?;
        kiosk.go_on(&story, Step::Reasons, Step::Check).await?;
        let answers = page.text("main").await?;
        for text in [&typed.name, &mask(&typed.id), &typed.address, &wanted] {
            ensure!(answers.contains(text.as_str()), "{text} is not among the answers: {answers}");
        }
        Ok(())
    })
}

const IS_FETCHED: &str = "performance.getEntriesByType('resource') \
    .some((entry) => /input|engine/.test(entry.name))";

#[test]
fn everything_by_full_keyboard() -> Result<()> {
    whole(Way::Full)
}

#[test]
fn everything_by_nine_keys() -> Result<()> {
    whole(Way::Nine)
}

#[test]
fn everything_by_hand() -> Result<()> {
    whole(Way::Hand)
}

/// To the page of the name, with the keyboard open.
async fn at_name(kiosk: &Kiosk) -> Result<Typist<'_>> {
    at_name_of(kiosk, &story::individual_claim()).await
}

async fn at_name_of<'a>(kiosk: &'a Kiosk, story: &Story) -> Result<Typist<'a>> {
    kiosk.reach(story, NAME).await?;
    let typist = Typist::new(&kiosk.page)?;
    typist.open(&css(PersonField::Name)).await?;
    Ok(typist)
}

/// In every way to show it, upright and lying, what is written in and what is wrong with it are seen.
#[test]
fn the_field_and_its_error_stay_in_sight() -> Result<()> {
    for shape in [Shape::PORTRAIT, Shape::LANDSCAPE] {
        stage::run(&hall(), async |stage| {
            let kiosk = Kiosk::open(stage, shape).await?;
            let page = &kiosk.page;
            let typist = Typist::new(page)?;
            let story = story::individual_claim();
            let mut findings = Findings::default();
            let fields = [
                (NAME, css(PersonField::Name)),
                (ID, css(PersonField::IdNumber)),
                (ADDRESS, css(PersonField::AddressDetail)),
                (Step::Facts, field_css(Field::Facts)),
            ];
            let mut before = None;
            for (step, field) in fields {
                match before {
                    None => kiosk.reach(&story, step).await?,
                    Some(before) => kiosk.go_on(&story, before, step).await?,
                }
                before = Some(step);
                if step == ADDRESS {
                    kiosk.browse_county("371602").await?;
                }
                // Nothing is written: that is what is wrong.
                kiosk.next().await?;
                page.appears(".app-error").await?;
                // It takes the focus, and must not take it from the field.
                page.has_focus("#errors").await?;
                for display in DISPLAYS {
                    page.show_as(display).await?;
                    typist.open(&field).await?;
                    page.painted().await?;
                    findings.add(&format!("{step:?} {display}"), typist.hidden().await?);
                    typist.done().await?;
                }
                page.show_as("").await?;
            }
            findings.none()
        })?;
    }
    Ok(())
}

/// axe-core, sizes and fit of every board, in four ways to show it.
fn every_board(lang: Lang, shape: Shape) -> Result<()> {
    stage::run(&Hall { has_keyboard: true, ..Hall::speaking(lang) }, async |stage| {
        let kiosk = Kiosk::open(stage, shape).await?;
        let page = &kiosk.page;
        let mut findings = Findings::default();
        let story = tour::visitor(lang);
        let typist = at_name_of(&kiosk, &story).await?;
        let spoken: String = page.eval("document.documentElement.lang").await?;
        ensure!(spoken == lang.tag(), "the page speaks {spoken}, not {}", lang.tag());
        boards(page, &typist, &["hand", "full", "nine", "latin", "point"], &mut findings).await?;
        typist.done().await?;
        kiosk.go_on(&story, NAME, ID).await?;
        typist.open(&css(PersonField::IdNumber)).await?;
        boards(page, &typist, &["digits", "latin"], &mut findings).await?;
        typist.done().await?;
        kiosk.go_on(&story, ID, Step::Facts).await?;
        typist.open(&field_css(Field::Facts)).await?;
        boards(page, &typist, &["digits", "symbols", "hand"], &mut findings).await?;
        findings.none()
    })
}

async fn boards(
    page: &Page,
    typist: &Typist<'_>,
    names: &[&str],
    findings: &mut Findings,
) -> Result<()> {
    for name in names {
        typist.switch(name).await?;
        if *name == "full" {
            typist.keys("women").await?;
            page.appears("[data-key=choice-1]").await?;
        }
        for display in DISPLAYS {
            page.show_as(display).await?;
            let place = format!("{name} {display}");
            findings.add(&place, page.axe(display == "contrast").await?);
            let sizes = if display == "large" { Sizes::LARGE } else { Sizes::KIOSK };
            findings.add(&place, page.too_small(sizes).await?);
            findings.add(&place, page.unfitting().await?);
        }
        page.show_as("").await?;
    }
    Ok(())
}

#[test]
fn every_board_in_chinese() -> Result<()> {
    every_board(Lang::Zh, Shape::PORTRAIT)
}

#[test]
fn every_board_in_english() -> Result<()> {
    every_board(Lang::En, Shape::PORTRAIT)
}

#[test]
fn every_board_in_longer_words() -> Result<()> {
    every_board(Lang::Pseudo, Shape::PORTRAIT)
}

#[test]
fn every_board_from_right_to_left() -> Result<()> {
    every_board(Lang::PseudoRtl, Shape::PORTRAIT)
}

#[test]
fn every_board_on_a_lying_screen() -> Result<()> {
    every_board(Lang::Zh, Shape::LANDSCAPE)
}

#[test]
fn what_was_done_can_be_undone() -> Result<()> {
    stage::run(&hall(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let typist = at_name(&kiosk).await?;
        let name = css(PersonField::Name);
        typist.switch("latin").await?;
        typist.press("shift").await?;
        typist.keys("a").await?;
        typist.press("shift").await?;
        typist.keys("bc").await?;
        assert_eq!(page.value(&name).await?, "Abc");
        typist.switch("full").await?;
        typist.press("clear").await?;
        assert_eq!(page.value(&name).await?, "");
        typist.press("clear").await?;
        assert_eq!(page.value(&name).await?, "Abc", "emptied by mistake");
        // Keys that wait go first, then what stands in the field.
        typist.keys("wo").await?;
        page.appears("[data-key=choice-0]").await?;
        for _ in 0..3 {
            typist.press("back").await?;
        }
        assert_eq!(page.value(&name).await?, "Ab");
        // A finger that rests on the key takes back more and more.
        page.rest_on(".app-keys [data-key=back]", 1_200).await?;
        assert_eq!(page.value(&name).await?, "");
        typist.switch("point").await?;
        typist.keys("20BB7").await?;
        page.tap("[data-key=choice-0]").await?;
        typist.press("·").await?;
        assert_eq!(page.value(&name).await?, "𠮷·");
        typist.press("back").await?;
        typist.press("back").await?;
        assert_eq!(page.value(&name).await?, "", "one character, though it is two units long");
        Ok(())
    })
}

#[test]
fn two_boxes_are_written_in_turn_and_a_stroke_is_taken_back() -> Result<()> {
    stage::run(&hall(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let typist = at_name(&kiosk).await?;
        typist.switch("hand").await?;
        typist.stroke(0, '大', 0).await?;
        typist.stroke(0, '大', 1).await?;
        typist.press("undo").await?;
        page.until(
            "one stroke",
            "document.querySelector('.app-draw path').getAttribute('d').split('M').length === 2",
        )
        .await?;
        typist.press("redraw").await?;
        page.vanishes("[data-key=choice-0]").await?;
        typist.press("boxes").await?;
        page.appears("[data-box='1']").await?;
        for (index, c) in ['大', '山'].into_iter().enumerate() {
            typist.ink(index, c).await?;
            page.appears("[data-key=choice-0]").await?;
        }
        // The first box was finished by beginning in the second.
        assert_eq!(page.value(&css(PersonField::Name)).await?, "大");
        typist.done().await?;
        assert_eq!(page.value(&css(PersonField::Name)).await?, "大山");
        Ok(())
    })
}

/// Whoever has real keys sees the board go, and a finger in the field brings it back.
#[test]
fn real_keys_send_it_away() -> Result<()> {
    stage::run(&hall(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let typist = at_name(&kiosk).await?;
        let key = json!({"type": "keyDown", "key": "w", "code": "KeyW", "text": "w"});
        page.send("Input.dispatchKeyEvent", key).await?;
        page.vanishes(".app-keys").await?;
        assert_eq!(page.value(&css(PersonField::Name)).await?, "w");
        typist.open(&css(PersonField::Name)).await?;
        Ok(())
    })
}

/// A dictionary that does not come leaves everything else usable, says so, and can be had later.
#[test]
fn what_cannot_be_fetched_is_said_and_the_rest_works() -> Result<()> {
    let hall = Hall { edits_dist: true, ..hall() };
    stage::run(&hall, async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let away = hide(stage, "pinyin.bin")?;
        for part in ["pinyin.bin", "handwriting.bin"] {
            page.forgive(part);
        }
        let typist = at_name(&kiosk).await?;
        typist.switch("full").await?;
        page.until("what works instead", &says("请用手写")).await?;
        typist.switch("hand").await?;
        typist.ink(0, '王').await?;
        page.appears("[data-key=choice-0]").await?;
        typist.switch("full").await?;
        // What was typed meanwhile has its choices when the dictionary is there.
        typist.keys("wo").await?;
        bring_back(&away)?;
        typist.press("again").await?;
        page.appears("[data-key=choice-0]").await?;
        page.vanishes(".app-keys__state").await?;
        Ok(())
    })?;
    stage::run(&hall, async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        for part in ["pinyin.bin", "handwriting.bin"] {
            page.forgive(part);
            hide(stage, part)?;
        }
        let typist = at_name(&kiosk).await?;
        page.until("who helps", &says("请找工作人员")).await?;
        typist.switch("latin").await?;
        typist.keys("wang").await?;
        assert_eq!(page.value(&css(PersonField::Name)).await?, "wang");
        Ok(())
    })
}

/// An expression: whether the state of the engines is told with `words`.
fn says(words: &str) -> String {
    format!("document.querySelector('.app-keys__state')?.textContent.includes('{words}')")
}

type Hidden = Vec<(std::path::PathBuf, std::path::PathBuf)>;

/// Takes an asset from the server, packed and unpacked.
fn hide(stage: &Stage, name: &str) -> Result<Hidden> {
    let mut hidden = Vec::new();
    for suffix in ["", ".br"] {
        let file = stage.server.dist().join("input").join(format!("{name}{suffix}"));
        if file.exists() {
            let away = file.with_extension("away");
            std::fs::rename(&file, &away)?;
            hidden.push((away, file));
        }
    }
    ensure!(!hidden.is_empty(), "the server has no {name}");
    Ok(hidden)
}

fn bring_back(hidden: &Hidden) -> Result<()> {
    for (away, file) in hidden {
        std::fs::rename(away, file)?;
    }
    Ok(())
}

/// What one person wrote teaches the machine nothing about them.
#[test]
fn the_next_person_finds_no_trace() -> Result<()> {
    stage::run(&hall(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let choices = "[...document.querySelectorAll('[data-key^=choice-]')].slice(0, 12) \
                       .map((key) => key.textContent)";
        let typist = at_name(&kiosk).await?;
        typist.switch("full").await?;
        let rare = Run { text: "喆".to_owned(), pinyin: "zhe".to_owned() };
        typist.keys("zhe").await?;
        page.appears("[data-key=choice-0]").await?;
        typist.answered().await?;
        let before: Vec<String> = page.eval(choices).await?;
        for _ in 0.."zhe".len() {
            typist.press("back").await?;
        }
        for _ in 0..3 {
            typist.write(Way::Full, &rare).await?;
        }
        typist.keys("zhe").await?;
        typist.answered().await?;
        let after: Vec<String> = page.eval(choices).await?;
        assert_ne!(before, after, "within a session what was chosen comes first");
        let needles = Needles::new(["喆喆喆".to_owned()]);
        ensure!(!needles.on(page).await?.is_empty(), "before the end it is found");
        kiosk.end().await?;
        assert_eq!(needles.on(page).await?, Vec::<String>::new());
        assert_eq!(needles.in_heap(page).await?, Vec::<String>::new());
        let typist = at_name(&kiosk).await?;
        typist.switch("full").await?;
        typist.keys("zhe").await?;
        page.appears("[data-key=choice-0]").await?;
        typist.answered().await?;
        assert_eq!(page.eval::<Vec<String>>(choices).await?, before);
        Ok(())
    })
}

/// Opened and closed five hundred times, it holds no more than after twenty.
#[test]
fn it_does_not_grow() -> Result<()> {
    stage::run(&hall(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        let typist = at_name(&kiosk).await?;
        typist.switch("full").await?;
        page.send("Performance.enable", json!({})).await?;
        let field = css(PersonField::Name);
        let turn = async |times: usize| -> Result<(f64, f64)> {
            page.call::<serde_json::Value>(TURN, json!([field, times])).await?;
            page.send("HeapProfiler.collectGarbage", json!({})).await?;
            let metrics = page.send("Performance.getMetrics", json!({})).await?;
            let metric = |name: &str| {
                let rows = metrics.get("metrics")?.as_array()?;
                let row = rows.iter().find(|row| row.get("name").is_some_and(|n| n == name))?;
                row.get("value")?.as_f64()
            };
            Ok((metric("Nodes").context("nodes")?, metric("JSHeapUsedSize").context("heap")?))
        };
        let (nodes, heap) = turn(20).await?;
        let (nodes_after, heap_after) = turn(500).await?;
        ensure!(nodes_after <= nodes + 20.0, "{nodes} nodes have become {nodes_after}");
        ensure!(heap_after <= heap + 200_000.0, "{heap} bytes have become {heap_after}");
        Ok(())
    })
}

/// The focus goes into the field and to the heading.
const TURN: &str = "async (css, times) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < times; i++) {
        document.querySelector(css).focus();
        await frame();
        if (!document.querySelector('.app-keys')) throw new Error('it did not open');
        document.querySelector('h1').focus();
        await frame();
        if (document.querySelector('.app-keys')) throw new Error('it did not close');
    }
    return null;
}";
