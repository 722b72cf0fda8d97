//! Words of the keyboard on the screen.

use crate::lang::words;

words! {
    /// Tabs, keys and states of the keyboard.
    Keys {
        Board: "屏幕键盘", "On-screen keyboard";
        Hand: "手写", "Draw";
        Full: "拼音", "Pinyin";
        Nine: "九键", "Nine keys";
        Digits: "数字", "123";
        Latin: "英文", "ABC";
        Symbols: "标点", "，。？";
        Point: "编码", "Code";
        Done: "写好了", "Done";
        Back: "退格", "Delete";
        Space: "空格", "Space";
        Line: "换行", "New line";
        Shift: "大写", "Caps";
        Clear: "清空", "Clear";
        Unclear: "还原", "Undo clear";
        UndoStroke: "撤一笔", "Undo stroke";
        Rewrite: "重写", "Start again";
        OneBox: "一格", "One box";
        TwoBoxes: "两格", "Two boxes";
        WriteHere: "用手指在格子里写字", "Write a character here with your finger";
        Separator: "分隔", "Split";
        Choices: "选字", "Choices";
        Earlier: "上一页", "Earlier choices";
        Later: "更多", "More choices";
        PointHint: "输入字的统一码，例如 9FA5", "Type the number of the character, such as 9FA5";
        Loading: "正在准备输入法，请稍等", "Getting the keyboard ready, please wait";
        NoPinyin: "拼音暂时不能用，请用手写，或找工作人员帮忙。", "Pinyin does not work now. Please draw, or ask the staff.";
        NoHand: "手写暂时不能用，请用拼音，或找工作人员帮忙。", "Drawing does not work now. Please use pinyin, or ask the staff.";
        Neither: "汉字输入暂时不能用，请找工作人员帮忙。", "Chinese input does not work now. Please ask the staff.";
        Again: "再试一次", "Try again";
        Fuzzy: "z/zh 不分", "z = zh";
    }
}
