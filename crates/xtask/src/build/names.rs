//! Names by content. Trunk names a program by the hash of what the compiler wrote, before
//! wasm-bindgen and wasm-opt: after a change of those tools the same name would hold other bytes,
//! and a browser that keeps it forever would refuse it by its integrity hash.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::hash;

const HASHED: &[&str] = &["css", "js", "wasm"];

/// Renames the hashed files of one entry and mends its page.
pub fn by_content(folder: &Path) -> Result<()> {
    let page = folder.join("index.html");
    let mut html =
        fs::read_to_string(&page).with_context(|| format!("Trunk wrote no {}", page.display()))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let Some(new) = renamed(name, || Ok(fs::read(&path)?))? else { continue };
        if !html.contains(name) {
            anyhow::bail!("{name} is in the build but not in its page");
        }
        html = html.replace(name, &new);
        fs::rename(&path, folder.join(new))?;
    }
    fs::write(page, html)?;
    Ok(())
}

/// `kiosk-5f3a9c_bg.wasm` → `kiosk-<hash of content>.wasm`; none when the name has no hash.
fn renamed(name: &str, content: impl FnOnce() -> Result<Vec<u8>>) -> Result<Option<String>> {
    let Some((stem, extension)) = name.rsplit_once('.') else { return Ok(None) };
    let Some((prefix, old)) = stem.rsplit_once('-') else { return Ok(None) };
    let old = old.strip_suffix("_bg").unwrap_or(old);
    let is_hash = old.len() >= 8 && old.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hash || !HASHED.contains(&extension) {
        return Ok(None);
    }
    let hash: String = hash::hex(&content()?).chars().take(16).collect();
    Ok(Some(format!("{prefix}-{hash}.{extension}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn page_and_files_agree_and_content_decides() {
        let root = scratch("names");
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        write("phone-5f3a9c1b2d_bg.wasm", "wasm");
        write("phone-5f3a9c1b2d.js", "glue");
        write("boot.js", "unhashed");
        write(
            "index.html",
            "<meta data-js=/q/phone-5f3a9c1b2d.js data-wasm=/q/phone-5f3a9c1b2d_bg.wasm>",
        );
        by_content(&root).unwrap();
        let html = fs::read_to_string(root.join("index.html")).unwrap();
        let wasm = format!("phone-{}.wasm", &hash::hex(b"wasm")[..16]);
        let glue = format!("phone-{}.js", &hash::hex(b"glue")[..16]);
        assert_eq!(html, format!("<meta data-js=/q/{glue} data-wasm=/q/{wasm}>"));
        assert!(root.join(wasm).exists() && root.join(glue).exists());
        assert!(root.join("boot.js").exists());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_file_the_page_does_not_name_is_an_error() {
        let root = scratch("names-lost");
        fs::write(root.join("index.html"), "<p>").unwrap();
        fs::write(root.join("kiosk-0123456789ab.css"), "").unwrap();
        assert!(by_content(&root).unwrap_err().to_string().contains("not in its page"));
        fs::remove_dir_all(root).unwrap();
    }
}
