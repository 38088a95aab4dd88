//! Codes of the faults of a workbook that is brought back into its list.

use crate::diag::Code;

/// A row cannot be brought back.
pub static ROW: Code = Code {
    id: "E080",
    name: "workbook-row",
    what: ["工作簿里的一行对不上清单", "a row of the workbook does not fit the list"],
    why: [
        "每一行靠“编号”和“所属”找到清单里的那条记录。两行编号相同，或者所属的记录已经没有，就不知道改的是哪一条。",
        "A row finds its record by its id and what it belongs to. Where two rows have the same id, or what a row belongs to is gone, nobody can tell which record is meant.",
    ],
    fix: [
        "复制出来的新行，把“编号”清空；“所属”照抄同一条记录的其他行；记录已经删去的，把属于它的行也删去。",
        "Empty the id of a row that was copied; copy what it belongs to from another row of the same record; where a record was removed, remove the rows that belong to it too.",
    ],
    example: "",
};

/// A column or a sheet is missing, or unknown.
pub static COLUMN: Code = Code {
    id: "E081",
    name: "workbook-column",
    what: ["工作簿的列或表与清单的不同", "the columns or sheets of the workbook are not those of the list"],
    why: [
        "不认识的列，内容无处可放；少了的列或表，不当作把内容都删去，清单里保持原样。",
        "What stands in an unknown column has no place in the list. A column or sheet that is gone is not taken for the removal of all its values: the list keeps them.",
    ],
    fix: [
        "表头照 qingdan sheet 写出的，不要改；要删去内容，清空单元格，不要删列。",
        "Leave the headings as `qingdan sheet` wrote them; to remove values, empty their cells instead of deleting the column.",
    ],
    example: "",
};

/// A value is written in a way that cannot be changed from a workbook.
pub static PLACE: Code = Code {
    id: "E082",
    name: "workbook-fixed-value",
    what: ["这个值不能从工作簿里改", "the value cannot be changed from the workbook"],
    why: [
        "它在 YAML 里用锚点（&）和别名（*）写成，几处共用一个值，改一处会改了别处；或者写法特殊，改了会动到别的内容。",
        "The YAML writes it with an anchor (&) and aliases (*), so that several places share it and a change would change them all; or it is written in a way that leaves no room.",
    ],
    fix: [
        "在 YAML 文件里改，或者先把锚点和别名写成普通的值。",
        "Change it in the YAML file, or first write the shared value out in each place.",
    ],
    example: "",
};

/// The list was changed where the workbook was.
pub static OUTDATED: Code = Code {
    id: "E083",
    name: "workbook-outdated",
    what: ["工作簿和清单在同一处都改过", "the workbook and the list were both changed in the same place"],
    why: [
        "写出工作簿以后，清单的这一处又改过。两处改动不一样，程序不替人取舍；没有改过的格子不会把新的内容改回旧的。",
        "The list was changed here since the workbook was written. The program does not choose between two changes; cells that were not touched never take new text back to old.",
    ],
    fix: [
        "运行 qingdan sheet 时加 --force，或用 --output 另取名字，在新的工作簿里改这一处；或者把这一行恢复成原样，再带回其余的。",
        "Run `qingdan sheet` again, with --force or another name as --output, and make the change in the new workbook, or put the row back as it was and bring back the rest.",
    ],
    example: "",
};

/// The value of a cell cannot be known.
pub static CELL: Code = Code {
    id: "E084",
    name: "workbook-cell",
    what: ["这一格的内容读不准", "nobody can tell what the cell says"],
    why: [
        "公式要由 Excel 或 WPS 算出结果并保存，才读得到；当成空格就会删掉清单里的内容。数字超过 15 位，Excel 会把后面的位数改成 0，编码、号码就错了。",
        "A formula has a value only after Excel or WPS has worked it out and saved it; taken for an empty cell it would delete what the list has. Of a number of more than 15 digits Excel turns the last ones into 0, so a code would be wrong.",
    ],
    fix: [
        "公式：用 Excel 或 WPS 打开、保存一次，或者直接填结果；长的编码：先把单元格格式设为“文本”，再重新填写。",
        "A formula: open and save the workbook in Excel or WPS, or type the value; a long code: format the cell as text, then type it again.",
    ],
    example: "",
};

/// All of them.
pub static CODES: [&Code; 5] = [&ROW, &COLUMN, &PLACE, &OUTDATED, &CELL];
