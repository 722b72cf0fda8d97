//! The division table in the form the picker loads: nested `[code, name, children]`, a third of
//! the size of the package's objects and faster to parse.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Division {
    code: String,
    name: String,
    #[serde(default)]
    children: Vec<Division>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node {
    Inner(String, String, Vec<Node>),
    Leaf(String, String),
}

/// The codes of the three the package keeps in another file, without codes. Their districts have
/// none in the national list either, so each stands for itself and the rest is typed.
const PROVINCES_ONLY: &[(&str, &str)] =
    &[("台湾省", "71"), ("香港特别行政区", "81"), ("澳门特别行政区", "82")];

/// Converts `pca-code.json` and appends what `HK-MO-TW.json` names.
pub fn compact(mainland: &str, others: &str) -> Result<String> {
    let mainland: Vec<Division> = serde_json::from_str(mainland)?;
    let others: BTreeMap<String, serde_json::Value> = serde_json::from_str(others)?;
    let mut provinces = Vec::with_capacity(mainland.len() + others.len());
    for province in mainland {
        provinces.push(node(province, "")?);
    }
    for (name, code) in PROVINCES_ONLY {
        if !others.contains_key(*name) {
            bail!("{name} is no longer in the package");
        }
        let name = (*name).to_owned();
        let whole = Node::Leaf(format!("{code}0000"), name.clone());
        let only = Node::Inner(format!("{code}00"), name.clone(), vec![whole]);
        provinces.push(Node::Inner((*code).to_owned(), name, vec![only]));
    }
    if others.len() != PROVINCES_ONLY.len() {
        bail!("the package names {} regions outside the main list, 3 are known", others.len());
    }
    Ok(serde_json::to_string(&provinces)?)
}

fn node(division: Division, parent: &str) -> Result<Node> {
    let Division { code, name, children } = division;
    // Four cities have no districts, only towns with nine digits.
    let is_code = matches!(code.len(), 2 | 4 | 6 | 9) && code.bytes().all(|b| b.is_ascii_digit());
    if !is_code || !code.starts_with(parent) || name.trim().is_empty() {
        bail!("division {code} {name} below {parent:?} is not as expected");
    }
    if code.len() >= 6 {
        return Ok(Node::Leaf(code, name));
    }
    let below = children.into_iter().map(|child| node(child, &code)).collect::<Result<_>>()?;
    Ok(Node::Inner(code, name, below))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHERS: &str = r#"{"香港特别行政区": {"九龙": ["观塘区"]},
        "澳门特别行政区": {}, "台湾省": {}}"#;

    #[test]
    fn three_levels_and_the_provinces_without_codes() {
        let table = compact(
            r#"[{"code":"11","name":"北京市","children":[{"code":"1101","name":"市辖区",
                "children":[{"code":"110101","name":"东城区"}]}]},
                {"code":"44","name":"广东省","children":[{"code":"4419","name":"东莞市",
                "children":[{"code":"441900003","name":"东城街道"}]}]}]"#,
            OTHERS,
        );
        assert_eq!(
            table.unwrap(),
            r#"[["11","北京市",[["1101","市辖区",[["110101","东城区"]]]]],"#.to_owned()
                + r#"["44","广东省",[["4419","东莞市",[["441900003","东城街道"]]]]],"#
                + r#"["71","台湾省",[["7100","台湾省",[["710000","台湾省"]]]]],"#
                + r#"["81","香港特别行政区",[["8100","香港特别行政区",[["810000","香港特别行政区"]]]]],"#
                + r#"["82","澳门特别行政区",[["8200","澳门特别行政区",[["820000","澳门特别行政区"]]]]]]"#
        );
    }

    #[test]
    fn a_changed_package_is_an_error_and_not_a_hole_in_the_table() {
        assert!(compact("[]", r#"{"台湾省": {}}"#).is_err());
        assert!(compact(r#"[{"code":"1","name":"x"}]"#, OTHERS).is_err());
        let misplaced =
            r#"[{"code":"11","name":"北京市","children":[{"code":"1201","name":"市辖区"}]}]"#;
        assert!(compact(misplaced, OTHERS).is_err());
        assert!(compact(r#"[{"code":"11","name":" "}]"#, OTHERS).is_err());
    }
}
