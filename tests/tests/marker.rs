//! Nothing of one visitor is left for the next: not on the page, in storage, in memory, in the
//! history, on the disk. Before the end the same search finds it, or it would prove nothing.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use petition_domain::draft::Step;
use petition_tests::files;
use petition_tests::kiosk::Kiosk;
use petition_tests::page::Shape;
use petition_tests::server::Hall;
use petition_tests::stage::{self, Stage};
use petition_tests::story::{self, Story};
use petition_tests::traces::Needles;

const MARKER: &str = "ZQXKVJWY";

fn marked(story: Story) -> Story {
    Story { photos: 0, ..story }.marked(MARKER)
}

fn needles(story: &Story) -> Needles {
    let person = story.submission.people.iter();
    let numbers = person.flat_map(|person| [person.id.number.clone(), person.mobile.clone()]);
    Needles::new(numbers.chain([MARKER.to_owned()]))
}

/// Nothing is found, and going back in the browser brings nothing back.
async fn is_clean(kiosk: &Kiosk, needles: &Needles) -> Result<()> {
    let found = needles.on(&kiosk.page).await?;
    ensure!(found.is_empty(), "left behind: {found:?}");
    for _ in 0..5 {
        kiosk.page.history_back().await?;
        kiosk.page.appears("main[data-screen=welcome], main[data-screen=attract]").await?;
    }
    let found = needles.on(&kiosk.page).await?;
    ensure!(found.is_empty(), "brought back by the browser's back: {found:?}");
    Ok(())
}

#[test]
fn after_the_receipt_nothing_is_left_anywhere() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let story = marked(story::accusation());
        let photo = files::marked_jpeg(MARKER);
        let file = files::put(&stage.server.data(), "paper.jpg", &photo)?;
        let needles = needles(&story);
        let mut places = BTreeSet::new();
        kiosk
            .walk(&story, async |kiosk, step| {
                if step == Step::Attachments {
                    kiosk.choose_files(std::slice::from_ref(&file)).await?;
                }
                let found = needles.on(&kiosk.page).await?;
                places.extend(
                    found.into_iter().filter_map(|f| Some(f.split(' ').next()?.to_owned())),
                );
                Ok(())
            })
            .await?;
        std::fs::remove_file(&file)?;
        for place in ["field", "document", "memory"] {
            assert!(
                places.contains(place),
                "before the end it is not found in {place}: {places:?}"
            );
        }
        // What is typed lives in fields and in the program's memory; were it kept by a script, this
        // is how it would be found.
        let kept = format!("void (window.__kept = ['{MARKER}', 'kept by a script'].join(' '))");
        kiosk.page.eval::<serde_json::Value>(&kept).await?;
        let heap = needles.in_heap(&kiosk.page).await?;
        assert!(!heap.is_empty(), "before the end it is not found in the heap");
        let typed = needles.clone();
        let needles = needles.with_stored(&kiosk.page).await?;
        kiosk.receipt().await?;
        kiosk.finish(story.end).await?;
        is_clean(&kiosk, &needles).await?;
        let heap = needles.in_heap(&kiosk.page).await?;
        ensure!(heap.is_empty(), "left in the heap: {heap:?}");
        nothing_on_disk(stage, &typed).await?;
        assert_eq!(stage.server.drafts()?, 0, "the server still keeps the draft");
        Ok(())
    })
}

/// Neither the browser's profile nor anything the server keeps holds it in the clear.
async fn nothing_on_disk(stage: &Stage, needles: &Needles) -> Result<()> {
    for profile in stage.profiles().await {
        let found = needles.below(&profile)?;
        ensure!(found.is_empty(), "left in the profile: {found:?}");
    }
    let found = needles.below(&stage.server.data())?;
    ensure!(found.is_empty(), "in the clear at the server: {found:?}");
    Ok(())
}

#[test]
fn after_end_and_clear_at_each_step_nothing_is_left() -> Result<()> {
    at_each_step(&marked(story::individual_claim()), &async |kiosk: &Kiosk| kiosk.end().await)
}

#[test]
fn after_the_idle_wipe_at_each_step_nothing_is_left() -> Result<()> {
    at_each_step(&marked(story::accusation()), &async |kiosk: &Kiosk| {
        kiosk.pass(90).await?;
        kiosk.page.appears("[data-overlay=idle]").await?;
        kiosk.hurry().await?;
        kiosk.mark_page().await?;
        kiosk.pass(30).await?;
        kiosk.fresh().await
    })
}

fn at_each_step(story: &Story, end: &impl AsyncFn(&Kiosk) -> Result<()>) -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let needles = needles(story);
        for step in story.steps() {
            kiosk.walk_to(story, step).await?;
            let found = needles.on(&kiosk.page).await?;
            let is_typed = !matches!(step, Step::Notice | Step::Who);
            ensure!(is_typed != found.is_empty(), "before the end at {step:?}: {found:?}");
            let needles = needles.clone().with_stored(&kiosk.page).await?;
            end(&kiosk).await?;
            is_clean(&kiosk, &needles).await?;
        }
        nothing_on_disk(stage, &needles).await?;
        assert_eq!(stage.server.drafts()?, 0, "the server still keeps a draft");
        assert_eq!(stage.server.matters()?, 0);
        Ok(())
    })
}
