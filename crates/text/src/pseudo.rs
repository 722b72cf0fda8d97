//! Pseudo-translation: accents on every letter, a third longer, in brackets.

/// The pseudo-translation of an English text; `{placeholders}` stay.
// One body: every table of words calls it.
#[inline(never)]
pub(crate) fn of(english: &str) -> String {
    let mut out = String::with_capacity(english.len() * 2);
    out.push('[');
    let mut in_placeholder = false;
    for c in english.chars() {
        match c {
            '{' => in_placeholder = true,
            '}' => in_placeholder = false,
            _ => {}
        }
        out.push(if in_placeholder { c } else { accented(c) });
    }
    // In groups, so that a long text breaks where a real one of that length would.
    let longer = 0..english.chars().count() / 3;
    out.extend(longer.map(|index| if index % 6 == 5 { ' ' } else { '·' }));
    out.push(']');
    out
}

fn accented(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀćđéƒğĥíĵķłɱñóþqŕşţúṽŵẋýžÁƁĆĐÉƑĞĤÍĴĶŁṀÑÓÞQŔŞŢÚṼŴẊÝŽ";
    PLAIN.find(c).and_then(|at| MARKED.chars().nth(at)).unwrap_or(c)
}
