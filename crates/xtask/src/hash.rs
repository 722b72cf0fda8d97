//! Content hashes: for cache keys, build stamps and immutable file names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// SHA-256 of some bytes, in hex.
pub fn hex(bytes: &[u8]) -> String {
    let mut stamp = Stamp::default();
    stamp.0.update(bytes);
    stamp.finish()
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Every file below `dir`, sorted, hidden ones left out. A missing folder has none.
pub fn files_below(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_path_buf()];
    while let Some(dir) = open.pop() {
        let entries = match fs::read_dir(&dir) {
            Err(err) if err.kind() == io::ErrorKind::NotFound => continue,
            other => other.with_context(|| format!("cannot list {}", dir.display()))?,
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                open.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A running hash over named inputs. Lengths are part of it, so that moving a byte from one
/// input to the next changes the result.
#[derive(Default)]
pub struct Stamp(Sha256);

impl Stamp {
    /// Adds a value under a name.
    pub fn add(&mut self, name: &str, value: &[u8]) {
        for part in [name.as_bytes(), value] {
            self.0.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            self.0.update(part);
        }
    }

    /// Adds a file, or every file below a folder, by its path inside `root` and its content.
    /// What does not exist counts as such: creating it later changes the hash.
    pub fn add_path(&mut self, root: &Path, path: &str) -> Result<()> {
        let full = root.join(path);
        let files = if full.is_file() { vec![full] } else { files_below(&full)? };
        self.add(path, &files.len().to_le_bytes());
        for file in files {
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().into_owned();
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            self.add(&name, &content);
        }
        Ok(())
    }

    /// The hash in hex.
    pub fn finish(self) -> String {
        let mut hex = String::new();
        for byte in self.0.finalize() {
            for digit in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(u32::from(digit), 16));
            }
        }
        hex
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    fn stamp(root: &Path) -> String {
        let mut stamp = Stamp::default();
        stamp.add_path(root, "src").unwrap();
        stamp.finish()
    }

    #[test]
    fn known_answer() {
        assert_eq!(hex(b"abc").get(..8), Some("ba7816bf"));
        // From the specification of subresource integrity.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn stamp_sees_content_names_and_new_files() {
        let root = scratch("stamp");
        let empty = stamp(&root);
        fs::create_dir_all(root.join("src/deep")).unwrap();
        fs::write(root.join("src/deep/a.rs"), "1").unwrap();
        let one = stamp(&root);
        assert_ne!(empty, one);
        assert_eq!(one, stamp(&root), "the same inputs give the same stamp");

        fs::write(root.join("src/deep/a.rs"), "2").unwrap();
        let changed = stamp(&root);
        assert_ne!(one, changed);

        fs::rename(root.join("src/deep/a.rs"), root.join("src/deep/b.rs")).unwrap();
        assert_ne!(changed, stamp(&root));

        let before = stamp(&root);
        fs::write(root.join("src/.b.rs.swp"), "editor").unwrap();
        assert_eq!(before, stamp(&root), "an editor's swap file is no input");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn bytes_cannot_move_between_inputs() {
        let (mut left, mut right) = (Stamp::default(), Stamp::default());
        left.add("ab", b"c");
        right.add("a", b"bc");
        assert_ne!(left.finish(), right.finish());
    }
}
