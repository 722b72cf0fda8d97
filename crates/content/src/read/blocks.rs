//! A source file as a sequence of blocks: front matter between two lines of `+++`, then Markdown.

use super::fault::Fault;

/// A file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Below the content folder.
    pub file: String,
    /// In order.
    pub blocks: Vec<Block>,
}

/// Front matter and what follows it.
#[derive(Clone, Debug)]
pub struct Block {
    /// TOML.
    pub front: String,
    /// Line of its first line.
    pub front_line: usize,
    /// Markdown.
    pub body: String,
    /// Line of its first line.
    pub body_line: usize,
}

const FENCE: &str = "+++";

/// Splits `text`.
pub fn split(file: &str, text: &str) -> Result<Source, Fault> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(String, usize)> = None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.trim_end() == FENCE {
            match open.take() {
                None => open = Some((String::new(), number + 1)),
                Some((front, front_line)) => blocks.push(Block {
                    front,
                    front_line,
                    body: String::new(),
                    body_line: number + 1,
                }),
            }
        } else if let Some((front, _)) = &mut open {
            front.push_str(line);
            front.push('\n');
        } else if let Some(block) = blocks.last_mut() {
            block.body.push_str(line);
            block.body.push('\n');
        } else if !line.trim().is_empty() {
            return Err(Fault::new(file, number, "text before the first +++"));
        }
    }
    match open {
        Some((_, line)) => Err(Fault::new(file, line, "this front matter is not closed by +++")),
        None => Ok(Source { file: file.to_owned(), blocks }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_know_their_lines() {
        let source = split("a.md", "+++\nid = 1\n+++\n一\n\n+++\nid = 2\n+++\n二\n").unwrap();
        let lines: Vec<_> =
            source.blocks.iter().map(|b| (b.front_line, b.body_line, b.body.trim())).collect();
        assert_eq!(lines, [(2, 4, "一"), (7, 9, "二")]);
    }

    #[test]
    fn what_is_left_open_is_found() {
        assert_eq!(split("a.md", "+++\nid = 1\n").unwrap_err().line, 2);
        assert_eq!(
            split("a.md", "\nhello\n").unwrap_err().to_string(),
            "a.md:2: text before the first +++"
        );
    }
}
