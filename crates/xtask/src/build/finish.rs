//! What Trunk leaves undone for one entry: one script instead of two, smaller files, names by
//! content, and the hashes by which a browser refuses anything else.
//!
//! Trunk names a program by what the compiler wrote, before wasm-bindgen and wasm-opt: after a
//! change of those tools the same name would hold other bytes, and a browser keeps it forever.
//! Its minifier does not know the syntax that wasm-bindgen writes. And a script that another
//! imports is not held to a hash by any browser, only one that the page names itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Entry, Mode, page};
use crate::hash;
use crate::places::Places;
use crate::process;
use crate::setup;

/// Finishes the files beside `folder/index.html`, and the page itself.
pub fn entry(places: &Places, mode: Mode, entry: &Entry, folder: &Path) -> Result<()> {
    let is_glue = |file: &PathBuf| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        parts(name) == Some((entry.name, "js"))
    };
    let (glue, others): (Vec<_>, Vec<_>) = named_by_trunk(folder)?.into_iter().partition(is_glue);
    if mode == Mode::Release {
        for file in &others {
            if has_extension(file, &["css", "js"]) {
                fs::write(file, minified(places, file)?)?;
            }
        }
    }
    let named = name_by_content(folder, &others)?;
    for file in &glue {
        fs::write(file, bundled(places, mode, folder, file, &named)?)?;
    }
    // What was in there is now part of the script that imported it.
    let snippets = folder.join("snippets");
    if snippets.is_dir() {
        fs::remove_dir_all(snippets)?;
    }
    name_by_content(folder, &glue)?;
    // Unpacked it is several megabytes.
    if mode == Mode::Release && entry.carries_program { carry(folder, &named) } else { Ok(()) }
}

/// Puts the program into the page: whoever opens it once in weeks, on a slow network, waits for
/// one round trip less, and the line is not idle in between.
fn carry(folder: &Path, named: &[Named]) -> Result<()> {
    let program = named.iter().find(|named| has_extension(Path::new(&named.new), &["wasm"]));
    let program = &program.context("no program to carry")?.new;
    let (page, file) = (folder.join("index.html"), folder.join(program));
    let html = page::carrying(&fs::read_to_string(&page)?, program, &fs::read(&file)?)?;
    fs::write(page, html)?;
    fs::remove_file(file)?;
    Ok(())
}

fn has_extension(file: &Path, wanted: &[&str]) -> bool {
    file.extension().and_then(|extension| extension.to_str()).is_some_and(|e| wanted.contains(&e))
}

/// The files with a hash in their name; everything else keeps its name.
fn named_by_trunk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().and_then(|name| parts(name.to_str()?)).is_some() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// `kiosk-5f3a9c1b_bg.wasm` → `kiosk`, `wasm`; none when there is no hash in the name.
fn parts(name: &str) -> Option<(&str, &str)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (prefix, hash) = stem.rsplit_once('-')?;
    let hash = hash.strip_suffix("_bg").unwrap_or(hash);
    let is_hash = hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then_some((prefix, extension))
}

/// How `boot.js` names the glue that wasm-bindgen writes, whatever its file is called.
const GLUE: &str = "'app-program'";

/// `boot.js` and the glue as one script: one request less, and all of it under one hash. A script
/// that the page names itself stays outside, whoever imports it by its bare name.
fn bundled(
    places: &Places,
    mode: Mode,
    folder: &Path,
    glue: &Path,
    named: &[Named],
) -> Result<String> {
    let boot = fs::read_to_string(places.root.join("public/boot.js")).context("public/boot.js")?;
    if boot.matches(GLUE).count() != 1 {
        bail!("public/boot.js must import {GLUE} once");
    }
    let name = glue.file_name().and_then(|name| name.to_str()).context("an odd file name")?;
    let mut esbuild = esbuild(places);
    esbuild.current_dir(folder).args(["--bundle", "--format=esm", "--sourcefile=boot.js"]);
    if mode == Mode::Release {
        esbuild.arg("--minify");
    }
    let scripts = || named.iter().filter(|named| has_extension(Path::new(&named.new), &["js"]));
    esbuild.args(scripts().map(|script| format!("--external:{}", script.bare)));
    let mut out = process::filter(&mut esbuild, &boot.replace(GLUE, &format!("'./{name}'")))?;
    for Named { bare, new } in scripts() {
        out = out.replace(&format!("\"{bare}\""), &format!("\"./{new}\""));
    }
    Ok(out)
}

/// Puts a style bundle that no page names beside the pages.
pub fn style(places: &Places, mode: Mode, name: &str, dist: &Path) -> Result<()> {
    let sheet = places.root.join(format!("target/style/{name}.css"));
    let text =
        if mode == Mode::Release { minified(places, &sheet)? } else { fs::read_to_string(&sheet)? };
    fs::write(dist.join(format!("{name}.css")), text)?;
    Ok(())
}

fn minified(places: &Places, file: &Path) -> Result<String> {
    // Only a warning by default, and then half a style sheet would be ignored in silence.
    let arguments = ["--minify", "--log-override:css-syntax-error=error"];
    process::output(esbuild(places).arg(file).args(arguments))
}

fn esbuild(places: &Places) -> Command {
    let mut esbuild = Command::new(setup::node_modules(places).join(".bin/esbuild"));
    esbuild.arg("--log-level=warning");
    esbuild
}

/// A file under its new name.
#[derive(Debug, PartialEq)]
struct Named {
    /// `phone-early`
    bare: String,
    /// `phone-early-0123456789abcdef.js`
    new: String,
}

fn name_by_content(folder: &Path, files: &[PathBuf]) -> Result<Vec<Named>> {
    let page = folder.join("index.html");
    let mut html =
        fs::read_to_string(&page).with_context(|| format!("Trunk wrote no {}", page.display()))?;
    let mut named = Vec::new();
    for file in files {
        let bytes = fs::read(file)?;
        let name = file.file_name().and_then(|name| name.to_str()).context("an odd file name")?;
        let (prefix, extension) = parts(name).context("a name without a hash")?;
        let key: String = hash::hex(&bytes).chars().take(16).collect();
        let new = format!("{prefix}-{key}.{extension}");
        if !html.contains(name) {
            bail!("{name} is in the build but not in its page");
        }
        html = page::with_integrity(&html.replace(name, &new), &new, &hash::integrity(&bytes));
        fs::rename(file, folder.join(&new))?;
        named.push(Named { bare: prefix.to_owned(), new });
    }
    fs::write(page, page::without_comments(&html))?;
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn page_and_files_agree_and_content_decides() {
        let root = scratch("finish");
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        write("phone-5f3a9c1b2d_bg.wasm", "wasm");
        write("phone-5f3a9c1b2d.js", "glue");
        write("icon.svg", "<svg/>");
        write(
            "index.html",
            "<!-- for us --><script src=\"/q/phone-5f3a9c1b2d.js\" \
             data-wasm=\"/q/phone-5f3a9c1b2d_bg.wasm\"></script><body></body>",
        );
        let files = named_by_trunk(&root).unwrap();
        let named = name_by_content(&root, &files).unwrap();
        let html = fs::read_to_string(root.join("index.html")).unwrap();
        let wasm = format!("phone-{}.wasm", &hash::hex(b"wasm")[..16]);
        let glue = format!("phone-{}.js", &hash::hex(b"glue")[..16]);
        assert!(html.contains(&format!("src=\"/q/{glue}\" data-wasm=\"/q/{wasm}\"")), "{html}");
        assert!(html.contains(&hash::integrity(b"wasm")), "{html}");
        assert!(!html.contains("for us"));
        assert!(root.join(&wasm).exists() && root.join(glue).exists());
        assert!(root.join("icon.svg").exists(), "a name without a hash stays");

        carry(&root, &named).unwrap();
        let html = fs::read_to_string(root.join("index.html")).unwrap();
        assert!(html.contains("id=\"program\">wasm</script>"), "{html}");
        assert!(!html.contains(".wasm") && !root.join(wasm).exists(), "{html}");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_file_the_page_does_not_name_is_an_error() {
        let root = scratch("finish-lost");
        fs::write(root.join("index.html"), "<p>").unwrap();
        fs::write(root.join("kiosk-0123456789ab.css"), "").unwrap();
        let files = named_by_trunk(&root).unwrap();
        let err = name_by_content(&root, &files).unwrap_err();
        assert!(err.to_string().contains("not in its page"));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn only_hashed_names_are_ours_to_change() {
        assert_eq!(parts("kiosk-5f3a9c1b_bg.wasm"), Some(("kiosk", "wasm")));
        assert_eq!(parts("on-screen-keys-5f3a9c1b2d3e.js"), Some(("on-screen-keys", "js")));
        assert_eq!(parts("index.html"), None);
        assert_eq!(parts("apple-touch.png"), None);
        assert_eq!(parts("low-reach.css"), None);
    }
}
