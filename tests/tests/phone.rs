//! The phone: every screen readable in every setting, nothing told to who has no right to it.

use anyhow::{Result, ensure};
use futures_util::StreamExt as _;
use petition_domain::identity::mask;
use petition_domain::receipt::{MatterNumber, QrSecret};
use petition_domain::submission::Submission;
use petition_tests::access::{Findings, Sizes};
use petition_tests::intercept::Stop;
use petition_tests::page::{Shape, System};
use petition_tests::phone::{NOBODYS_SECRET, Phone, qr_text};
use petition_tests::server::{HALL_NAME, Hall, OFFICE};
use petition_tests::stage::{self, Stage};
use petition_tests::{story, tour};
use petition_text::Lang;
use serde_json::{Value, json};

fn claim() -> Submission {
    story::individual_claim().submission
}

/// axe-core, sizes, fit and keys on every screen, in four settings of the phone.
fn every_screen(lang: Lang) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mut findings = Findings::default();
        tour::phone(stage, Shape::PHONE, lang, async |page, scene| {
            for system in System::ALL {
                page.set_system(system).await?;
                let place = format!("{scene} {system:?}");
                findings.add(&place, page.axe(system == System::Contrast).await?);
                findings.add(&place, page.too_small(Sizes::PHONE).await?);
                findings.add(&place, page.unfitting().await?);
            }
            page.set_system(System::Light).await?;
            findings.add(scene, page.tab_stops().await?);
            Ok(())
        })
        .await?;
        findings.none()
    })
}

#[test]
fn every_screen_in_chinese() -> Result<()> {
    every_screen(Lang::Zh)
}

#[test]
fn every_screen_in_english() -> Result<()> {
    every_screen(Lang::En)
}

/// 320 pixels wide, and a window at 400 %: no sideways scrolling, with text of any size.
fn fits_when_narrow(lang: Lang, shape: Shape) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mut findings = Findings::default();
        tour::phone(stage, shape, lang, async |page, scene| {
            for system in [System::Light, System::LargeText] {
                page.set_system(system).await?;
                findings.add(&format!("{scene} {system:?}"), page.unfitting().await?);
            }
            page.set_system(System::Light).await
        })
        .await?;
        findings.none()
    })
}

#[test]
fn fits_320_pixels() -> Result<()> {
    fits_when_narrow(Lang::Zh, Shape::NARROW)
}

#[test]
fn fits_at_400_percent() -> Result<()> {
    fits_when_narrow(Lang::En, Shape::ZOOMED)
}

#[test]
fn fits_320_pixels_right_to_left() -> Result<()> {
    fits_when_narrow(Lang::PseudoRtl, Shape::NARROW)
}

#[test]
fn no_word_is_written_outside_the_tables() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let hall = [HALL_NAME, OFFICE, "0000-54321", "试验区住房和城乡建设局", "试验市交通运输局"];
        let mut data: Vec<String> = hall.map(str::to_owned).to_vec();
        data.extend(["需要现场勘验".to_owned(), mask("990101")]);
        // A day stands as people write it, and names of laws stand in the office's own data.
        let months = ["January", "February", "March", "April", "May", "June", "July", "August"];
        let more = ["September", "October", "November", "December"];
        data.extend(months.iter().chain(&more).map(|&month| month.to_owned()));
        data.extend(["《信访工作条例》".to_owned(), "第".to_owned(), "条".to_owned()]);
        let mut findings = Findings::default();
        tour::phone(stage, Shape::PHONE, Lang::Pseudo, async |page, scene| {
            findings.add(scene, page.untold(&data).await?);
            findings.add(scene, page.unfitting().await?);
            Ok(())
        })
        .await?;
        findings.none()
    })
}

/// Without scripts the page itself says what to do and offers a form that the server answers.
#[test]
fn without_scripts_number_and_code_are_enough() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::open(stage, Shape::PHONE, "about:blank").await?;
        phone.page.set_scripts(false).await?;
        let speaks = json!({"headers": {"Accept-Language": "zh-CN"}});
        phone.page.send("Network.setExtraHTTPHeaders", speaks).await?;
        phone.page.forgive("/q/status");
        phone.page.forgive("favicon.ico");
        phone.page.goto(&qr_text(stage, &mint.secret)).await?;
        phone.page.appears("#number").await?;
        let shown = phone.page.text("body").await?;
        assert!(shown.contains("脚本"), "{shown}");
        let wrong = MatterNumber::from_body(5).grouped();
        phone.ask(&wrong, "00000000").await?;
        let told = "document.body.innerText.includes('没有查到')";
        phone.page.until("the answer that nothing was found", told).await?;
        phone.ask(&mint.number.grouped(), &mint.code.grouped()).await?;
        let told = "document.body.innerText.includes('已登记')";
        phone.page.until("the stage", told).await?;
        let told = phone.page.text("body").await?;
        assert!(!told.contains("王某某"), "{told}");
        let unfitting = phone.page.unfitting().await?;
        ensure!(unfitting.is_empty(), "{unfitting:?}");
        Ok(())
    })
}

/// The plain pages of the server are readable too.
#[test]
fn the_plain_form_and_its_answer_are_accessible() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let mut findings = Findings::default();
        let url = format!("{}/q/plain", stage.server.url);
        let phone = Phone::open(stage, Shape::NARROW, &url).await?;
        phone.page.forgive("/q/status");
        // A page without a picture of its own is asked for one; nobody misses it.
        phone.page.forgive("favicon.ico");
        for lang in ["zh-CN", "en"] {
            phone.page.goto(&format!("{url}?lang={lang}")).await?;
            for (scene, number) in [("wrong", "1".to_owned()), ("right", mint.number.grouped())] {
                phone.page.appears("input[name=number]").await?;
                for system in [System::Light, System::Dark] {
                    phone.page.set_system(system).await?;
                    let place = format!("plain {lang} before {scene} {system:?}");
                    findings.add(&place, phone.page.axe(false).await?);
                    findings.add(&place, phone.page.too_small(Sizes::PHONE).await?);
                    findings.add(&place, phone.page.unfitting().await?);
                }
                phone.page.eval::<Value>("void (window.__asked = true)").await?;
                phone.page.fill("input[name=number]", &number).await?;
                phone.page.fill("input[name=code]", &mint.code.grouped()).await?;
                phone.page.tap("button[type=submit]").await?;
                let answered = "!window.__asked && document.readyState === 'complete'";
                phone.page.until("the answer", answered).await?;
            }
            let place = format!("plain {lang} answer");
            findings.add(&place, phone.page.axe(false).await?);
            findings.add(&place, phone.page.unfitting().await?);
        }
        findings.none()
    })
}

/// Unknown, malformed and wrong are told apart nowhere on the screen.
#[test]
fn what_opens_nothing_looks_the_same() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::open(stage, Shape::PHONE, &format!("{}/q", stage.server.url)).await?;
        phone.page.forgive("/api/v1/status");
        phone.on("form").await?;
        let mut seen = Vec::new();
        for secret in
            [NOBODYS_SECRET, "abc", "%E4%BD%A0%E5%A5%BD", "zzzzzzzzzzzzzzzzzzzzzzzzzz&x=1"]
        {
            phone.scan_into(secret).await?;
            phone.on("not-found").await?;
            seen.push(phone.page.text("main").await?);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "scanned secrets are told apart: {seen:#?}");
        let other = MatterNumber::from_body(7).grouped();
        let mut seen = Vec::new();
        for (number, code) in [
            (mint.number.grouped(), "00000000".to_owned()),
            (other, mint.code.grouped()),
            ("1".to_owned(), "1".to_owned()),
            ("不知道".to_owned(), String::new()),
        ] {
            phone.ask(&number, &code).await?;
            phone.on("not-found").await?;
            seen.push(phone.page.text("main").await?);
            // What was typed stays, to be compared with the slip.
            assert_eq!(phone.page.value("#number").await?, number);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "numbers and codes are told apart: {seen:#?}");
        Ok(())
    })
}

/// Every request of a scan, as the network sees it.
async fn scanned_requests(stage: &Stage, url: &str) -> Result<Vec<Value>> {
    let phone = Phone::open(stage, Shape::PHONE, "about:blank").await?;
    let mut events = phone.page.cdp().subscribe_all();
    phone.page.goto(url).await?;
    phone.on("status").await?;
    phone.address_tells_nothing().await?;
    phone.page.eval::<Value>("void fetch('/healthz')").await?;
    let mut requests = Vec::new();
    while let Some(event) = events.next().await {
        if event.method.starts_with("Network.requestWillBeSent") {
            let is_last = event.params.to_string().contains("/healthz");
            requests.push(event.params);
            if is_last {
                break;
            }
        }
    }
    Ok(requests)
}

#[test]
fn the_secret_is_never_sent() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let url = qr_text(stage, &mint.secret);
        let requests = scanned_requests(stage, &url).await?;
        ensure!(requests.len() > 3, "only {} requests were seen", requests.len());
        for request in requests {
            // The browser's own log names the page it came from; what goes out is the request.
            let sent = request.pointer("/request").cloned().unwrap_or_default();
            let mut sent = sent.as_object().cloned().unwrap_or_default();
            sent.remove("urlFragment");
            let sent = Value::Object(sent).to_string();
            ensure!(!sent.contains(mint.secret.as_str()), "the secret is sent: {sent}");
        }
        Ok(())
    })
}

/// Messengers append things, scanners change case, people type look-alikes.
#[test]
fn what_the_field_does_to_a_code_does_no_harm() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::scan(stage, &qr_text(stage, &mint.secret)).await?;
        let lower = mint.secret.qr_text(&stage.server.url, true);
        for url in [format!("{lower}&appinstall=0"), format!("{lower}?from=x"), lower] {
            phone.scan_again(&url).await?;
            phone.address_tells_nothing().await?;
            assert!(QrSecret::parse(url.split('#').nth(1).unwrap_or_default()).is_some());
        }
        Ok(())
    })
}

/// The page has words before anything runs, and a way out when nothing does.
#[test]
fn words_come_before_the_program() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::open(stage, Shape::PHONE, "about:blank").await?;
        phone.page.forgive(".js");
        let mut held = phone.page.hold(".js", Stop::Request).await?;
        phone.page.goto(&qr_text(stage, &mint.secret)).await?;
        let request = held.next().await?;
        phone.page.appears("#shell-wait").await?;
        assert!(phone.page.text("#shell").await?.contains("查办理进度"));
        held.cut(&request).await?;
        phone.page.appears(".app-late a").await?;
        assert_eq!(phone.page.attribute(".app-late a", "href").await?, "/q/plain");
        held.release().await
    })
}

/// A browser that cannot run the program is told what to do instead.
#[test]
fn a_browser_too_old_is_told_the_way() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::open(stage, Shape::PHONE, "about:blank").await?;
        phone.page.forgive("WebAssembly");
        phone.page.run_first("delete globalThis.WebAssembly;").await?;
        phone.page.goto(&qr_text(stage, &mint.secret)).await?;
        phone.page.appears("#shell-failed").await?;
        assert_eq!(phone.page.attribute("#shell-failed a", "href").await?, "/q/plain");
        phone.address_tells_nothing().await
    })
}

/// A phone laid down is empty after a quarter of an hour, and says so two minutes before.
#[test]
fn a_phone_laid_down_is_emptied() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let phone = Phone::scan(stage, &qr_text(stage, &mint.secret)).await?;
        phone.sleep(12.0).await?;
        phone.on("status").await?;
        phone.sleep(1.5).await?;
        phone.page.appears(".app-aloud--seen").await?;
        phone.page.tap("h1").await?;
        phone.page.vanishes(".app-aloud--seen").await?;
        phone.sleep(15.5).await?;
        phone.on("expired").await?;
        let left = phone.page.text("body").await?;
        assert!(!left.contains(&mint.number.grouped()), "{left}");
        phone.page.history_back().await?;
        let left = phone.page.eval::<String>("document.body?.innerText ?? ''").await?;
        assert!(!left.contains(&mint.number.grouped()), "{left}");
        Ok(())
    })
}

/// The days on the phone are the days of the law, counted from what happened.
#[test]
fn the_clocks_that_apply_are_told() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let claim = stage.server.submit(1, claim(), Lang::Zh).await?;
        let suggestion = story::organisation_suggestion().submission;
        let suggestion = stage.server.submit(2, suggestion, Lang::Zh).await?;
        let phone = Phone::scan(stage, &qr_text(stage, &claim.secret)).await?;
        // Fifteen days; a last day off moves on (Art. 22).
        days_left(&phone, 15).await?;
        let organ = ["--organ", "试验区住房和城乡建设局"];
        stage.server.event(claim.number, &[&["refer"][..], &organ].concat())?;
        stage
            .server
            .event(claim.number, &[&["accept", "--path", "petition"][..], &organ].concat())?;
        phone.scan_again(&qr_text(stage, &claim.secret)).await?;
        days_left(&phone, 60).await?;
        stage.server.event(claim.number, &["extend", "--days", "30", "--reason", "勘验"])?;
        phone.scan_again(&qr_text(stage, &claim.secret)).await?;
        days_left(&phone, 90).await?;
        stage.server.event(claim.number, &["reply", "--outcome", "supported"])?;
        phone.scan_again(&qr_text(stage, &claim.secret)).await?;
        days_left(&phone, 30).await?;
        let text = phone.page.text("main").await?;
        assert!(text.contains("复查"), "the way to a review is not told: {text}");
        // A suggestion that was sent on has no such clock, and the page says so.
        stage.server.event(suggestion.number, &["refer", "--organ", "试验市交通运输局"])?;
        phone.scan_again(&qr_text(stage, &suggestion.secret)).await?;
        assert_eq!(phone.clocks().await?.len(), 0);
        let text = phone.page.text("main").await?;
        assert!(text.contains("没有规定固定的天数"), "{text}");
        Ok(())
    })
}

/// One clock runs, with `days` left or a few more where the last day is off, and tells so.
async fn days_left(phone: &Phone, days: i64) -> Result<()> {
    const LONGEST_HOLIDAY: i64 = 10;
    let clocks = phone.clocks().await?;
    let [(told, left)] = clocks.as_slice() else { anyhow::bail!("not one clock: {clocks:?}") };
    let count: i64 = left.parse()?;
    ensure!((days..=days + LONGEST_HOLIDAY).contains(&count), "{left} days left of {days}");
    ensure!(told.contains(left.as_str()), "{told:?} does not tell {left} days");
    Ok(())
}
