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
        "文件名或位置写错的内容不会被读到，所以要指出来：扩展名是 .yml、.YAML、.markdown 的，多了 .txt 的（Windows 常常不显示），文件名是 GBK 编码的，都算。",
        "Content in a misnamed or misplaced file would not be read, so it is pointed out: one that ends in .yml, .YAML or .markdown, one with .txt behind its name, which Windows mostly does not show, and one whose name is in GBK.",
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

/// A text without quotes is cut short by ` #`.
pub static CUT_BY_COMMENT: Code = Code {
    id: "E060",
    name: "cut-by-comment",
    what: ["文字被 ` #` 截断", "a text that ` #` cuts short"],
    why: [
        "没有加引号的文字里，空格加 # 表示注释开始：“对 #1 楼的检查”只读到“对”，后面悄悄丢掉。# 前面只空一格、后面紧跟内容的，当作文字提醒；前面空两格以上，或 # 后面空一格的，当作有意的注释，不提醒。",
        "In a text without quotes a blank and # begin a comment: of `gate #1 of the works` only `gate` is read and the rest is lost in silence. Where one blank stands before # and none behind it, the text is taken to go on; two blanks or more before it, or one behind it, mean a comment and are passed over.",
    ],
    fix: [
        "是文字的，整个值用英文双引号括起来；是注释的，在 # 前面空两格。",
        "Put the whole value in double quotes where it is text; put two blanks before # where it is a comment.",
    ],
    example: "name: 对 #1 楼的检查",
};

/// A heading of a table means no column.
pub static UNKNOWN_HEADING: Code = Code {
    id: "E061",
    name: "unknown-heading",
    what: ["表格里不认识的列名", "a heading that a table cannot have"],
    why: [
        "写错列名的一列会整列悄悄丢失，所以不放过任何一个。",
        "A column under a misspelt heading would be lost in silence, so none is let through.",
    ],
    fix: [
        "改成提示的列名；没有对应列名的内容放到“备注”一列，或删去这一列。",
        "Use the heading that is suggested; put what has no column of its own under `notes`, or take the column out.",
    ],
    example: "序号,事项名秤\n1,计量器具检定",
};

/// A cell of a table has no heading over it.
pub static SURPLUS_CELL: Code = Code {
    id: "E062",
    name: "surplus-cell",
    what: ["格子上面没有列名", "a cell without a heading over it"],
    why: [
        "一行的格子比列名多，多半是内容里有逗号而没有加引号，后面各格都错了位。",
        "A row with more cells than headings mostly has a comma in a text without quotes, and every cell after it is in the wrong column.",
    ],
    fix: [
        "含有逗号的内容用英文双引号括起来；多出的列写上列名。",
        "Put a text with a comma in double quotes; give a column more its heading.",
    ],
    example: "number,name\n1,检定秤,表",
};

/// A quote of a table has no partner.
pub static OPEN_QUOTE: Code = Code {
    id: "E063",
    name: "open-quote",
    what: ["表格里的双引号不成对", "a quote of a table without its partner"],
    why: [
        "双引号没有收尾，后面的行都成了这一格的内容。",
        "Where a quote is not closed, the rows that follow become part of the cell.",
    ],
    fix: [
        "在格子末尾补上双引号；格子里面的双引号写成两个。",
        "Close it at the end of the cell; write a quote inside of a cell twice.",
    ],
    example: "number,name\n1,\"检定\n2,检查",
};

/// Cells of a row that go together have unequal numbers of lines.
pub static UNEQUAL_LINES: Code = Code {
    id: "E064",
    name: "unequal-lines",
    what: ["同一行里成对的格子，行数不一样", "cells of a row that go together with unequal numbers of lines"],
    why: [
        "中英文对照的各行、几个部门与各自的职责，是按行对上的；行数不同就会张冠李戴。",
        "Lines in two languages, and departments and their parts, go together line by line; with unequal numbers they would be taken for each other.",
    ],
    fix: ["让两个格子的行数相同、次序一致。", "Write as many lines in both cells, in the same order."],
    example: "name,department_name,department_part\n甲,县教育局、县公安局,一句话",
};

/// A file that seems to be meant for a list and is not read.
pub static PASSED_OVER: Code = Code {
    id: "E066",
    name: "passed-over-file",
    what: ["看来是清单的文件，却没有读入", "a file that seems to be meant for a list and is not read"],
    why: [
        "内容只从 .yaml、.md 和 items.csv 读入。放在清单旁边的 Excel、Word 表格，改了名的文件或备份，里面写了什么都不会出现在网站上。",
        "The content is read from .yaml, .md and items.csv alone. Whatever stands in a table of Excel or Word beside a list, in a file with another name or in a copy, does not appear on the site.",
    ],
    fix: [
        "Excel、Word 表格用 qingdan import 转成清单；改了名的改回来；只作底稿的，移到 content 以外。",
        "Turn a table of Excel or Word into a list with qingdan import; give a file its name back; move what is kept for reference out of the content.",
    ],
    example: "",
};

/// A file of the content cannot be read.
pub static UNREADABLE_FILE: Code = Code {
    id: "E104",
    name: "unreadable-file",
    what: ["读不了的文件", "a file that cannot be read"],
    why: [
        "链接指向的文件不在了、没有读取权限，或者它根本不是普通文件。里面的内容不会出现在网站上，所以要指出来。",
        "A link leads to nothing, the file may not be read, or it is no plain file at all. What it should hold would not appear on the site, so it is pointed out.",
    ],
    fix: [
        "换成能读的普通文件；不用的删去。",
        "Put a plain file that can be read in its place; take away what nobody needs.",
    ],
    example: "",
};

/// Every code of this stage.
pub static CODES: [&Code; 16] = [
    &UNREADABLE_FILE,
    &NOT_UTF8,
    &YAML_SYNTAX,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_VALUE,
    &DUPLICATE_KEY,
    &UNKNOWN_FILE,
    &MISSING_FILE,
    &PAGE_HEADING,
    &CUT_BY_COMMENT,
    &UNKNOWN_HEADING,
    &SURPLUS_CELL,
    &OPEN_QUOTE,
    &UNEQUAL_LINES,
    &PASSED_OVER,
];
