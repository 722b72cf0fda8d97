//! `cargo xtask gallery`: a picture of every screen × language × way to show it, and a page that
//! shows them side by side.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use petition_domain::draft::{PersonPage, Step};
use petition_domain::{Field, PersonField};
use petition_tests::kiosk::{DISPLAYS, Kiosk, field_css};
use petition_tests::page::{Page, Shape};
use petition_tests::server::Hall;
use petition_tests::typist::Typist;
use petition_tests::{places, stage, tour};
use petition_text::Lang;

/// Scene, and its pictures by name.
type Sheet = BTreeMap<String, Vec<String>>;

fn main() -> Result<()> {
    let folder = places::gallery();
    fs::create_dir_all(&folder)?;
    let mut sheet = Sheet::new();
    for (lang, shape, displays) in [
        (Lang::Zh, Shape::PORTRAIT, &DISPLAYS[..]),
        (Lang::En, Shape::PORTRAIT, &DISPLAYS[..]),
        (Lang::Zh, Shape::LANDSCAPE, &DISPLAYS[..1]),
        (Lang::Pseudo, Shape::PORTRAIT, &DISPLAYS[..1]),
        (Lang::PseudoRtl, Shape::PORTRAIT, &DISPLAYS[..1]),
    ] {
        stage::run(&Hall::speaking(lang), async |stage| {
            let kiosk = Kiosk::open(stage, shape).await?;
            tour::kiosk(stage, &kiosk, lang, async |page, scene| {
                for display in displays {
                    let name = name(scene, lang, shape, display);
                    picture(page, display, &folder.join(&name)).await?;
                    sheet.entry(format!("kiosk {scene}")).or_default().push(name);
                }
                Ok(())
            })
            .await
        })?;
        println!("gallery: kiosk, {}, {} × {}", lang.tag(), shape.width, shape.height);
    }
    for (lang, shape) in
        [(Lang::Zh, Shape::PORTRAIT), (Lang::En, Shape::PORTRAIT), (Lang::Zh, Shape::LANDSCAPE)]
    {
        stage::run(&Hall { has_keyboard: true, ..Hall::speaking(lang) }, async |stage| {
            let kiosk = Kiosk::open(stage, shape).await?;
            let first = Step::Person(0, PersonPage::Name);
            kiosk.reach(&tour::visitor(lang), first).await?;
            let typist = Typist::new(&kiosk.page)?;
            typist.open(&field_css(Field::Person(0, PersonField::Name))).await?;
            for board in ["hand", "full", "nine", "latin", "point"] {
                typist.switch(board).await?;
                for display in &DISPLAYS {
                    let name = name(&format!("keyboard-{board}"), lang, shape, display);
                    picture(&kiosk.page, display, &folder.join(&name)).await?;
                    sheet.entry(format!("keyboard {board}")).or_default().push(name);
                }
            }
            Ok(())
        })?;
    }
    fs::write(folder.join("index.html"), page_of(&sheet))?;
    println!("gallery: {} pictures", sheet.values().map(Vec::len).sum::<usize>());
    Ok(())
}

fn name(scene: &str, lang: Lang, shape: Shape, display: &str) -> String {
    let display = if display.is_empty() { "standard" } else { display };
    let side = if shape.is_phone {
        "phone"
    } else if shape.width > shape.height {
        "landscape"
    } else {
        "portrait"
    };
    format!("{scene}.{}.{side}.{display}.png", lang.tag())
}

async fn picture(page: &Page, display: &str, file: &Path) -> Result<()> {
    page.show_as(display).await?;
    page.screenshot_to(file).await?;
    page.show_as("").await
}

fn page_of(sheet: &Sheet) -> String {
    let mut html = String::from(
        "<!doctype html><meta charset=\"utf-8\"><title>Gallery</title><style>\
         body{font:16px sans-serif;margin:24px;background:#ddd}\
         div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0}\
         img{width:240px;border:1px solid #888;background:#fff;display:block}\
         figcaption{font-size:12px;width:240px;overflow-wrap:anywhere}</style>",
    );
    for (scene, pictures) in sheet {
        // Writing to a String cannot fail.
        write!(html, "<h2>{scene}</h2><div>").ok();
        for name in pictures {
            write!(
                html,
                "<figure><a href=\"{name}\"><img loading=\"lazy\" src=\"{name}\" alt=\"\"></a>\
                 <figcaption>{name}</figcaption></figure>"
            )
            .ok();
        }
        html.push_str("</div>");
    }
    html
}
