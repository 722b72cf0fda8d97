//! Finds files that are two things at once. Photos of telephones carry data behind their end, so a
//! tail alone is no offence; a tail that another program would open is.

use petition_domain::attachment::FileKind;

/// Programs look for a PDF, or for markup, this far into a file.
const HEAD_BYTES: usize = 1024;
/// A ZIP's directory ends with this record of 22 bytes and a comment of up to 65 535.
const ZIP_END: &[u8] = b"PK\x05\x06";
const ZIP_END_BYTES: usize = 22;
const ZIP_TAIL_BYTES: usize = ZIP_END_BYTES + 65_535;

/// Whether another program would take the file for something else.
pub fn is_several(kind: FileKind, content: &[u8]) -> bool {
    let head = content.get(..content.len().min(HEAD_BYTES)).unwrap_or_default();
    let is_also_pdf = kind != FileKind::Pdf && contains(head, b"%pdf-");
    let is_also_markup =
        [&b"<script"[..], b"<html", b"<!doctype", b"<svg", b"<?php", b"<iframe", b"<body"]
            .iter()
            .any(|tag| contains(head, tag));
    is_also_pdf || is_also_markup || ends_as_zip(content)
}

fn contains(bytes: &[u8], lower_case: &[u8]) -> bool {
    bytes.windows(lower_case.len()).any(|window| window.eq_ignore_ascii_case(lower_case))
}

/// A ZIP is read from its end: the record there says how long the comment behind it is.
fn ends_as_zip(content: &[u8]) -> bool {
    let tail = content.get(content.len().saturating_sub(ZIP_TAIL_BYTES)..).unwrap_or_default();
    tail.windows(ZIP_END_BYTES).enumerate().any(|(at, record)| {
        let comment = match record {
            [.., low, high] => usize::from(u16::from_le_bytes([*low, *high])),
            _ => return false,
        };
        record.starts_with(ZIP_END) && at + ZIP_END_BYTES + comment == tail.len()
    })
}
