//! A list in; the sheet with the table that officials know (序号｜职责｜事项｜科室｜依据｜备注), which its workbook opens with, out.

use crate::dataset::{Cell, Context, FORM_HEADINGS, FormRow, first, form, own};
use crate::i18n::han;
use crate::model::{ArticleParts, Articles, Basis, ListId, Model, Text};

use super::rows::SheetRows;
use super::sheet::{Done, Sheet};

/// Name of the sheet.
pub const NAME: &str = "一览表 Table";

/// Makes the sheet, or several where one cannot hold the rows, each with its name.
pub fn sheets(context: Context<'_>, list: ListId) -> Vec<(String, Done)> {
    let model = context.graph.model;
    let headings: Vec<String> = FORM_HEADINGS.map(|heading| own(heading, model).to_owned()).to_vec();
    let mut rows = SheetRows::new(headings.len());
    for row in form(&model[list], list) {
        rows.row(&cells(context, &row));
    }
    let mut sheet = Sheet::new(headings);
    sheet.add(&rows.finish());
    let name = |at: usize| if at == 1 { NAME.to_owned() } else { format!("{NAME} ({at})") };
    let done = sheet.finish(true, "").into_iter();
    (1..).zip(done).map(|(at, done)| (name(at), done)).collect()
}

fn cells<'m>(context: Context<'m>, row: &FormRow<'m>) -> [Cell<'m>; FORM_HEADINGS.len()] {
    let model = context.graph.model;
    let item = row.item.map(|text| first(text, model)).unwrap_or_default();
    let item = match row.item_number {
        Some(number) => format!("{number} {item}"),
        None => item.to_owned(),
    };
    let basis: Vec<String> = match row.basis_printed {
        Some(printed) => vec![first(printed, model).to_owned()],
        None => row.basis.iter().map(|basis| citation(context, basis)).collect(),
    };
    [
        row.number.map(str::to_owned).into(),
        first(row.duty, model).into(),
        filled(item),
        filled(joined(&row.who, model)),
        filled(basis.join("\n")),
        filled(joined(&row.remarks, model)),
    ]
}

/// A cell is empty where there is nothing: an empty text would be something to a program.
fn filled<'m>(text: String) -> Cell<'m> {
    Some(text).filter(|text| !text.is_empty()).into()
}

fn joined(texts: &[&Text], model: &Model) -> String {
    texts.iter().map(|text| first(text, model)).collect::<Vec<_>>().join("\n")
}

/// A citation as the paper prints it, else by title and articles.
fn citation(context: Context<'_>, basis: &Basis) -> String {
    if let Some(printed) = &basis.as_printed {
        return printed.clone();
    }
    let model = context.graph.model;
    let title = context.graph.law(&basis.law).map_or(basis.law.as_str(), |law| first(&model[law].title, model));
    let chinese = own(["zh", ""], model) == "zh";
    let articles: Vec<String> =
        basis.articles.iter().map(|articles| if chinese { name(articles) } else { articles.to_string() }).collect();
    match chinese {
        true => format!("《{title}》{}", articles.join("、")),
        false => format!("{title} {}", articles.join(", ")).trim_end().to_owned(),
    }
}

/// The name of articles as Chinese papers print it.
fn name(articles: &Articles) -> String {
    let ArticleParts { article, inserted, to, to_inserted, paragraph, annex, item, item_to } = articles.parts();
    let in_annex = annex.is_some();
    let part = |number: Option<u16>, unit: &str| match number {
        // Annexes and their items bear figures in print.
        Some(number) if in_annex => format!("第{number}{unit}"),
        Some(number) => format!("第{}{unit}", han(number)),
        None => String::new(),
    };
    let behind = |number: Option<u16>| number.map_or_else(String::new, |number| format!("之{}", han(number)));
    let until = |number: Option<u16>| if number.is_some() { "至" } else { "" };
    [
        annex.map_or_else(String::new, |annex| annex.replace("annex", "附件")),
        part(article, "条") + &behind(inserted),
        until(to).to_owned(),
        part(to, "条") + &behind(to_inserted),
        part(paragraph, "款"),
        part(item, "项"),
        until(item_to).to_owned(),
        part(item_to, "项"),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::model::Articles;

    #[test]
    fn articles_are_named_as_papers_name_them() {
        for (written, named) in [("49.2", "第四十九条第二款"), ("45-55", "第四十五条至第五十五条"), ("annex2", "附件2")]
        {
            let articles: Articles = written.parse().expect(written);
            assert_eq!(name(&articles), named);
        }
    }
}
