//! What Trunk leaves undone for one entry: smaller scripts and styles, names by content, and the
//! hashes by which a browser refuses anything else.
//!
//! Trunk names a program by what the compiler wrote, before wasm-bindgen and wasm-opt: after a
//! change of those tools the same name would hold other bytes, and a browser keeps it forever.
//! Its minifier does not know the syntax that wasm-bindgen writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Mode, page};
use crate::hash;
use crate::places::Places;
use crate::process;
use crate::setup;

/// Finishes the files beside `folder/index.html`, and the page itself.
pub fn entry(places: &Places, mode: Mode, folder: &Path) -> Result<()> {
    let files = named_by_trunk(folder)?;
    if mode == Mode::Release {
        for file in &files {
            minify(places, file)?;
        }
        // The minifier has put what was in there into the script that imported it.
        let snippets = folder.join("snippets");
        if snippets.is_dir() {
            fs::remove_dir_all(snippets)?;
        }
    }
    name_by_content(folder, &files)
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

fn minify(places: &Places, file: &Path) -> Result<()> {
    let extension = file.extension().and_then(|extension| extension.to_str());
    if !matches!(extension, Some("css" | "js")) {
        return Ok(());
    }
    let program = setup::node_modules(places).join(".bin/esbuild");
    let mut esbuild = Command::new(program);
    esbuild.arg(file).arg("--minify").arg("--log-level=warning");
    // Only a warning by default, and then half a style sheet is silently ignored.
    esbuild.arg("--log-override:css-syntax-error=error");
    if extension == Some("js") {
        esbuild.args(["--bundle", "--format=esm"]);
    }
    let small = process::output(&mut esbuild)?;
    fs::write(file, small)?;
    Ok(())
}

fn name_by_content(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let page = folder.join("index.html");
    let mut html =
        fs::read_to_string(&page).with_context(|| format!("Trunk wrote no {}", page.display()))?;
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
        fs::rename(file, folder.join(new))?;
    }
    fs::write(page, page::without_comments(&html))?;
    Ok(())
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
            "<!-- for us --><meta data-js=\"/q/phone-5f3a9c1b2d.js\" \
             data-wasm=\"/q/phone-5f3a9c1b2d_bg.wasm\">",
        );
        let files = named_by_trunk(&root).unwrap();
        name_by_content(&root, &files).unwrap();
        let html = fs::read_to_string(root.join("index.html")).unwrap();
        let wasm = format!("phone-{}.wasm", &hash::hex(b"wasm")[..16]);
        let glue = format!("phone-{}.js", &hash::hex(b"glue")[..16]);
        assert!(html.contains(&format!("data-js=\"/q/{glue}\" data-wasm=\"/q/{wasm}\"")), "{html}");
        assert!(html.contains(&hash::integrity(b"wasm")), "{html}");
        assert!(!html.contains("for us"));
        assert!(root.join(wasm).exists() && root.join(glue).exists());
        assert!(root.join("icon.svg").exists(), "a name without a hash stays");
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
