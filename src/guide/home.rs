//! The first page of the guide, and the questions behind a tile.

use leptos::prelude::*;
use petition_content::Shelf;
use petition_content::card::{CardRef, TileView};
use petition_text::Help as H;

use super::parts::{fetched, heading, subtitle};
use super::{Guide, Place, find};
use crate::components::button::tap_button;
use crate::components::icon::{Icon, LOOK, SIGNPOST, icon};
use crate::components::paragraph::lead;

/// The class of a button that leads on.
pub const CHOICE: &str = "app-button app-guide__choice";

/// Search, the two other doors, the tiles.
pub fn home(guide: Guide) -> AnyView {
    let door = |picture: Icon, title: H, hint: H| {
        view! {
            {icon(picture)}
            <span class="app-tile__text"><b>{guide.say(title)}</b><small>{guide.say(hint)}</small></span>
        }
        .into_any()
    };
    fetched(guide, guide.shelf.get(), |shelf| {
        view! {
            {heading(guide.say(H::Title))}
            {lead(guide.say(H::Lead))}
            {find::field(guide)}
            <div class="app-tiles app-guide__doors">
                {tap_button("guide-check", "app-tile app-tile--wide", door(SIGNPOST, H::CheckTile, H::CheckTileHint), move || guide.go(Place::Check))}
                {tap_button("guide-board", "app-tile app-tile--wide", door(LOOK, H::BoardTile, H::BoardTileHint), move || guide.go(Place::Board))}
            </div>
            {subtitle(guide.say(H::TilesTitle))}
            {tiles(guide, shelf)}
        }
        .into_any()
    })
}

fn tiles(guide: Guide, shelf: &Shelf) -> AnyView {
    let tiles: Vec<_> = shelf
        .tiles
        .iter()
        .map(|TileView { id, title, .. }| {
            let place = Place::Tile(id.clone());
            choice(guide, "tile", id.clone(), guide.text(title), place)
        })
        .collect();
    view! { <div class="app-guide__tiles">{tiles}</div> }.into_any()
}

/// The questions behind a tile, or behind all tiles of a category.
pub fn tile(guide: Guide, id: &str) -> AnyView {
    let id = id.to_owned();
    fetched(guide, guide.shelf.get(), move |shelf| {
        let tiles: Vec<&TileView> = match shelf.tiles.iter().find(|tile| tile.id == id) {
            Some(tile) => vec![tile],
            None => shelf.tiles.iter().filter(|tile| tile.category == id).collect(),
        };
        let heads: Vec<_> = tiles.iter().map(|tile| guide.text(&tile.title)).collect();
        let found: Vec<_> = tiles.iter().flat_map(|tile| &tile.cards).collect();
        view! { {heading(heads.join(" · "))}{cards(guide, &found)} }.into_any()
    })
}

/// Cards to choose from.
pub fn cards(guide: Guide, cards: &[&CardRef]) -> AnyView {
    let cards: Vec<_> = cards
        .iter()
        .map(|CardRef { id, title }| {
            choice(guide, "card", id.clone(), guide.text(title), Place::Card(id.clone()))
        })
        .collect();
    view! { <div class="app-guide__cards">{cards}</div> }.into_any()
}

/// A button that leads to a place of the guide.
fn choice(guide: Guide, name: &'static str, id: String, title: String, place: Place) -> AnyView {
    let button = tap_button("", CHOICE, title, move || guide.go(place.clone()));
    view! { <div class="app-guide__item" data-kind=name data-id=id>{button}</div> }.into_any()
}
