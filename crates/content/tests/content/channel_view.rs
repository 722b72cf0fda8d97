//! The channel check as a page loads it, in every language.

use crate::support;
use petition_content::ChannelView;

#[test]
fn a_page_loads_what_was_compiled() {
    for language in ["zh-CN", "en"] {
        let view = support::edition(language).channel;
        let bytes = postcard::to_allocvec(&view).unwrap();
        eprintln!("{language}: {} bytes", bytes.len());
        assert_eq!(postcard::from_bytes::<ChannelView>(&bytes).unwrap(), view);
    }
}

#[test]
fn every_position_has_its_words() {
    for language in ["zh-CN", "en"] {
        let view = support::edition(language).channel;
        assert_eq!(view.questions.len(), view.table.questions.len());
        for (words, question) in view.questions.iter().zip(&view.table.questions) {
            assert_eq!(words.id, question.id);
            assert!(words.options.iter().map(|option| &option.id).eq(&question.options));
            assert!(words.options.iter().all(|option| !option.text.is_empty()), "{}", words.id);
        }
        let rules = view.table.rules.len();
        assert_eq!([view.reasons.len(), view.laws.len(), view.limits.len()], [rules; 3]);
        assert_eq!(view.petition_reasons.len(), view.table.petition.len());
        assert_eq!(view.petition_laws.len(), view.table.petition.len());
        for (rule, shown) in view.table.rules.iter().zip(&view.limits) {
            assert!(view.ways.contains_key(&rule.way), "{}", rule.way);
            assert!(rule.organs.iter().all(|organ| view.organs.contains_key(organ)));
            let shown = shown.as_ref().map(|limit| limit.span);
            let counted = rule.limit.as_ref().map(|limit| limit.span);
            assert!(counted.is_none() || counted == shown, "{}", rule.way);
        }
    }
}

#[test]
fn both_languages_follow_the_same_rules() {
    assert_eq!(support::edition("zh-CN").channel.table, support::edition("en").channel.table);
}
