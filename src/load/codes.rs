//! Codes of the faults that loading finds.

use crate::diag::Code;

/// A file is not UTF-8.
pub static NOT_UTF8: Code = Code {
    id: "E001",
    name: "not-utf8",
    what: ["文件不是 UTF-8 编码", "the file is not UTF-8"],
    why: [
        "内容文件一律用 UTF-8 保存。用 GBK 等旧编码保存的文件，每个汉字都会读错。",
        "Content is kept as UTF-8. In a file saved as GBK or another legacy encoding every Chinese character would be read wrongly.",
    ],
    fix: [
        "在编辑器里另存为 UTF-8：Windows 记事本选“另存为”，编码选“UTF-8”。",
        "Save the file as UTF-8: in Windows Notepad choose Save As, then the encoding UTF-8.",
    ],
    example: "",
};

/// A file is not YAML.
pub static YAML_SYNTAX: Code = Code {
    id: "E002",
    name: "yaml-syntax",
    what: ["文件不符合 YAML 写法", "the file is not YAML"],
    why: [
        "写法有误的地方之后，什么都读不出来。常见的原因：用制表符缩进、用了中文冒号、引号没有成对、缩进没有对齐。",
        "Nothing can be read past the place where the syntax breaks. The usual causes: a tab in the indentation, a full-width colon, a quote without its partner, indentation that does not line up.",
    ],
    fix: [
        "按提示的位置改：缩进用空格，键后面用英文冒号加空格，含有冒号或井号的文字用英文双引号括起来。",
        "Mend it at the place shown: indent with spaces, put an ASCII colon and a space after a key, put a text with a colon or a hash sign in double quotes.",
    ],
    example: "- id: metrology\n\tname: 计量",
};

/// A mapping has a key that the format does not know.
pub static UNKNOWN_KEY: Code = Code {
    id: "E003",
    name: "unknown-key",
    what: ["不认识的键", "a key that the format does not know"],
    why: [
        "写错的键会让它的内容悄悄丢失，所以不放过任何一个。",
        "What stands under a misspelt key would be lost in silence, so none is let through.",
    ],
    fix: ["改成提示的键，或删去。", "Use the key that is suggested, or take it out."],
    example: "- id: metrology\n  statment: 推行法定计量单位",
};

/// A mapping lacks a key that it must have.
pub static MISSING_KEY: Code = Code {
    id: "E004",
    name: "missing-key",
    what: ["缺少必填的键", "a key that must be there is missing"],
    why: ["没有它，这条记录不完整。", "The record is not whole without it."],
    fix: ["补上这个键和它的值。", "Add the key and its value."],
    example: "- id: metrology\n  name: 计量管理",
};

/// A value has the wrong form.
pub static WRONG_VALUE: Code = Code {
    id: "E005",
    name: "wrong-value",
    what: ["值的形式不对", "a value of the wrong form"],
    why: [
        "每个键只接受一种形式：文字、数字、日期、列表或固定的几个词。",
        "Each key takes one form: a text, a number, a date, a sequence, or one of a few fixed words.",
    ],
    fix: [
        "按提示改写；编号、电话等用引号括起来。",
        "Write it as the message says; put numbers as printed and phones in quotes.",
    ],
    example: "published: 二〇一五年七月",
};

/// A key stands twice in a mapping.
pub static DUPLICATE_KEY: Code = Code {
    id: "E006",
    name: "duplicate-key",
    what: ["同一个键写了两次", "a key stands twice"],
    why: ["两个值只能留一个，程序不替您选。", "Only one of the two values can hold, and that choice is yours."],
    fix: ["留下对的一个，删去另一个。", "Keep the right one and take out the other."],
    example: "- id: metrology\n  id: measuring",
};

/// A file stands where the format has no place for it.
pub static UNKNOWN_FILE: Code = Code {
    id: "E007",
    name: "unknown-file",
    what: ["不该在这里的文件", "a file that the format has no place for"],
    why: [
        "文件名或位置写错的内容不会被读到，所以要指出来。",
        "Content in a misnamed or misplaced file would not be read, so it is pointed out.",
    ],
    fix: [
        "改名或移到 docs/data-format.md 所列的位置。",
        "Rename it, or move it to a place that docs/data-format.md lists.",
    ],
    example: "",
};

/// A file that must be there is missing.
pub static MISSING_FILE: Code = Code {
    id: "E008",
    name: "missing-file",
    what: ["缺少必需的文件", "a file that must be there is missing"],
    why: ["没有它，网站或清单不完整。", "The site or the list is not whole without it."],
    fix: ["按 docs/data-format.md 建立这个文件。", "Write the file as docs/data-format.md says."],
    example: "",
};

/// A free page does not open with a first-level heading.
pub static PAGE_HEADING: Code = Code {
    id: "E009",
    name: "page-heading",
    what: ["页面没有以一级标题开头", "a page does not open with a first-level heading"],
    why: ["一级标题是页面的题目。", "The first-level heading is the title of the page."],
    fix: ["第一行写“# 题目”。", "Open the file with a line `# Title`."],
    example: "关于本网站",
};

/// Every code of this stage.
pub static CODES: [&Code; 9] = [
    &NOT_UTF8,
    &YAML_SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_VALUE,
    &DUPLICATE_KEY,
    &UNKNOWN_FILE,
    &MISSING_FILE,
    &PAGE_HEADING,
];
