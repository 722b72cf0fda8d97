//! What bad input gets: a sentence beside the field, a summary with the focus, and nothing lost.

use anyhow::{Result, ensure};
use petition_domain::draft::{PersonPage, Step};
use petition_domain::submission::Who;
use petition_domain::{Fault, Field, PersonField, Problem};
use petition_tests::files::{self, put};
use petition_tests::kiosk::{Kiosk, field_css, person};
use petition_tests::page::Shape;
use petition_tests::server::Hall;
use petition_tests::stage;
use petition_tests::story::{self, Story};
use petition_text::{Lang, sentence};
use serde_json::Value;

const NAME: Field = person(0, PersonField::Name);
const NUMBER: Field = person(0, PersonField::IdNumber);

/// Goes on and is stopped: the sentence stands beside `field`, is tied to it, and the summary has
/// the focus. What was typed is still there.
async fn is_stopped(kiosk: &Kiosk, field: Field, problem: Problem) -> Result<()> {
    let screen = kiosk.screen().await?;
    kiosk.page.eval::<Value>("document.activeElement.blur()").await?;
    let before = kiosk.answers().await?;
    kiosk.next().await?;
    kiosk.page.has_focus("#errors").await?;
    let wanted = sentence(Lang::Zh, &Fault::new(field, problem));
    let css = field_css(field);
    let beside = kiosk.page.text(&format!("{css}-error")).await?;
    assert_eq!(beside, wanted);
    let summary = kiosk.page.text("#errors").await?;
    assert!(summary.contains(&wanted), "the summary says {summary:?}, not {wanted:?}");
    assert_eq!(kiosk.page.attribute("#errors", "role").await?, "alert");
    let tied = kiosk.page.attribute(&css, "aria-describedby").await?;
    let error = format!("{}-error", css.trim_start_matches('#'));
    ensure!(tied.split(' ').any(|id| id == error), "{css} is described by {tied:?}");
    assert_eq!(kiosk.screen().await?, screen);
    assert_eq!(kiosk.answers().await?, before, "what was typed has changed");
    Ok(())
}

/// The link of the summary leads to the field.
async fn summary_leads_to(kiosk: &Kiosk, field: Field) -> Result<()> {
    kiosk.page.tap("#errors li a, #errors li button").await?;
    let css = field_css(field);
    kiosk.page.has_focus(&format!("{css}, {css} *")).await
}

#[test]
fn resident_numbers() -> Result<()> {
    let cases = [
        ("990101197001010019", Problem::Checksum),
        ("990101199502310013", Problem::NotADate),
        ("990101299901010018", Problem::FutureDate),
        ("9901011970010100", Problem::TooShort { missing: 2 }),
        ("99010119700101001A", Problem::BadCharacter('A')),
        ("", Problem::Required),
    ];
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = story::individual_claim();
        kiosk.walk_to(&story, Step::Person(0, PersonPage::Name)).await?;
        kiosk.next().await?;
        kiosk.at(Step::Person(0, PersonPage::Id)).await?;
        kiosk.choose("resident_id").await?;
        for (number, problem) in cases {
            let css = field_css(NUMBER);
            kiosk.page.tap(&css).await?;
            kiosk.page.has_focus(&css).await?;
            kiosk.page.clear().await?;
            kiosk.page.write(number).await?;
            is_stopped(&kiosk, NUMBER, problem).await?;
        }
        summary_leads_to(&kiosk, NUMBER).await?;
        // A small x and full-width digits are what somebody meant.
        kiosk.page.clear().await?;
        kiosk.page.write("９９０１０１19700101 001x").await?;
        kiosk.next().await?;
        kiosk.at(Step::Person(0, PersonPage::Mobile)).await?;
        // Once left, the middle of the number is hidden.
        kiosk.back().await?;
        kiosk.at(Step::Person(0, PersonPage::Id)).await?;
        let shown = kiosk.page.value(&field_css(NUMBER)).await?;
        assert!(shown.contains('*') && !shown.contains("19700101"), "the number shows as {shown}");
        let tree = kiosk.page.send("Accessibility.getFullAXTree", serde_json::json!({})).await?;
        assert!(!tree.to_string().contains("19700101"), "a screen reader would say the number");
        Ok(())
    })
}

#[test]
fn names() -> Result<()> {
    let cases = [
        ("", Problem::Required),
        ("王", Problem::TooShort { missing: 1 }),
        ("王5", Problem::BadCharacter('5')),
        ("王😀", Problem::BadCharacter('😀')),
        ("王\u{202e}五", Problem::HiddenCharacter),
        ("王\u{200b}五", Problem::HiddenCharacter),
        ("<script>", Problem::BadCharacter('<')),
    ];
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = story::individual_claim();
        kiosk.walk_to(&story, Step::Who).await?;
        kiosk.next().await?;
        let step = Step::Person(0, PersonPage::Name);
        kiosk.at(step).await?;
        for (name, problem) in cases {
            kiosk.page.paste(&field_css(NAME), name).await?;
            is_stopped(&kiosk, NAME, problem).await?;
        }
        kiosk.page.paste(&field_css(NAME), &"长".repeat(51)).await?;
        is_stopped(&kiosk, NAME, Problem::TooLong { excess: 1, max: 50 }).await?;
        // Mending takes the sentence away before the next touch of a button.
        kiosk.page.paste(&field_css(NAME), "王五").await?;
        kiosk.page.vanishes("#errors").await?;
        assert_eq!(kiosk.page.text(&format!("{}-error", field_css(NAME))).await?, "");
        for name in ["阿依古丽·买买提", "𠮷䶮", "㛃𬘬"] {
            kiosk.page.paste(&field_css(NAME), name).await?;
            kiosk.next().await?;
            kiosk.at(Step::Person(0, PersonPage::Id)).await?;
            kiosk.back().await?;
            kiosk.at(step).await?;
            assert_eq!(kiosk.page.value(&field_css(NAME)).await?, name);
        }
        Ok(())
    })
}

#[test]
fn long_and_strange_texts() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::About).await?;
        kiosk.next().await?;
        kiosk.at(Step::Facts).await?;
        let facts = field_css(Field::Facts);
        is_stopped(&kiosk, Field::Facts, Problem::Required).await?;
        let long = "𠮷".repeat(20_001);
        kiosk.page.paste(&facts, &long).await?;
        is_stopped(&kiosk, Field::Facts, Problem::TooLong { excess: 1, max: 20_000 }).await?;
        assert_eq!(kiosk.page.value(&facts).await?, long, "nothing is cut off silently");
        let counted =
            "document.querySelector('main').innerText.replace(/[,，]/g, '').includes('20001')";
        kiosk.page.until("the counter to tell 20001", counted).await?;
        // One taken away is enough, and twenty thousand pass.
        kiosk.page.tap(&facts).await?;
        kiosk.page.press(petition_tests::keys::Key::End).await?;
        kiosk.page.paste(&facts, &"𠮷".repeat(20_000)).await?;
        kiosk.page.vanishes("#errors").await?;
        kiosk.next().await?;
        kiosk.at(Step::Reasons).await?;
        let reasons = field_css(Field::Reasons);
        kiosk.page.paste(&reasons, "a\u{0}b").await?;
        is_stopped(&kiosk, Field::Reasons, Problem::BadCharacter('\0')).await?;
        // Markup and code are words like others, and a family is one character.
        let strange = "<script>alert(1)</script>'; DROP TABLE matter;-- 👨‍👩‍👧‍👦 𠮷\u{30ede}";
        kiosk.page.paste(&reasons, strange).await?;
        kiosk.next().await?;
        kiosk.at(Step::Request).await?;
        kiosk.page.fill(&field_css(Field::Request), "请求").await?;
        for step in
            [Step::Request, Step::Earlier, Step::Proceedings, Step::Attachments, Step::Publish]
        {
            if step != Step::Request {
                kiosk.at(step).await?;
                kiosk.answer(&story, step).await?;
            }
            kiosk.next().await?;
        }
        kiosk.at(Step::Check).await?;
        let row = kiosk.page.text("[data-answer='statement/reasons']").await?;
        assert!(row.contains("<script>alert(1)</script>"), "{row}");
        kiosk.next().await?;
        kiosk.at(Step::Sign).await?;
        kiosk.answer(&story, Step::Sign).await?;
        kiosk.next().await?;
        kiosk.receipt().await?;
        Ok(())
    })
}

#[test]
fn six_representatives() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = story::five_representatives();
        kiosk.walk_to(&story, Step::Who).await?;
        kiosk.next().await?;
        kiosk.at(Step::Count).await?;
        is_stopped(&kiosk, Field::PeopleConcerned, Problem::Required).await?;
        kiosk.page.fill(&field_css(Field::PeopleConcerned), "30").await?;
        for _ in 0..5 {
            kiosk.page.tap("#representatives-more").await?;
        }
        kiosk
            .page
            .until("six", "document.querySelector('#representatives').innerText === '6'")
            .await?;
        is_stopped_at_group(&kiosk).await?;
        kiosk.page.tap("#representatives-less").await?;
        kiosk.page.vanishes("#errors").await?;
        kiosk.next().await?;
        kiosk.at(Step::Person(0, PersonPage::Name)).await
    })
}

async fn is_stopped_at_group(kiosk: &Kiosk) -> Result<()> {
    kiosk.next().await?;
    kiosk.page.has_focus("#errors").await?;
    let fault = Fault::new(Field::Representatives, Problem::TooMany { max: 5 });
    let beside = kiosk.page.text(&format!("{}-error", field_css(Field::Representatives))).await?;
    assert_eq!(beside, sentence(Lang::Zh, &fault));
    Ok(())
}

/// Every page that asks something stops an empty answer, with a sentence.
#[test]
fn nothing_answered() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 0, ..story::guardian() };
        kiosk.begin(&story).await?;
        let mut stopped = 0;
        for step in story.steps() {
            kiosk.at(step).await?;
            kiosk.next().await?;
            let went = "document.querySelector('#errors') !== null \
                        || document.querySelector('main')?.dataset.screen";
            let seen: Value = kiosk.page.eval(went).await?;
            let is_quiet =
                matches!(step, Step::Notice | Step::Attachments | Step::Publish | Step::Check)
                    || matches!(step, Step::Person(_, PersonPage::Mobile))
                    || step == Step::Person(0, PersonPage::Id);
            if is_quiet {
                continue;
            }
            kiosk.page.has_focus("#errors").await?;
            stopped += 1;
            let beside = "[...document.querySelectorAll('main [id$=-error]')]\
                          .some((e) => e.innerText.trim().length >= 4)";
            kiosk.page.until(&format!("a sentence beside the field, not {seen}"), beside).await?;
            kiosk.answer(&story, step).await?;
            kiosk.next().await?;
        }
        kiosk.receipt().await?;
        assert!(stopped >= 14, "only {stopped} pages asked for an answer");
        assert_eq!(story.submission.who, Some(Who::Guardian));
        Ok(())
    })
}

#[test]
fn files_that_are_not_what_they_say() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        // What the server refuses is a failed load for the browser; that is provoked here.
        kiosk.page.forgive("/api/v1/attachments");
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::Attachments).await?;
        let desk = stage.server.data();
        let (half, _) = files::JPEG.split_at(files::JPEG.len() / 2);
        let cases: [(&str, &[u8], bool); 8] = [
            ("sheet.jpg", files::JPEG, true),
            ("sheet.png", files::PNG, true),
            ("sheet.webp", files::WEBP, true),
            ("sheet.pdf", files::PDF, true),
            ("lies.jpg", b"MZ\x90\0 this is no picture at all", false),
            ("page.png", b"<svg onload=alert(1)>", false),
            ("half.jpg", half, false),
            ("empty.pdf", b"", false),
        ];
        let mut chosen = Vec::new();
        for (name, bytes, _) in cases {
            chosen.push(put(&desk, name, bytes)?);
        }
        kiosk.choose_files(&chosen).await?;
        for (name, _, is_taken) in cases {
            let function = "(name) => { const item = [...document.querySelectorAll('[data-attachment]')]\
                .find((item) => item.innerText.includes(name)); \
                return [item?.dataset.state, item?.innerText]; }";
            let (state, text): (Option<String>, Option<String>) =
                kiosk.page.call(function, serde_json::json!([name])).await?;
            let wanted = if is_taken { "done" } else { "failed" };
            assert_eq!(state.as_deref(), Some(wanted), "{name}: {text:?}");
        }
        // A refused file holds the page until it is removed; it loses no other.
        kiosk.next().await?;
        kiosk.page.has_focus("#errors").await?;
        kiosk.on("attachments").await?;
        for _ in 0..4 {
            let left = kiosk.page.count("[data-state=failed]").await?;
            kiosk.page.tap("[data-state=failed] .remove").await?;
            let fewer = format!("document.querySelectorAll('[data-state=failed]').length < {left}");
            kiosk.page.until("it to be gone", &fewer).await?;
        }
        assert_eq!(kiosk.page.count("[data-state=done]").await?, 4);
        // Order is the visitor's.
        let order =
            "[...document.querySelectorAll('[data-attachment]')].map((e) => e.dataset.attachment)";
        let before: Vec<String> = kiosk.page.eval(order).await?;
        kiosk.page.tap("[data-attachment]:nth-of-type(2) .up").await?;
        let mut wanted = before.clone();
        wanted.swap(0, 1);
        let moved = format!("JSON.stringify({order}) === {:?}", serde_json::to_string(&wanted)?);
        kiosk.page.until("the second to be first", &moved).await?;
        kiosk.next().await?;
        kiosk.at(Step::Publish).await?;
        kiosk.next().await?;
        for step in [Step::Check, Step::Sign] {
            kiosk.at(step).await?;
            kiosk.answer(&story, step).await?;
            kiosk.next().await?;
        }
        kiosk.receipt().await?;
        assert_eq!(stage.server.claimed_uploads()?, 4);
        Ok(())
    })
}

#[test]
fn one_file_too_many() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::Attachments).await?;
        let mut chosen = Vec::new();
        for index in 0..21 {
            chosen.push(put(&stage.server.data(), &format!("sheet-{index}.png"), files::PNG)?);
        }
        kiosk.choose_files(&chosen).await?;
        assert_eq!(kiosk.page.count("[data-state=done]").await?, 20);
        let refused = kiosk.page.text("[data-state=failed]").await?;
        assert!(refused.contains("20"), "{refused}");
        Ok(())
    })
}

#[test]
fn an_upload_without_a_network_can_be_tried_again() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.forgive("ERR_INTERNET_DISCONNECTED");
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::Attachments).await?;
        let file = put(&stage.server.data(), "sheet.png", files::PNG)?;
        kiosk.page.set_offline(true).await?;
        kiosk.choose_files(&[file]).await?;
        kiosk.page.appears("[data-state=failed] .retry").await?;
        kiosk.page.set_offline(false).await?;
        kiosk.page.tap("[data-state=failed] .retry").await?;
        kiosk.page.appears("[data-state=done]").await
    })
}

#[test]
fn a_camera_that_is_refused() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::Attachments).await?;
        kiosk.page.set_camera(false).await?;
        kiosk.page.tap("#attach-camera").await?;
        kiosk.page.appears("[data-overlay=camera] [role=alert]").await?;
        let said = kiosk.page.text("[data-overlay=camera] [role=alert]").await?;
        assert!(said.contains("摄像头打不开"), "{said}");
        kiosk.page.tap("#camera-close").await?;
        kiosk.page.vanishes("[data-overlay]").await?;
        // The other way still works.
        let file = put(&stage.server.data(), "sheet.png", files::PNG)?;
        kiosk.choose_files(&[file]).await?;
        assert_eq!(kiosk.page.count("[data-state=done]").await?, 1);
        Ok(())
    })
}

#[test]
fn a_photo_is_taken_again_turned_and_trimmed() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 0, ..story::individual_claim() };
        kiosk.walk_to(&story, Step::Attachments).await?;
        kiosk.page.tap("#attach-camera").await?;
        kiosk.page.tap("#camera-shoot").await?;
        kiosk.page.tap("#camera-retake").await?;
        kiosk.page.tap("#camera-shoot").await?;
        let canvas = "[data-overlay=camera] canvas";
        kiosk.page.appears(canvas).await?;
        let size = format!(
            "(() => {{ const c = document.querySelector('{canvas}'); return [c.width, c.height]; }})()"
        );
        let (width, height): (u32, u32) = kiosk.page.eval(&size).await?;
        kiosk.page.tap("#camera-rotate").await?;
        kiosk
            .page
            .until("the turn", &format!("JSON.stringify({size}) === '[{height},{width}]'"))
            .await?;
        kiosk.page.tap("#camera-trim-left").await?;
        kiosk.page.until("the trim", &format!("{size}[0] < {height}")).await?;
        kiosk.page.tap("#camera-untrim").await?;
        kiosk.page.until("the trim undone", &format!("{size}[0] === {height}")).await?;
        kiosk.page.tap("#camera-use").await?;
        kiosk.page.appears("[data-state=done] img").await
    })
}

#[test]
fn language_and_display_change_on_any_page_without_losing_anything() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = Story { photos: 1, ..story::individual_claim() };
        kiosk
            .walk(&story, async |kiosk, step| {
                // The check page tells the answers in words, which change with the language.
                if step == Step::Check {
                    return Ok(());
                }
                kiosk.page.eval::<Value>("document.activeElement.blur()").await?;
                let before = typed(kiosk).await?;
                kiosk.speak(Lang::En).await?;
                kiosk.toggle_display("contrast").await?;
                assert_eq!(typed(kiosk).await?, before, "in English at {step:?}");
                kiosk.speak(Lang::Zh).await?;
                assert_eq!(typed(kiosk).await?, before, "back in Chinese at {step:?}");
                Ok(())
            })
            .await?;
        kiosk.receipt().await?;
        let printed: u32 = kiosk.page.eval("window.__prints").await?;
        kiosk.speak(Lang::En).await?;
        kiosk.receipt().await?;
        let again: u32 = kiosk.page.eval("window.__prints").await?;
        assert_eq!(printed, again, "a change of language prints nothing");
        Ok(())
    })
}

/// The answers, without words of the screen.
async fn typed(kiosk: &Kiosk) -> Result<Value> {
    let mut answers = kiosk.answers().await?;
    if let Some(answers) = answers.as_object_mut() {
        answers.remove("places");
    }
    Ok(answers)
}

#[test]
fn a_number_typed_for_a_query_survives_a_change_of_language() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        kiosk.page.tap("#tile-query").await?;
        kiosk.on("query").await?;
        kiosk.page.fill("#f-query-number", "4837 2910 6475 31").await?;
        kiosk.page.fill("#f-query-code", "12345678").await?;
        kiosk.speak(Lang::En).await?;
        assert_eq!(kiosk.page.value("#f-query-number").await?, "4837 2910 6475 31");
        assert_eq!(kiosk.page.value("#f-query-code").await?, "12345678");
        Ok(())
    })
}
