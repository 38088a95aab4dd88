//! What is documented of faults in what a site or a list says of rules.

use crate::diag::Code;

/// A rule that is named and that there is not.
pub(super) static UNKNOWN_RULE: Code = Code {
    id: "E125",
    name: "unknown-rule",
    what: ["没有这条规则", "a rule that there is not"],
    why: [
        "写错了代码，想关的规则没有关，想豁免的也没有豁免。",
        "With a slip in the code the rule that was meant is neither turned off nor waived.",
    ],
    fix: [
        "写规则的代码（E110）或名称（broken-numbering）；`qingdan explain` 列出全部规则。",
        "Write the code of a rule (E110) or its name (broken-numbering); `qingdan explain` lists them all.",
    ],
    example: "rules:\n  broken-numbers: off",
};

/// A site or a list that says something of a rule that cannot be said of it.
pub(super) static FIXED_RULE: Code = Code {
    id: "E126",
    name: "fixed-rule",
    what: ["这条规则不能关闭或豁免", "a rule that can be neither turned off nor waived"],
    why: [
        "它守着网站本身：有这种错误，页面和数据就生成不对，或会骗人。",
        "It guards the site itself: with such a fault pages and data cannot be made, or mislead.",
    ],
    fix: ["删去这一行，改正它所报的错误。", "Take the line out and mend what the rule reports."],
    example: "rules:\n  E012: off",
};

/// A waiver of something that is not found.
pub(super) static IDLE_WAIVER: Code = Code {
    id: "E127",
    name: "idle-waiver",
    what: ["没有用处的豁免", "a waiver that waives nothing"],
    why: [
        "错误已经改好，或记录换了编号；豁免留着，以后同样的错误就没人看见。",
        "What it waived was mended, or the record has another id. Left there, it hides the next fault of its kind.",
    ],
    fix: ["删去它，或改正 record。", "Take it out, or correct `record`."],
    example: "waivers:\n  - {rule: E110, record: duties/metrology, reason: 原件序号如此。}   # 那里没有 E110",
};
