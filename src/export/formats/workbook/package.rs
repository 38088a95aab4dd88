//! The names of sheets in, the files of a workbook that hold no cells out.

use crate::dataset::Day;

use super::text::attribute;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Makes a file of a workbook of so many sheets.
pub type Make = fn(sheets: usize) -> String;

/// How a file that holds no data is called, and what it holds in a workbook of so many sheets.
pub const FILES: [(&str, Make); 5] = [
    ("[Content_Types].xml", types),
    ("_rels/.rels", relations),
    ("docProps/app.xml", program),
    ("xl/styles.xml", styles),
    ("xl/_rels/workbook.xml.rels", sheets),
];

/// What a workbook says of itself.
#[derive(Clone, Debug)]
pub struct Properties<'p> {
    /// Title.
    pub title: &'p str,
    /// Who made it.
    pub author: &'p str,
    /// The licence.
    pub comment: String,
    /// When it was made.
    pub day: Day,
}

/// `docProps/core.xml`: who made what, and when.
pub fn core(of: &Properties<'_>) -> String {
    let [title, author, comment] = [of.title, of.author, &of.comment].map(attribute);
    let day = format!("{:04}-{:02}-{:02}T00:00:00Z", of.day.year, of.day.month, of.day.day);
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{author}</dc:creator><dc:description>{comment}</dc:description>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified></cp:coreProperties>"
    )
}

/// `xl/workbook.xml`: the sheets, each with its name and its cells, which its filter takes.
pub fn workbook(sheets: &[(&str, &str)]) -> String {
    let mut out = format!(
        "{XML}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <workbookPr defaultThemeVersion=\"124226\"/><bookViews><workbookView xWindow=\"240\" yWindow=\"15\" \
         windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>"
    );
    for (at, (name, _)) in (1..).zip(sheets) {
        let name = attribute(name);
        out.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"));
    }
    out.push_str("</sheets><definedNames>");
    // Excel wants such names in order.
    let mut names: Vec<(String, usize, &str)> =
        (0..).zip(sheets).map(|(at, (name, area))| (attribute(name), at, *area)).collect();
    names.sort();
    for (name, at, area) in names {
        out.push_str(&format!(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{name}'!{area}</definedName>"
        ));
    }
    out.push_str("</definedNames><calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>");
    out
}

/// The file of a sheet, counted from 1.
pub fn sheet(at: usize) -> String {
    format!("xl/worksheets/sheet{at}.xml")
}

fn types(sheets: usize) -> String {
    const OF: &str = "application/vnd.openxmlformats-";
    let mut out = format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"{OF}package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut add = |part: &str, kind: &str| {
        out.push_str(&format!("<Override PartName=\"/{part}\" ContentType=\"{OF}{kind}+xml\"/>"));
    };
    add("docProps/app.xml", "officedocument.extended-properties");
    add("docProps/core.xml", "package.core-properties");
    add("xl/styles.xml", "officedocument.spreadsheetml.styles");
    add("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
    (1..=sheets).for_each(|at| add(&sheet(at), "officedocument.spreadsheetml.worksheet"));
    out.push_str("</Types>");
    out
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relation(at: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{at}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn related(relations: impl Iterator<Item = String>) -> String {
    let relations: String = relations.collect();
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}\
         </Relationships>"
    )
}

fn relations(_: usize) -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let relations = [
        relation(1, &format!("{OFFICE}/officeDocument"), "xl/workbook.xml"),
        relation(2, core, "docProps/core.xml"),
        relation(3, &format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ];
    related(relations.into_iter())
}

fn sheets(count: usize) -> String {
    let worksheet = format!("{OFFICE}/worksheet");
    let sheets = (1..=count).map(|at| relation(at, &worksheet, &format!("worksheets/sheet{at}.xml")));
    related(sheets.chain([relation(count + 1, &format!("{OFFICE}/styles"), "styles.xml")]))
}

fn program(_: usize) -> String {
    format!(
        "{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity><AppVersion>12.0000</AppVersion>\
         </Properties>"
    )
}

/// The formats of cells, in the order of `Look`: as it comes, header, text, link.
fn styles(_: usize) -> String {
    let font = |marks: &str, color: &str| {
        format!(
            "<font>{marks}<sz val=\"11\"/><color rgb=\"{color}\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
        )
    };
    let fonts = [font("", "FF000000"), font("<b/>", "FF000000"), font("<u/>", "FF0000FF")].concat();
    format!(
        "{XML}<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <fonts count=\"3\">{fonts}</fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">\
         <fgColor rgb=\"FFE8E8E8\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"0\" fontId=\"2\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         <dxfs count=\"0\"/><tableStyles count=\"0\" defaultTableStyle=\"TableStyleMedium9\" \
         defaultPivotStyle=\"PivotStyleLight16\"/></styleSheet>"
    )
}
