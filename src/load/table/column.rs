//! The heading of a column in, what the column holds out: every heading that a table of items may have, in one place.

/// What a heading stands for.
#[derive(Debug)]
pub struct Heading {
    /// The column.
    pub(super) column: Column,
    /// The heading as the format calls it.
    pub key: &'static str,
    /// Whether it is a text, which `_en` and the like behind the heading give in another language.
    pub text: bool,
    /// Other headings for it, those that papers print among them.
    pub printed: &'static [&'static str],
    /// What stands in its cells.
    pub meaning: &'static str,
}

macro_rules! columns {
    ($($column:ident $key:literal $kind:ident [$($printed:literal),*] $meaning:literal;)+) => {
        /// A column of a table of items.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum Column { $($column),+ }

        /// Every heading, in the order of the documentation.
        pub static HEADINGS: &[Heading] = &[$(Heading {
            column: Column::$column,
            key: $key,
            text: columns!($kind),
            printed: &[$($printed),*],
            meaning: $meaning,
        }),+];
    };
    (text) => { true };
    (plain) => { false };
}

columns! {
    Id "id" plain [] "The id; made where it is left out.";
    Formerly "formerly" plain [] "Ids that it had before, an entry each: the id in the list, or `list/items/id` where it was in another.";
    Number "number" plain ["序号", "编号"] "The number as printed.";
    Code "code" plain ["项目编码", "事项编码", "职权编码", "权力编码", "编码"] "The official code as printed.";
    Name "name" text ["权力名称", "事项名称", "职权名称", "项目名称", "名称", "主项", "主项名称"] "The name; all that a row must have.";
    SubItem "sub_item" text ["子项", "子项名称"] "The name of a sub-item of the item in the column before; `无` for none. Where the name of the item is left out, it is that of the rows above.";
    PartOf "part_of" plain [] "The item that it is part of: its id, code, number in the same section, or name.";
    Section "section" plain [] "The section: its id or its heading as printed.";
    Role "role" plain ["履职类型"] "The part of a township's list: a word, or as printed, `基本履职事项`.";
    Type "type" plain ["权力类型", "权力类别", "职权类型", "职权类别", "事项类型", "执法类别"] "The type of power: a word, or as printed; a variant such as `行政许可（国办）` is kept beside the type.";
    TypeAsPrinted "type_as_printed" plain [] "The word printed for the type, where `type` does not say it.";
    Statement "statement" text ["事项内容", "职责内容"] "What it says beside its name.";
    Body "body" plain ["实施主体", "行使主体", "责任主体", "实施机关"] "The body that has it: its slug or name as printed; the agency itself may be named.";
    Offices "offices" plain ["承办机构", "责任科室", "承办科室", "责任处室"] "The offices: slugs or names as printed.";
    Phones "phones" plain ["电话", "联系电话"] "Phones; an extension as `转` and its figures.";
    OfficePhone "office_phone" plain ["办公电话"] "Phones of the office.";
    ConsultationPhone "consultation_phone" plain ["咨询电话"] "Phones for questions.";
    SupervisionPhone "supervision_phone" plain ["监督电话"] "Phones of those who supervise.";
    ComplaintsPhone "complaints_phone" plain ["投诉电话", "举报电话", "投诉举报电话"] "Phones for complaints.";
    Topics "topics" plain ["主题"] "The topics: slugs or names.";
    Levels "levels" plain ["行使层级", "实施层级"] "The levels of government that exercise it: words, or as printed.";
    LevelAsPrinted "level_as_printed" plain [] "The words printed for the levels, where `levels` does not say them.";
    Recipients "recipients" text ["实施对象", "行政相对人", "服务对象"] "To whom it applies.";
    StatutoryLimit "statutory_limit" text ["法定时限", "法定办结时限", "法定期限"] "How long it may take by law; a plain `20个工作日` or `20 working days` also gives the figure.";
    PromisedLimit "promised_limit" text ["承诺时限", "承诺办结时限", "承诺期限", "办理时限"] "How long the agency says that it takes; the same.";
    Fee "fee" text ["收费", "收费标准", "收费情况"] "What it costs.";
    Place "place" text ["办理地点"] "Where it is handled.";
    Basis "basis" text ["basis_as_printed", "实施依据", "法律依据", "设定依据", "法定依据"] "The legal basis as running text.";
    Procedure "procedure" plain [] "The procedure of the list: its id or name.";
    Stages "stages" text ["责任事项", "责任事项内容"] "Its duties, a stage a line; `受理：` or `受理责任：` before the text names the stage.";
    DutiesBasis "duties_basis" text ["duties_basis_as_printed", "责任事项依据"] "The basis of the duties as running text.";
    Accounts "accounts" plain [] "Accounts of the list that hold for it: ids or names.";
    Accountability "accountability" text ["追责情形", "问责情形"] "For what staff answer, a circumstance a line; a first line that ends in a colon is the sentence before them.";
    Consequence "consequence" text [] "What follows from them.";
    AccountabilityBasis "accountability_basis" text ["追责依据", "追责情形依据", "问责依据"] "The law that makes staff answerable, as running text.";
    Answerable "answerable" text ["追责对象范围", "追责对象", "问责对象"] "Who can be held to account.";
    Change "change" plain ["调整情况", "变动情况", "调整类型"] "What became of it: a word, or as printed, `保留`.";
    ChangeAsPrinted "change_as_printed" plain [] "The word printed for that, where `change` does not say it.";
    Predecessor "predecessor" text ["原事项名称", "原名称"] "What it was before.";
    PredecessorId "predecessor_id" plain [] "The item that it was before: `list/items/id`.";
    TakenOverBy "taken_over_by" text [] "The body that took it over.";
    ChangeNote "change_note" text [] "A remark on the change.";
    Boundaries "boundaries" plain [] "Boundary matters that it touches: ids.";
    TownshipPart "township_part" text ["镇街配合职责", "乡镇配合职责", "乡镇（街道）配合职责", "街道配合职责"] "What the township does in it.";
    Department "department" plain [] "The kind of department that has it with the township or took it back: a slug for each name below.";
    DepartmentName "department_name" text ["对应上级部门", "上级部门", "承接部门"] "That department's name as printed; several are told apart by line ends or `、`.";
    DepartmentPart "department_part" text ["上级部门职责"] "What it does; of several departments a line each, or each part after the name and a colon.";
    Manner "manner" text ["工作方式", "承接方式"] "How it goes about what it took back; the same.";
    DepartmentItem "department_item" plain [] "The item of its list: `list/items/id`.";
    Notes "notes" text ["备注", "说明"] "Remarks, one a line.";
    SourceFile "source_file" plain [] "The document that prints it.";
    SourcePart "source_part" plain [] "The part of the document.";
    SourceRow "source_row" plain [] "The row of that part.";
    SourceNote "source_note" text [] "What the paper prints where it is damaged or wrong.";
}

impl Column {
    /// What is said of the column.
    pub fn heading(self) -> &'static Heading {
        &HEADINGS[self as usize]
    }
}

impl Heading {
    /// The heading that a cell means, whatever its blanks, capitals and the width of its brackets.
    pub(super) fn find(typed: &str) -> Option<&'static Heading> {
        let typed = folded(typed);
        HEADINGS.iter().find(|heading| heading.key == typed || heading.printed.iter().any(|one| folded(one) == typed))
    }
}

fn folded(heading: &str) -> String {
    let plain = heading.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '（' => '(',
        '）' => ')',
        c => c.to_ascii_lowercase(),
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, HEADINGS, Heading};

    #[test]
    fn each_heading_means_one_column() {
        for (at, heading) in HEADINGS.iter().enumerate() {
            assert_eq!(heading.column as usize, at, "{}", heading.key);
            for typed in heading.printed.iter().chain([&heading.key]) {
                let found = Heading::find(typed).map(|found| found.key);
                assert_eq!(found, Some(heading.key), "{typed}");
            }
        }
    }

    #[test]
    fn blanks_and_brackets_do_not_count() {
        assert_eq!(Heading::find(" 序 号\n").map(|found| found.column), Some(Column::Number));
        assert_eq!(Heading::find("乡镇(街道)配合职责").map(|found| found.column), Some(Column::TownshipPart));
        assert!(Heading::find("").is_none() && Heading::find("地址").is_none());
    }
}
