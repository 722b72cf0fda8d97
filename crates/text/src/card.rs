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
        // The pages of the server, for phones.
        All: "看全部说明", "All explainers";
        NotHereTitle: "没有这张说明", "This explainer is not here";
        NotHere: "可能已经换了新的。请看看全部说明，或到窗口请工作人员帮忙。", "It may have been replaced. Please look at all explainers, or ask at a window.";
    }
}
