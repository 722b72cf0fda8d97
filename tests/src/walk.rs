//! The one way through the pages: journeys, idle clock, markers, keys and pictures all go by it.

use anyhow::Result;
use petition_domain::draft::{PersonPage, Step};
use petition_domain::identity::IdKind;
use petition_domain::submission::{
    Authority, Person, Place, Proceedings, Purpose, Signature, Submission, Who,
};
use petition_domain::{Field, PersonField};
use petition_text::Lang;
use serde_json::Value;

use crate::kiosk::{Kiosk, person};
use crate::story::{COUNTY, COUNTY_WORD, OTHER_COUNTY, Story};
use crate::touch::{Lift, signature};

impl Kiosk {
    /// Chooses the language, touches the tile and waits for the first page.
    pub async fn begin(&self, story: &Story) -> Result<()> {
        let spoken: String = self.page.eval("document.documentElement.lang").await?;
        if Lang::from_tag(&spoken) != Some(story.lang) {
            self.speak(story.lang).await?;
        }
        self.act(story.tile.css()).await?;
        self.at(Step::Notice).await
    }

    /// Goes through all pages up to and including the receipt; `visit` sees each page answered.
    pub async fn walk(
        &self,
        story: &Story,
        mut visit: impl AsyncFnMut(&Self, Step) -> Result<()>,
    ) -> Result<()> {
        self.begin(story).await?;
        for step in story.steps() {
            self.at(step).await?;
            self.answer(story, step).await?;
            visit(self, step).await?;
            self.next().await?;
        }
        self.on("receipt").await
    }

    /// Goes as far as `last`, and answers it.
    pub async fn walk_to(&self, story: &Story, last: Step) -> Result<()> {
        self.begin(story).await?;
        for step in story.steps() {
            self.at(step).await?;
            self.answer(story, step).await?;
            if step == last {
                break;
            }
            self.next().await?;
        }
        Ok(())
    }

    /// To the page of `last`, which stays as it is found.
    pub async fn reach(&self, story: &Story, last: Step) -> Result<()> {
        self.begin(story).await?;
        self.at(Step::Notice).await?;
        self.go_on(story, Step::Notice, last).await
    }

    /// From the open page of `first`, which is answered, to the page of `last`, which is not.
    pub async fn go_on(&self, story: &Story, first: Step, last: Step) -> Result<()> {
        for step in story.steps().into_iter().skip_while(|step| *step != first) {
            // On the first page somebody may have been busy already.
            if step != first {
                self.at(step).await?;
            }
            if step == last {
                break;
            }
            self.answer(story, step).await?;
            self.next().await?;
        }
        Ok(())
    }

    /// Answers the page of `step` as `story` says.
    pub async fn answer(&self, story: &Story, step: Step) -> Result<()> {
        let Submission { organisation, people, about, statement, earlier, .. } = &story.submission;
        match step {
            Step::Notice | Step::Check => Ok(()),
            Step::Who => self.choose(word(story.submission.who)?.as_str()).await,
            Step::Organisation => {
                self.fill(Field::OrganisationName, &organisation.name).await?;
                self.fill(Field::OrganisationCode, &organisation.code).await
            }
            Step::Count => self.answer_count(&story.submission).await,
            Step::Authority => self.choose(word(story.submission.authority)?.as_str()).await,
            Step::Person(index, page) => match people.get(index) {
                Some(person) => self.answer_person(index, page, person).await,
                None => Ok(()),
            },
            Step::Purpose => self.choose(word(story.submission.purpose)?.as_str()).await,
            Step::Category => self.choose(&story.submission.category).await,
            Step::Place => {
                let Place { division, detail } = &story.submission.place;
                self.answer_division(division, false).await?;
                self.fill(Field::PlaceDetail, detail).await
            }
            Step::About => {
                if story.submission.purpose == Some(Purpose::Accusation) {
                    self.fill(Field::AccusedName, &about.accused_name).await?;
                    self.fill(Field::AccusedPost, &about.accused_post).await?;
                    self.fill(Field::AccusedActs, &about.accused_acts).await?;
                }
                self.fill(Field::AboutUnit, &about.unit).await
            }
            Step::Facts => self.fill(Field::Facts, &statement.facts).await,
            Step::Reasons => self.fill(Field::Reasons, &statement.reasons).await,
            Step::Request => self.fill(Field::Request, &statement.request).await,
            Step::Earlier => {
                let raised = earlier.raised == Some(true);
                self.choose(if raised { "yes" } else { "no" }).await?;
                if !raised {
                    return Ok(());
                }
                self.fill(Field::EarlierNumber, &earlier.number).await?;
                self.fill(Field::EarlierOrgan, &earlier.organ).await?;
                self.fill(Field::EarlierWhen, &earlier.when).await
            }
            Step::Proceedings => self.choose(word(story.submission.proceedings)?.as_str()).await,
            Step::Attachments => {
                let there = self.page.count("[data-attachment]").await?;
                for _ in there..story.photos {
                    self.photograph().await?;
                }
                Ok(())
            }
            // The default is no, and stands chosen already.
            Step::Publish if !story.submission.publish => Ok(()),
            Step::Publish => self.choose("yes").await,
            Step::Sign => self.sign(&story.submission).await,
        }
    }

    async fn answer_count(&self, submission: &Submission) -> Result<()> {
        let concerned = submission.people_concerned.unwrap_or_default().to_string();
        self.fill(Field::PeopleConcerned, &concerned).await?;
        let wanted = submission.people.len();
        let shown: usize = self.page.text("#representatives").await?.parse()?;
        for _ in shown..wanted {
            self.act("#representatives-more").await?;
        }
        let counted =
            format!("document.querySelector('#representatives').innerText === '{wanted}'");
        self.page.until("the number of representatives", &counted).await
    }

    async fn answer_person(&self, index: usize, page: PersonPage, of: &Person) -> Result<()> {
        let Person { name, id, mobile, address } = of;
        match page {
            PersonPage::Name => self.fill(person(index, PersonField::Name), name).await,
            PersonPage::Id => {
                if id.kind.is_some() {
                    self.choose(word(id.kind)?.as_str()).await?;
                }
                self.fill(person(index, PersonField::IdNumber), &id.number).await
            }
            PersonPage::Mobile => self.fill(person(index, PersonField::Mobile), mobile).await,
            PersonPage::Address => {
                // The first person browses, the others search.
                self.answer_division(&address.division, index == 0).await?;
                self.fill(person(index, PersonField::AddressDetail), &address.detail).await
            }
        }
    }

    async fn answer_division(&self, code: &str, browse: bool) -> Result<()> {
        if self.page.has("#division-change").await? {
            return Ok(());
        }
        if browse {
            return self.browse_county(code).await;
        }
        let (other, other_word) = OTHER_COUNTY;
        let search = match code {
            COUNTY => COUNTY_WORD,
            code if code == other => other_word,
            code => code,
        };
        self.choose_county(code, search).await
    }

    /// Ticks the pledge and signs, or confirms instead.
    pub async fn sign(&self, submission: &Submission) -> Result<()> {
        self.act("#pledge").await?;
        self.page.until("the pledge", "document.querySelector('#pledge').checked").await?;
        match submission.signature {
            Some(Signature::Confirmed) => self.act("#sign-cannot").await,
            _ => self.page.draw("#board", &signature(), Lift::Calm).await,
        }
    }
}

/// The word by which a choice is known on the wire and on the page.
trait Choice: Copy + serde::Serialize {}
impl Choice for Who {}
impl Choice for Authority {}
impl Choice for Purpose {}
impl Choice for Proceedings {}
impl Choice for IdKind {}

fn word<C: Choice>(choice: Option<C>) -> Result<String> {
    Ok(match serde_json::to_value(choice)? {
        Value::String(word) => word,
        _ => String::new(),
    })
}
