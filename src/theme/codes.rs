//! Documentation of what can be wrong with a theme that is used all the same.

use crate::diag::Code;

/// Every such code.
pub const CODES: [&Code; 2] = [&LACKING_STRINGS, &OUTDATED_NAME];

/// A file of interface strings lacks some.
pub static LACKING_STRINGS: Code = Code {
    id: "E130",
    name: "lacking-strings",
    what: ["主题的界面文字不全", "interface strings that a theme lacks"],
    why: [
        "主题的语言文件缺了界面文字，页面照样生成：缺的先用默认主题同一语言的，没有就用中文，并在页面里标明语言，读屏软件才读得对。程序升级后多出的文字，旧的语言文件里没有，也会这样。",
        "Where a strings file of a theme lacks texts, the pages are made all the same: with those of the default theme in that language, or else in Chinese, marked as Chinese, so that a screen reader reads them rightly. A file made for an older version lacks what came later.",
    ],
    fix: [
        "把提示的键补进 themes/<主题>/strings/ 的文件；qingdan 源代码的 themes/default/strings/en.yaml 里有同名的键。",
        "Add the keys that are named to the file in themes/<theme>/strings/; themes/default/strings/en.yaml in the source of Qingdan has them all.",
    ],
    example: "language: {name: Français}",
};

/// A template uses a name that a value no longer has.
pub static OUTDATED_NAME: Code = Code {
    id: "E131",
    name: "outdated-name",
    what: ["主题的模板用了旧名称", "an older name in a template of a theme"],
    why: [
        "页面数据里的一些名称改过。旧名称现在还认得，以后的版本可能不认。",
        "Some values that templates see were renamed. The older names still work, and a later version may not know them.",
    ],
    fix: ["改成提示的名称。", "Write the name that is suggested."],
    example: "{{ page.colophon.lists }}",
};
