//! A kiosk with a person before it.

use anyhow::{Context, Result, ensure};
use petition_domain::draft::{PersonPage, Step};
use petition_domain::receipt::{MatterNumber, QrSecret, QueryCode};
use petition_domain::{Field, PersonField};
use petition_text::Lang;
use serde_json::{Value, json};

use crate::page::{Page, Shape};
use crate::paper;
use crate::stage::Stage;

/// Runs before every page of a kiosk or phone under test.
pub const PRELUDE: &str = include_str!("js/prelude.js");

/// The four ways to show a screen, as classes of `<html>`.
pub const DISPLAYS: [&str; 4] = ["", "large", "contrast", "low-reach"];

/// A kiosk.
pub struct Kiosk {
    /// Its page.
    pub page: Page,
    /// Where its server is.
    pub url: String,
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
        let kiosk = Self { page, url: stage.server.url.clone() };
        kiosk.on("welcome").await?;
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

    /// Touches the forward button.
    pub async fn next(&self) -> Result<()> {
        self.page.tap("#next").await
    }

    /// Touches the back button.
    pub async fn back(&self) -> Result<()> {
        self.page.tap("#back").await
    }

    /// Chooses one of several.
    pub async fn choose(&self, value: &str) -> Result<()> {
        let css = format!("main [role=radio][data-value='{value}']");
        self.page.tap(&css).await?;
        self.page.appears(&format!("{css}[aria-checked=true]")).await
    }

    /// Writes `text` into the field of `field`; an empty text touches nothing.
    pub async fn fill(&self, field: Field, text: &str) -> Result<()> {
        if text.is_empty() { Ok(()) } else { self.page.fill(&field_css(field), text).await }
    }

    /// Finds a county by `word` and chooses `code`.
    pub async fn choose_county(&self, code: &str, word: &str) -> Result<()> {
        self.page.fill("#division-search", word).await?;
        self.page.tap(&format!("[data-county='{code}']")).await?;
        self.page.vanishes("[data-county]").await
    }

    /// Goes down from province to city to county.
    pub async fn browse_county(&self, code: &str) -> Result<()> {
        let part = |digits: usize| code.get(..digits).unwrap_or_default();
        self.page.tap(&format!("[data-province='{}']", part(2))).await?;
        self.page.tap(&format!("[data-city='{}']", part(4))).await?;
        self.page.tap(&format!("[data-county='{code}']")).await?;
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

    /// Changes the language by its button.
    pub async fn speak(&self, lang: Lang) -> Result<()> {
        self.page.tap("#bar-language").await?;
        self.page.tap(&format!("[data-overlay=language] [data-lang='{}']", lang.tag())).await?;
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

    /// Shows the screen as `classes` say, without the way through the switches.
    pub async fn show_as(&self, classes: &str) -> Result<()> {
        let function = "(classes) => { document.documentElement.className = classes; }";
        self.page.call::<Value>(function, json!([classes])).await?;
        Ok(())
    }

    /// Lets `seconds` pass without a touch.
    pub async fn pass(&self, seconds: u32) -> Result<()> {
        let function = "(seconds) => { window.__skew += seconds * 1000; }";
        self.page.call::<Value>(function, json!([seconds])).await?;
        Ok(())
    }

    /// Makes everything that waits by itself wait a hundredth of the time.
    pub async fn hurry(&self) -> Result<()> {
        self.page.eval::<Value>("void (window.__hurry = 100)").await?;
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
        let qr = paper::read_code(&self.page.screenshot().await?)?.text;
        Ok(Taken { number, code: code.as_str().to_owned(), qr })
    }

    /// Ends everything by the button, whether or not it asks.
    pub async fn end(&self) -> Result<()> {
        self.page.tap("#bar-end").await?;
        self.page.tap("#end-yes").await?;
        self.on("welcome").await
    }

    /// Everything that stands answered on the page, to compare before and after.
    pub async fn answers(&self) -> Result<Value> {
        self.page.call(include_str!("js/answers.js"), json!([])).await
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
