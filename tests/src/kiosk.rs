//! A kiosk with a person before it.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use futures_util::StreamExt as _;
use petition_domain::draft::{PersonPage, Step};
use petition_domain::receipt::{MatterNumber, QrSecret, QueryCode};
use petition_domain::{Field, PersonField};
use petition_text::Lang;
use serde_json::{Value, json};

use crate::keys::Key;
use crate::machine::{Deadline, LOOK_AGAIN, PATIENCE};
use crate::page::{Page, Shape};
use crate::paper;
use crate::stage::Stage;
use crate::story::{COUNTY, OTHER_COUNTY};

/// Runs before every page of a kiosk or phone under test.
pub const PRELUDE: &str = include_str!("js/prelude.js");

/// The four ways to show a screen, as classes of `<html>`.
pub const DISPLAYS: [&str; 4] = ["", "large", "contrast", "low-reach"];

/// By what a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A finger on the screen.
    Finger,
    /// A keyboard or a switch, nothing else.
    Keys,
}

/// A kiosk.
pub struct Kiosk {
    /// Its page.
    pub page: Page,
    /// Where its server is.
    pub url: String,
    /// By what it is used.
    pub hand: Hand,
}

/// What somebody takes home.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The number.
    pub number: MatterNumber,
    /// The query code, eight digits.
    pub code: String,
    /// What the QR on the screen says.
    pub qr: String,
}

/// The id of a field's element.
pub fn field_css(field: Field) -> String {
    format!("#f-{}", field.to_string().replace('/', "-"))
}

/// The name of a step's screen.
pub const fn screen(step: Step) -> &'static str {
    match step {
        Step::Notice => "notice",
        Step::Who => "who",
        Step::Organisation => "organisation",
        Step::Count => "count",
        Step::Authority => "authority",
        Step::Person(_, PersonPage::Name) => "person-name",
        Step::Person(_, PersonPage::Id) => "person-id",
        Step::Person(_, PersonPage::Mobile) => "person-mobile",
        Step::Person(_, PersonPage::Address) => "person-address",
        Step::Purpose => "purpose",
        Step::Category => "category",
        Step::Place => "place",
        Step::About => "about",
        Step::Facts => "facts",
        Step::Reasons => "reasons",
        Step::Request => "request",
        Step::Earlier => "earlier",
        Step::Proceedings => "proceedings",
        Step::Attachments => "attachments",
        Step::Publish => "publish",
        Step::Check => "check",
        Step::Sign => "sign",
    }
}

impl Kiosk {
    /// A kiosk that has just been switched on.
    pub async fn open(stage: &Stage, shape: Shape) -> Result<Self> {
        let page = stage.page(shape).await?;
        page.run_first(PRELUDE).await?;
        page.set_camera(true).await?;
        page.goto(&stage.server.url).await?;
        let kiosk = Self { page, url: stage.server.url.clone(), hand: Hand::Finger };
        kiosk.on("welcome").await?;
        // A kiosk's browser has been nowhere else.
        kiosk.page.send("Page.resetNavigationHistory", json!({})).await?;
        Ok(kiosk)
    }

    /// Waits for the screen `name`.
    pub async fn on(&self, name: &str) -> Result<()> {
        self.page.appears(&format!("main[data-screen='{name}']")).await
    }

    /// Waits for the screen of `step`, and for its heading to have the focus: without that a
    /// screen reader stays silent after a page change.
    pub async fn at(&self, step: Step) -> Result<()> {
        let name = screen(step);
        let person = match step {
            Step::Person(index, _) => format!("[data-person='{index}']"),
            _ => String::new(),
        };
        self.page.appears(&format!("main[data-screen='{name}']{person}")).await?;
        self.page.has_focus("main h1").await
    }

    /// The name of the screen.
    pub async fn screen(&self) -> Result<String> {
        self.page.attribute("main", "data-screen").await
    }

    /// Presses `css`, by finger or by key.
    pub async fn act(&self, css: &str) -> Result<()> {
        match self.hand {
            Hand::Finger => self.page.tap(css).await,
            Hand::Keys => {
                self.page.appears(css).await?;
                self.page.tab_to(css).await?;
                self.page.press(Key::Space).await
            }
        }
    }

    /// Writes `text` into `css`.
    pub async fn enter(&self, css: &str, text: &str) -> Result<()> {
        match self.hand {
            Hand::Finger => self.page.fill(css, text).await,
            Hand::Keys => {
                self.page.appears(css).await?;
                self.page.tab_to(css).await?;
                self.page.write(text).await
            }
        }
    }

    /// Loads the page again and waits until it has found its session.
    pub async fn reload(&self) -> Result<()> {
        self.page.reload().await?;
        self.page.appears("main[data-screen]:not([data-screen='no-hall'])").await
    }

    /// Goes forward.
    pub async fn next(&self) -> Result<()> {
        self.act("#next").await
    }

    /// Goes back.
    pub async fn back(&self) -> Result<()> {
        self.act("#back").await
    }

    /// Chooses one of several.
    pub async fn choose(&self, value: &str) -> Result<()> {
        const MOST: usize = 40;
        let css = format!("main [role=radio][data-value='{value}']");
        match self.hand {
            Hand::Finger => self.page.tap(&css).await?,
            Hand::Keys => {
                // One stop of the tab key for the group, then the arrows.
                self.page.appears(&css).await?;
                self.page.tab_to("main [role=radio]").await?;
                self.page.press(Key::Space).await?;
                let arrived = "(css) => document.activeElement.matches(css)";
                for _ in 0..MOST {
                    if self.page.call(arrived, json!([css])).await? {
                        break;
                    }
                    self.page.press(Key::Down).await?;
                }
            }
        }
        self.page.appears(&format!("{css}[aria-checked=true]")).await
    }

    /// Writes `text` into the field of `field`; an empty text touches nothing.
    pub async fn fill(&self, field: Field, text: &str) -> Result<()> {
        if text.is_empty() { Ok(()) } else { self.enter(&field_css(field), text).await }
    }

    /// Finds a county by `word` and chooses `code`.
    pub async fn choose_county(&self, code: &str, word: &str) -> Result<()> {
        self.enter("#division-search", word).await?;
        self.act(&format!("[data-county='{code}']")).await?;
        self.page.vanishes("[data-county]").await
    }

    /// Goes down from province to city to county.
    pub async fn browse_county(&self, code: &str) -> Result<()> {
        let part = |digits: usize| code.get(..digits).unwrap_or_default();
        self.act(&format!("[data-province='{}']", part(2))).await?;
        self.act(&format!("[data-city='{}']", part(4))).await?;
        self.act(&format!("[data-county='{code}']")).await?;
        self.page.vanishes("[data-county]").await
    }

    /// Takes a photo with the camera and waits until the server has it.
    pub async fn photograph(&self) -> Result<()> {
        let before = self.page.count("[data-attachment]").await?;
        self.page.tap("#attach-camera").await?;
        self.page.tap("#camera-shoot").await?;
        self.page.tap("#camera-use").await?;
        self.page.vanishes("[data-overlay]").await?;
        let arrived = format!(
            "document.querySelectorAll(\"[data-attachment][data-state='done']\").length > {before}"
        );
        self.page.until("the photo to arrive", &arrived).await
    }

    /// Chooses files in the browser's own window and waits until each is taken or refused.
    pub async fn choose_files(&self, files: &[PathBuf]) -> Result<()> {
        let before = self.page.count("[data-attachment]").await?;
        let on = json!({"enabled": true});
        self.page.send("Page.setInterceptFileChooserDialog", on).await?;
        let mut events = self.page.cdp().subscribe_all();
        self.page.tap("#attach-file").await?;
        let opened = async {
            while let Some(event) = events.next().await {
                if event.method == "Page.fileChooserOpened" {
                    return event.params.get("backendNodeId").cloned();
                }
            }
            None
        };
        let node = tokio::time::timeout(PATIENCE, opened).await.context("no file window")?;
        let chosen = json!({"files": files, "backendNodeId": node.context("no file field")?});
        self.page.send("DOM.setFileInputFiles", chosen).await?;
        let off = json!({"enabled": false});
        self.page.send("Page.setInterceptFileChooserDialog", off).await?;
        let wanted = before + files.len();
        let settled = format!(
            "document.querySelectorAll('[data-attachment]').length === {wanted} \
             && document.querySelector(\"[data-attachment][data-state='sending']\") === null"
        );
        self.page.until("the files to arrive", &settled).await
    }

    /// Changes the language by its button.
    pub async fn speak(&self, lang: Lang) -> Result<()> {
        self.act("#bar-language").await?;
        self.act(&format!("[data-overlay=language] [data-lang='{}']", lang.tag())).await?;
        self.page.vanishes("[data-overlay]").await?;
        let shown = format!("document.documentElement.lang === {:?}", lang.tag());
        self.page.until("the language", &shown).await
    }

    /// Turns one switch of the display by its button: `large`, `contrast` or `low`.
    pub async fn toggle_display(&self, switch: &str) -> Result<()> {
        self.page.tap("#bar-display").await?;
        self.page.tap(&format!("#display-{switch}")).await?;
        self.page.tap("#overlay-close").await?;
        self.page.vanishes("[data-overlay]").await
    }

    /// Lets `seconds` pass without a touch.
    pub async fn pass(&self, seconds: u32) -> Result<()> {
        let function = "(seconds) => { window.__skew += seconds * 1000; }";
        self.page.call::<Value>(function, json!([seconds])).await?;
        Ok(())
    }

    /// Stops the clock of the page, so that a countdown can be looked at in peace.
    pub async fn freeze(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__frozen = performance.now())").await?;
        Ok(())
    }

    /// Lets it go on.
    pub async fn unfreeze(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__frozen = undefined)").await?;
        Ok(())
    }

    /// Makes everything that waits by itself wait a hundredth of the time.
    pub async fn hurry(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__hurry = 100)").await?;
        Ok(())
    }

    /// Makes everything that waits by itself wait a hundred times as long.
    pub async fn dawdle(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__hurry = 0.01)").await?;
        Ok(())
    }

    /// Waits until the server keeps the newest state of the draft.
    pub async fn is_saved(&self) -> Result<()> {
        let saved = "document.documentElement.dataset.saved === 'yes'";
        self.page.until("the draft to be saved", saved).await
    }

    /// Looks at the receipt on the screen, with eyes and with a camera.
    pub async fn receipt(&self) -> Result<Taken> {
        self.on("receipt").await?;
        let number = self.page.text("#number").await?;
        let groups: Vec<usize> = number.split(' ').map(str::len).collect();
        ensure!(groups == [4, 4, 4, 2], "{number:?} is not shown in fours");
        let number = MatterNumber::parse(&number).context("the check digits do not fit")?;
        let code = QueryCode::parse(&self.page.text("#code").await?).context("no query code")?;
        let qr = paper::read_code(&self.page.screenshot().await?)?;
        Ok(Taken { number, code: code.as_str().to_owned(), qr })
    }

    /// Ends everything by the button.
    pub async fn end(&self) -> Result<()> {
        self.act("#bar-end").await?;
        self.finish("#end-yes").await
    }

    /// Presses `css`, which ends the session, and waits for the fresh page that follows.
    pub async fn finish(&self, css: &str) -> Result<()> {
        self.mark_page().await?;
        self.act(css).await?;
        self.fresh().await
    }

    /// Marks this page, to tell it from the fresh one that follows a session.
    pub async fn mark_page(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__session = true)").await?;
        Ok(())
    }

    /// Waits for the fresh page.
    pub async fn fresh(&self) -> Result<()> {
        self.page.until("a fresh page", "!window.__session && document.body !== null").await?;
        self.on("welcome").await
    }

    /// Everything that stands answered on the page, to compare before and after.
    pub async fn answers(&self) -> Result<Value> {
        // Until the table of places is here, a code stands for a name.
        let named = format!(
            "!['{COUNTY}', '{}'].some((code) => document.querySelector('main').innerText.includes(code))",
            OTHER_COUNTY.0
        );
        self.page.until("the names of the places", &named).await?;
        self.page.call(include_str!("js/answers.js"), json!([])).await
    }
}

impl Kiosk {
    /// Waits until the page stands answered like `before`; place names come a little later.
    pub async fn still_has(&self, before: &Value, when: &str) -> Result<()> {
        let deadline = Deadline::after(PATIENCE);
        loop {
            let now = self.answers().await;
            if now.as_ref().is_ok_and(|now| now == before) {
                return Ok(());
            }
            if deadline.is_over() {
                bail!("{when} the page has {}, before it had {before}", now?);
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }
}

impl Taken {
    /// The secret in the QR.
    pub fn secret(&self) -> Result<QrSecret> {
        let (_, fragment) = self.qr.split_once('#').context("the QR has no fragment")?;
        QrSecret::parse(fragment).context("the QR has no secret")
    }
}

/// The field of a person.
pub const fn person(index: usize, field: PersonField) -> Field {
    Field::Person(index, field)
}
