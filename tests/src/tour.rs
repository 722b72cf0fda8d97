//! Every screen once: for the accessibility checks and for the gallery.

use anyhow::Result;
use petition_domain::PersonField;
use petition_domain::draft::{PersonPage, Step};
use petition_domain::receipt::Mint;
use petition_text::Lang;

use crate::files::{self, put};
use crate::intercept::Stop;
use crate::kiosk::{Kiosk, field_css, person, screen};
use crate::page::{Page, Shape};
use crate::phone::{NOBODYS_SECRET, Phone, qr_text};
use crate::stage::Stage;
use crate::story::{self, Story, Tile};

const HALL: &str = "/api/v1/hall";
const MATTERS: &str = "/api/v1/matters";
const OPEN: &str = "/api/v1/status/open";

/// Takes a phone to every screen of a matter in `lang`; `visit` is told its name.
///
/// Everything happens in one page, so that all of it speaks the language of the first matter.
pub async fn phone(
    stage: &Stage,
    shape: Shape,
    lang: Lang,
    mut visit: impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let claim = stage.server.submit(1, story::individual_claim().submission, lang).await?;
    let suggestion = story::organisation_suggestion().submission;
    let suggestion = stage.server.submit(2, suggestion, lang).await?;
    let accusation = stage.server.submit(3, story::accusation().submission, lang).await?;
    let phone = Phone::open(stage, shape, &qr_text(stage, &claim.secret)).await?;
    let page = &phone.page;
    for part in [OPEN, "/api/v1/status/query", "ERR_INTERNET_DISCONNECTED"] {
        page.forgive(part);
    }
    phone.on("status").await?;
    visit(page, "status-registered").await?;
    let organ = ["--organ", "试验区住房和城乡建设局"];
    let acts: [(&[&str], &str); 5] = [
        (&["refer"], "status-referred"),
        (&["accept", "--path", "petition"], "status-accepted"),
        (&["extend", "--days", "30", "--reason", "需要现场勘验"], "status-extended"),
        (&["reply", "--outcome", "explained"], "status-replied"),
        (&["close"], "status-closed"),
    ];
    for (act, scene) in acts {
        let with_organ = matches!(act.first(), Some(&("refer" | "accept")));
        let organ = if with_organ { &organ[..] } else { &[] };
        stage.server.event(claim.number, &[act, organ].concat())?;
        let held = page.hold(OPEN, Stop::Request).await?;
        phone.scan_into(claim.secret.as_str()).await?;
        phone.on("loading").await?;
        if scene == "status-referred" {
            visit(page, "loading").await?;
        }
        held.release().await?;
        phone.on("status").await?;
        visit(page, scene).await?;
    }
    stage.server.event(suggestion.number, &["refer", "--organ", "试验市交通运输局"])?;
    for (mint, scene) in [(&suggestion, "status-suggestion"), (&accusation, "status-accusation")] {
        phone.scan_into(NOBODYS_SECRET).await?;
        phone.on("not-found").await?;
        phone.scan_into(mint.secret.as_str()).await?;
        phone.on("status").await?;
        visit(page, scene).await?;
    }
    phone.scan_into(NOBODYS_SECRET).await?;
    phone.on("not-found").await?;
    visit(page, "not-found").await?;
    page.set_offline(true).await?;
    phone.scan_into(claim.secret.as_str()).await?;
    phone.on("offline").await?;
    visit(page, "offline").await?;
    page.set_offline(false).await?;
    page.tap("main button:last-of-type").await?;
    phone.on("form").await?;
    visit(page, "form").await?;
    phone.ask("1", "1").await?;
    phone.on("not-found").await?;
    visit(page, "form-not-found").await?;
    phone.ask(&claim.number.grouped(), &claim.code.grouped()).await?;
    phone.on("stage").await?;
    visit(page, "stage").await?;
    phone.sleep(13.5).await?;
    page.appears(".app-aloud--seen").await?;
    visit(page, "ends-soon").await?;
    phone.sleep(16.0).await?;
    phone.on("expired").await?;
    visit(page, "expired").await
}

/// The visitor of the tour.
pub fn visitor(lang: Lang) -> Story {
    Story { name: "tour", lang, photos: 0, ..story::individual_claim() }
}

/// Takes `kiosk`, which speaks `lang` by default, to every screen; `visit` is told its name.
pub async fn kiosk(
    stage: &Stage,
    kiosk: &Kiosk,
    lang: Lang,
    mut visit: impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let visit = &mut visit;
    for part in [MATTERS, HALL, "/api/v1/status/query", "/api/v1/attachments"] {
        kiosk.page.forgive(part);
    }
    let mint = stage.server.submit(7, story::individual_claim().submission, lang).await?;
    hall(kiosk, lang, &mint, visit).await?;
    let story = visitor(lang);
    kiosk.begin(&story).await?;
    who(kiosk, &story, visit).await?;
    what(kiosk, &story, visit).await?;
    papers(stage, kiosk, visit).await?;
    close(kiosk, &story, visit).await?;
    gone(kiosk, &story, visit).await
}

/// Everything that the guide shows, and out of it again.
async fn guide(
    kiosk: &Kiosk,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    kiosk.on("guide").await?;
    page.appears("[data-kind=tile]").await?;
    visit(page, "guide").await?;
    let is_chinese: bool = page.eval("document.documentElement.lang === 'zh-CN'").await?;
    page.fill("#guide-search", if is_chinese { "qx" } else { "wages" }).await?;
    page.appears(".app-guide__found [data-kind=card]").await?;
    visit(page, "guide-found").await?;
    page.fill("#guide-search", "").await?;
    page.vanishes(".app-guide__found [data-kind=card]").await?;
    page.tap("[data-kind=tile][data-id=wages] button").await?;
    page.appears("[data-id=wages-unpaid]").await?;
    visit(page, "guide-tile").await?;
    page.tap("[data-id=wages-unpaid] button").await?;
    page.appears("[data-open-card=wages-unpaid]").await?;
    page.tap(".app-law summary").await?;
    visit(page, "guide-card").await?;
    page.tap("#take-phone").await?;
    page.appears("#guide-qr[data-modules]").await?;
    visit(page, "guide-phone").await?;
    page.tap("#guide-qr-done").await?;
    page.vanishes("[data-overlay]").await?;
    kiosk.back().await?;
    page.vanishes("[data-open-card]").await?;
    kiosk.back().await?;
    page.tap("#guide-check").await?;
    page.appears("[data-question=danger]").await?;
    visit(page, "guide-danger").await?;
    for (question, option) in CHECK {
        page.tap(&format!("[data-question={question}] [data-option={option}] button")).await?;
        page.vanishes(&format!("[data-question={question}]")).await?;
        page.appears("[data-question], [data-outcome]").await?;
        if ["kind", "topic", "stage"].contains(&question) {
            visit(page, &format!("guide-after-{question}")).await?;
        }
    }
    page.appears("[data-outcome]").await?;
    visit(page, "guide-outcome").await?;
    for _ in CHECK {
        kiosk.back().await?;
    }
    page.appears("[data-question=danger]").await?;
    page.tap("[data-option=yes] button").await?;
    page.appears(".app-urgent").await?;
    visit(page, "guide-urgent").await?;
    kiosk.back().await?;
    kiosk.back().await?;
    page.tap("#guide-board").await?;
    page.appears(".app-next").await?;
    visit(page, "guide-board").await?;
    kiosk.back().await?;
    page.appears("#guide-board").await?;
    kiosk.back().await?;
    kiosk.on("welcome").await
}

/// A check with five answers after the topic at most: a decision of an authority about wages.
pub const CHECK: [(&str, &str); 6] = [
    ("danger", "no"),
    ("kind", "claim"),
    ("topic", "wages"),
    ("decided_by", "authority"),
    ("stage", "none"),
    ("received", "day"),
];

/// Before anybody says why they came.
async fn hall(
    kiosk: &Kiosk,
    lang: Lang,
    mint: &Mint,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    visit(page, "welcome").await?;
    page.tap("#bar-language").await?;
    page.appears("[data-overlay=language]").await?;
    visit(page, "over-language").await?;
    page.tap(&format!("[data-overlay=language] [data-lang='{}']", lang.tag())).await?;
    page.vanishes("[data-overlay]").await?;
    page.tap("#bar-display").await?;
    page.appears("[data-overlay=display]").await?;
    visit(page, "over-display").await?;
    page.tap("#overlay-close").await?;
    page.vanishes("[data-overlay]").await?;
    page.tap("#bar-staff").await?;
    page.appears("[data-overlay=staff] [data-bell=rang]").await?;
    visit(page, "over-staff").await?;
    page.tap("#staff-done").await?;
    page.vanishes("[data-overlay]").await?;
    page.tap("#tile-guide").await?;
    guide(kiosk, visit).await?;
    page.tap("#tile-query").await?;
    kiosk.on("query").await?;
    visit(page, "query").await?;
    page.fill("#f-query-number", "1").await?;
    page.fill("#f-query-code", "1").await?;
    kiosk.next().await?;
    page.has_focus("#errors").await?;
    visit(page, "query-unknown").await?;
    page.fill("#f-query-number", &mint.number.grouped()).await?;
    page.fill("#f-query-code", &mint.code.grouped()).await?;
    kiosk.next().await?;
    kiosk.on("query-result").await?;
    visit(page, "query-result").await?;
    kiosk.finish("#next").await?;
    kiosk.pass(600).await?;
    kiosk.on("attract").await?;
    visit(page, "attract").await?;
    page.tap("#wake").await?;
    kiosk.on("welcome").await
}

/// Who somebody is.
async fn who(
    kiosk: &Kiosk,
    story: &Story,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    visit(page, "notice").await?;
    kiosk.next().await?;
    kiosk.at(Step::Who).await?;
    kiosk.next().await?;
    page.has_focus("#errors").await?;
    visit(page, "who-unanswered").await?;
    for (value, step) in
        [("organisation", Step::Organisation), ("group", Step::Count), ("agent", Step::Authority)]
    {
        kiosk.choose(value).await?;
        kiosk.next().await?;
        kiosk.at(step).await?;
        if step == Step::Organisation {
            kiosk.answer(&story::organisation_suggestion(), step).await?;
        }
        visit(page, value).await?;
        kiosk.back().await?;
        kiosk.at(Step::Who).await?;
    }
    kiosk.choose("individual").await?;
    visit(page, "who").await?;
    kiosk.next().await?;
    let name = Step::Person(0, PersonPage::Name);
    answered(kiosk, story, name, visit).await?;
    let id = Step::Person(0, PersonPage::Id);
    kiosk.at(id).await?;
    kiosk.choose("resident_id").await?;
    kiosk.fill(person(0, PersonField::IdNumber), "990101197001010019").await?;
    kiosk.next().await?;
    page.has_focus("#errors").await?;
    visit(page, "person-id-wrong").await?;
    let number = field_css(person(0, PersonField::IdNumber));
    page.tap(&number).await?;
    page.has_focus(&number).await?;
    page.clear().await?;
    answered(kiosk, story, id, visit).await?;
    answered(kiosk, story, Step::Person(0, PersonPage::Mobile), visit).await?;
    let address = Step::Person(0, PersonPage::Address);
    kiosk.at(address).await?;
    page.appears("[data-province]").await?;
    visit(page, "address-provinces").await?;
    page.tap("[data-province='37']").await?;
    page.appears("[data-city]").await?;
    visit(page, "address-cities").await?;
    page.fill("#division-search", story::COUNTY_WORD).await?;
    page.appears("[data-county]").await?;
    visit(page, "address-found").await?;
    page.tap("#division-search").await?;
    page.has_focus("#division-search").await?;
    page.clear().await?;
    page.tap("[data-city='3716']").await?;
    page.tap("[data-county='371602']").await?;
    page.vanishes("[data-county]").await?;
    answered(kiosk, story, address, visit).await
}

/// What it is about, and the story itself.
async fn what(
    kiosk: &Kiosk,
    story: &Story,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let accusation = story::accusation();
    for step in [Step::Purpose, Step::Category, Step::Place] {
        kiosk.at(step).await?;
        kiosk.answer(&accusation, step).await?;
        kiosk.next().await?;
    }
    kiosk.at(Step::About).await?;
    kiosk.answer(&accusation, Step::About).await?;
    visit(&kiosk.page, "about-accused").await?;
    for step in [Step::Place, Step::Category, Step::Purpose] {
        kiosk.back().await?;
        kiosk.at(step).await?;
    }
    let steps = [
        Step::Purpose,
        Step::Category,
        Step::Place,
        Step::About,
        Step::Facts,
        Step::Reasons,
        Step::Request,
        Step::Earlier,
        Step::Proceedings,
    ];
    for step in steps {
        answered(kiosk, story, step, visit).await?;
    }
    Ok(())
}

/// Papers: photos and files, taken and refused.
async fn papers(
    stage: &Stage,
    kiosk: &Kiosk,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    kiosk.at(Step::Attachments).await?;
    visit(page, "attachments-none").await?;
    page.set_camera(false).await?;
    page.tap("#attach-camera").await?;
    page.appears("[data-overlay=camera] [role=alert]").await?;
    visit(page, "over-camera-denied").await?;
    page.tap("#camera-close").await?;
    page.vanishes("[data-overlay]").await?;
    page.set_camera(true).await?;
    page.tap("#attach-camera").await?;
    page.appears("#camera-shoot").await?;
    visit(page, "over-camera").await?;
    page.tap("#camera-shoot").await?;
    page.appears("#camera-use").await?;
    visit(page, "over-camera-taken").await?;
    page.tap("#camera-use").await?;
    page.appears("[data-state=done]").await?;
    let desk = stage.server.data();
    let chosen = [put(&desk, "sheet.pdf", files::PDF)?, put(&desk, "lies.jpg", b"MZ no picture")?];
    kiosk.choose_files(&chosen).await?;
    visit(page, "attachments").await?;
    kiosk.next().await?;
    page.has_focus("#errors").await?;
    visit(page, "attachments-failed").await?;
    page.tap("[data-state=failed] .remove").await?;
    page.vanishes("[data-state=failed]").await?;
    kiosk.next().await
}

/// From the last question to the receipt.
async fn close(
    kiosk: &Kiosk,
    story: &Story,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    answered(kiosk, story, Step::Publish, visit).await?;
    kiosk.at(Step::Check).await?;
    visit(page, "check").await?;
    page.tap("#bar-end").await?;
    page.appears("[data-overlay=end]").await?;
    visit(page, "over-end").await?;
    page.tap("#end-no").await?;
    page.vanishes("[data-overlay]").await?;
    kiosk.pass(600).await?;
    page.appears("[data-overlay=idle]").await?;
    kiosk.freeze().await?;
    visit(page, "over-idle").await?;
    page.tap("#still-here").await?;
    kiosk.unfreeze().await?;
    page.vanishes("[data-overlay]").await?;
    kiosk.next().await?;
    kiosk.at(Step::Sign).await?;
    visit(page, "sign-empty").await?;
    kiosk.answer(story, Step::Sign).await?;
    visit(page, "sign").await?;
    kiosk.dawdle().await?;
    let mut held = page.hold(MATTERS, Stop::Request).await?;
    kiosk.next().await?;
    kiosk.on("sending").await?;
    let request = held.next().await?;
    visit(page, "sending").await?;
    kiosk.hurry().await?;
    held.cut(&request).await?;
    held.cut_until(page, "document.querySelector('#next') !== null").await?;
    visit(page, "sending-failed").await?;
    held.release().await?;
    kiosk.next().await?;
    kiosk.on("receipt").await?;
    visit(page, "receipt").await?;
    kiosk.finish(story.end).await
}

/// What stands there when nobody answers, and when the server does not.
async fn gone(
    kiosk: &Kiosk,
    story: &Story,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    let page = &kiosk.page;
    kiosk.begin(&Story { tile: Tile::Suggest, ..story.clone() }).await?;
    kiosk.pass(600).await?;
    page.appears("[data-overlay=idle]").await?;
    kiosk.dawdle().await?;
    kiosk.pass(30).await?;
    kiosk.on("wiped").await?;
    visit(page, "wiped").await?;
    kiosk.finish("#wake").await?;
    let mut held = page.hold(HALL, Stop::Request).await?;
    page.goto(&kiosk.url).await?;
    let request = held.next().await?;
    held.answer(&request, 503).await?;
    kiosk.on("no-hall").await?;
    visit(page, "no-hall").await?;
    held.release().await?;
    kiosk.on("welcome").await
}

async fn answered(
    kiosk: &Kiosk,
    story: &Story,
    step: Step,
    visit: &mut impl AsyncFnMut(&Page, &str) -> Result<()>,
) -> Result<()> {
    kiosk.on(screen(step)).await?;
    kiosk.answer(story, step).await?;
    visit(&kiosk.page, screen(step)).await?;
    kiosk.next().await
}
