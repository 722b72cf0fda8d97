//! Administrative divisions (行政区划) of GB/T 2260: two digits province, two prefecture, two county.

use serde::{Deserialize, Serialize};

/// Province-level codes, Hong Kong, Macao and Taiwan included.
const PROVINCES: [&str; 34] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
    "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
    "81", "82",
];

/// Whether `code` has the shape of a leaf of the table: the six digits of a county, or the nine of a
/// town in the four cities without counties, in a known province.
///
/// Counties come and go, so an unknown county in a known province is not refused here;
/// [`Divisions::path`] tells whether the present table has it.
pub fn is_county_code(code: &str) -> bool {
    matches!(code.len(), 6 | 9)
        && code.bytes().all(|b| b.is_ascii_digit())
        && code.get(..2).is_some_and(|province| PROVINCES.contains(&province))
}

/// One division and those inside it, written `[code, name, [parts…]]`; a leaf may leave out the third.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division(
    String,
    String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")] Vec<Division>,
);

impl Division {
    /// The code: 2, 4, 6 or 9 digits.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The name in Chinese.
    pub fn name(&self) -> &str {
        &self.1
    }

    /// The divisions inside.
    pub fn parts(&self) -> &[Self] {
        &self.2
    }
}

/// The table of divisions, provinces first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Divisions(pub Vec<Division>);

impl Divisions {
    /// Province, prefecture and county of a county code; `None` where the table lacks it.
    pub fn path(&self, code: &str) -> Option<[&Division; 3]> {
        let province = self.0.iter().find(|d| code.starts_with(d.code()))?;
        let prefecture = province.parts().iter().find(|d| code.starts_with(d.code()))?;
        let county = prefecture.parts().iter().find(|d| d.code() == code)?;
        Some([province, prefecture, county])
    }

    /// The full name of a county code, without the filler names of the table.
    pub fn full_name(&self, code: &str) -> Option<String> {
        let path = self.path(code)?;
        let mut names: Vec<&str> =
            path.iter().map(|d| d.name()).filter(|name| !is_filler(name)).collect();
        // Regions without parts stand for themselves on every level.
        names.dedup();
        Some(names.concat())
    }

    /// Counties whose name, or whose prefecture's or province's name, contains `needle`;
    /// own names first, at most `limit`.
    pub fn search(&self, needle: &str, limit: usize) -> Vec<[&Division; 3]> {
        let needle = needle.trim();
        if needle.is_empty() {
            return Vec::new();
        }
        let counties = || {
            self.0.iter().flat_map(|province| {
                province.parts().iter().flat_map(move |prefecture| {
                    prefecture.parts().iter().map(move |county| [province, prefecture, county])
                })
            })
        };
        let own = counties().filter(|[_, _, county]| county.name().contains(needle));
        let above = counties().filter(|[province, prefecture, county]| {
            !county.name().contains(needle)
                && (prefecture.name().contains(needle) || province.name().contains(needle))
        });
        own.chain(above).take(limit).collect()
    }
}

/// Names that only fill a level of the table and say nothing to a reader.
pub fn is_filler(name: &str) -> bool {
    matches!(name, "市辖区" | "县" | "省直辖县级行政区划" | "自治区直辖县级行政区划")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table() -> Divisions {
        serde_json::from_str(
            r#"[["37","山东省",[["3716","滨州市",[["371602","滨城区"],["371681","邹平市"]]]]],
                ["71","台湾省",[["7100","台湾省",[["710000","台湾省"]]]]],
                ["11","北京市",[["1101","市辖区",[["110105","朝阳区"]]]]]]"#,
        )
        .unwrap()
    }

    #[test]
    fn names_are_found_and_fillers_left_out() {
        let table = table();
        assert_eq!(table.full_name("371681").unwrap(), "山东省滨州市邹平市");
        assert_eq!(table.full_name("110105").unwrap(), "北京市朝阳区");
        assert_eq!(table.full_name("710000").unwrap(), "台湾省");
        assert_eq!(table.full_name("371699"), None);
        let found = table.search("滨", 9);
        assert_eq!(found.iter().map(|p| p[2].code()).collect::<Vec<_>>(), ["371602", "371681"]);
        assert!(table.search(" ", 9).is_empty());
    }

    proptest! {
        #[test]
        fn only_whole_codes_in_a_province_are_taken(code in "[0-9]{6}|[0-9]{9}|[0-9０-９a-z]{0,10}") {
            let expected = matches!(code.len(), 6 | 9) && code.bytes().all(|b| b.is_ascii_digit())
                && PROVINCES.iter().any(|p| code.starts_with(p));
            prop_assert_eq!(is_county_code(&code), expected);
        }
    }
}
