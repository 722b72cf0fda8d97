//! Words of the explainers.

use crate::lang::words;

words! {
    /// Parts of an explainer. The first five head the parts of its source too.
    Card {
        What: "这是什么", "What this is";
        Steps: "怎么办", "What to do";
        Can: "信访能做的", "What petitioning can do";
        Cannot: "信访不能做的", "What petitioning cannot do";
        Care: "注意", "Take care";
        LocalNotice: "以当地公布为准", "as published locally";
    }
}
