//! Files of offices, made by LibreOffice, openpyxl, python-docx and xlwt, and small ones of our own: what is read of them.

use std::fs;

use encoding_rs::GBK;
use qingdan::import::document::{Block, Cell, Document, column_name};
use qingdan::import::read::{Refusal, read, read_pasted};

use crate::support::{parts, repository};

/// A file of `tests/import/files/`, read.
fn file(name: &str) -> Result<Document, Refusal> {
    read(name, &fs::read(repository("tests/import/files").join(name)).expect("a file"))
}

/// A document line by line: `B7 text`, with what else there is to say of a cell.
fn shown(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.push(format!("{}. {}", paragraph.line, paragraph.text)),
            Block::Sheet(sheet) => {
                let hidden = if sheet.hidden { " hidden" } else { "" };
                lines.push(format!("{}{hidden} {:?}", sheet.name, sheet.hidden_columns));
                for row in &sheet.rows {
                    lines.extend(row.cells.iter().filter(|cell| cell.columns > 0 || !cell.text.is_empty()).map(
                        |cell| {
                            let Cell { column, text, columns, rows, doubt, comment } = cell;
                            let mut line = format!("{}{} {text}", column_name(*column), row.line);
                            if (*columns, *rows) != (1, 1) {
                                line += &format!(" {rows}x{columns}");
                            }
                            line += if row.hidden { " hidden" } else { "" };
                            line += &doubt.map(|doubt| format!(" {doubt:?}")).unwrap_or_default();
                            line + &comment.as_ref().map(|comment| format!(" //{comment}")).unwrap_or_default()
                        },
                    ));
                }
            }
        }
    }
    lines.extend(document.unread.iter().map(|unread| format!("{}: {:?}", unread.place, unread.what)));
    lines
}

fn same(document: Result<Document, Refusal>, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    let lines = shown(&document.expect("a document")).join("\n");
    assert_eq!(lines.lines().map(str::trim).collect::<Vec<_>>(), expected);
}

/// The workbook that openpyxl wrote, and that LibreOffice wrote anew in three formats.
const WORKBOOK: &str = "行政许可 [3]
    A1 双峪县行政许可事项清单 1x6
    A3 序号 2x1
    B3 事项名称 2x1
    C3 实施依据 1x2
    E3 编码 2x1
    F3 日期 2x1
    C4 法律
    D4 条款
    A5 1
    B5 公共场所卫生许可
    C5 《公共场所卫生管理条例》
    第四条
    D5 第四条
    E5 370105198001011234
    F5 2024-03-01
    A6 2
    B6 燃气经营许可
    E6 370105198001011000 Digits
    F6 45352
    A7 3
    B7 取水许可 //水利局：需现场勘验
    C7 5%
    D7 1,234,567.50
    E7 000007
    F7 2024-01-02 Date
    B8 已取消 hidden
    备份 hidden []
    B2 旧
    说明 []
    A1 甲
    乙
    A2 字面
    说明: Picture";

#[test]
fn a_workbook_is_the_same_in_every_format() {
    same(file("libreoffice.xls"), WORKBOOK);
    same(file("libreoffice.xlsx"), &WORKBOOK.replace("说明: ", "说明!B4: "));
    same(file("libreoffice.ods"), &WORKBOOK.replace("说明: ", "说明!B4: "));
    // A program that does not calculate leaves the formula without a value.
    same(file("openpyxl.xlsx"), &WORKBOOK.replace("说明: ", "说明!C4: ").replace("A7 3", "A7 =A6+1 Formula"));
}

#[test]
fn a_workbook_of_old_is_read() {
    let document = shown(&file("xlwt.xls").expect("a document"));
    assert_eq!(document[..5], ["清单 [2]", "A1 双峪县清单 1x4", "A2 序号 2x1", "B2 名称", "B3 内"]);
    assert_eq!(document[5..9], ["A4 1", "B4 跨行 2x1", "C4 2024-03-01", "D4 370105198001011000 Digits"]);
    assert_eq!(document[9..12], ["A5 2 hidden", "C5 45352 hidden", "D5 370105198001011234 hidden"]);
    // Texts that go on over the ends of records.
    for number in [0, 7, 49, 199] {
        let text = format!("F{} 第{number}条{}", number + 11, "长文字".repeat(number % 50));
        assert!(document.contains(&text), "{text}");
    }
    assert_eq!(document[document.len() - 2..], ["隐藏 hidden []", "A1 x"]);
}

#[test]
fn a_page_named_xls_is_read() {
    let document = shown(&file("page.xls").expect("a document"));
    for line in ["表1 []", "A1 双峪县行政许可事项清单 1x6", "A3 序号 2x1", "C4 法律", "D6 3.70105198001011E+017 Digits"]
    {
        assert!(document.iter().any(|other| other == line), "{line}: {document:#?}");
    }
}

#[test]
fn documents_of_word_are_read() {
    same(
        file("python-docx.docx"),
        "1. 柳坪镇履行职责事项清单
        2. 1. 总则
        3. 2. 分则
        4. • 要点
        表1 []
        A1 序号
        B1 事项 1x2
        D1 依据
        A2 1 3x1
        B2 甲
        D2 第一行
        第二行
        第三行
        B3 乙
        D3 内一\t内二
        内三\t内四
        B4 丙
        D4 保留新增 Change
        B5 控件
        D5 隐藏
        5. 文本框
        6. 柳坪镇人民政府
        第5段: Picture",
    );
    same(
        file("libreoffice.docx"),
        "1. 一、党的建设
        2. （一）组织
        3. 1. 发展党员
        4. 2. 教育党员
        5. （二）宣传
        6. 二、经济发展
        7. （一）统计
        表1 []
        A1 序号
        B1 事项
        C1 备注
        A2 一、
        B2 事项1
        C2 脚注
        A3 二、
        B3 事项2
        A4 三、
        B4 事项3",
    );
}

#[test]
fn cells_of_a_workbook_show_what_excel_shows() {
    let sheet = "<cols><col min='3' max='16384' hidden='1'/></cols><sheetData>\
        <row r='2'><c r='A2' t='inlineStr'><is><r><t>甲</t></r><r><t>_x000D_\n乙</t></r><rPh><t>きのと</t></rPh></is></c>\
        <c t='str'><f>A1</f><v>文字</v></c><c t='str'><f>\"\"</f><v></v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c><c><f>SUM(A1)</f></c></row>\
        <row><c t='b'><v>1</v></c><c t='d'><v>2024-03-01T00:00:00</v></c><c s='1'><v>45352</v></c><c s='2'><v>0.25</v></c><c><v>1.2E+3</v></c></row>\
        <row r='1048576'><c r='XFD1048576' s='1'/></row></sheetData>";
    same(
        read("a.xlsx", &parts::workbook(sheet, &["yyyy\"年\"m\"月\"d\"日\"", "0%"])),
        "表 [2, 3, 4]
        A2 甲
        乙
        B2 文字
        D2 #DIV/0! Formula
        E2 =SUM(A1) Formula
        A3 TRUE
        B3 2024-03-01
        C3 2024-03-01
        D3 25%
        E3 1200",
    );
}

#[test]
fn tables_of_word_are_read_as_they_are_seen() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row =
        |properties: &str, cells: &[String]| format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat());
    let (start, on) = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>");
    let note = "<w:r><w:footnoteReference w:id='2'/></w:r></w:p></w:tc>";
    let noted = cell("", "有注").replace("</w:p></w:tc>", note);
    let table = [
        row("", &[cell("<w:gridSpan w:val='2'/>", "头"), cell(start, "并")]),
        row("<w:gridBefore w:val='1'/>", &[cell("", "缩"), cell(on, "")]),
        row("<w:del/>", &[cell("", "删"), cell("", "删"), cell("", "删")]),
        row(
            "",
            &[
                cell("", "软\u{ad}连</w:t><w:noBreakHyphen/><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>"),
                noted,
                cell(start, "新"),
            ],
        ),
    ];
    let field = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType='separate'/>\
        <w:t>今天</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    let frame = format!("<w:tbl><w:tr><w:tc><w:p/><w:tbl>{}</w:tbl></w:tc></w:tr></w:tbl>", table.concat());
    let notes = "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote>";
    same(
        read("a.docx", &parts::document(&format!("{field}{frame}"), notes)),
        "1. 今天
        表1 []
        A1 头 1x2
        C1 并 2x1
        B2 缩
        A3 软\u{ad}连-☑
        B3 有注 //脚注
        C3 新",
    );
    let picture = "<w:p><w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r></w:p>";
    same(read("a.docx", &parts::document(picture, "")), "第1段: Picture");
}

#[test]
fn the_xml_of_excel_2003_is_read() {
    let text = "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>\
        <Worksheet ss:Name='清单'><Table><Column ss:Index='2' ss:Hidden='1'/><Row ss:Index='3'><Cell ss:MergeAcross='1' ss:MergeDown='1'>\
        <Data ss:Type='String'>头</Data></Cell><Cell><Data ss:Type='DateTime'>2024-03-01T00:00:00.000</Data><Comment><ss:Data>注</ss:Data></Comment></Cell></Row>\
        <Row ss:Hidden='1'><Cell ss:Index='4'><Data ss:Type='Number'>370105198001011000</Data></Cell></Row></Table></Worksheet></Workbook>";
    same(
        read("清单.xls", text.as_bytes()),
        "清单 [1]
        A3 头 2x2
        C3 2024-03-01 //注
        D4 370105198001011000 hidden Digits",
    );
}

#[test]
fn texts_are_read_in_every_encoding() {
    let text = "编码;名称\r\n=\"370105198001011234\";行政许可\r\n3.70105E+17;征收";
    let expected = " []
        A1 编码
        B1 名称
        A2 370105198001011234
        B2 行政许可
        A3 3.70105E+17 Digits
        B3 征收";
    same(read("a.csv", &GBK.encode(text).0), expected.trim_start());
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(text.replace(';', "\t").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    same(read("a.xls", &wide), expected.trim_start());
    same(read_pasted(&text.replace(';', "\t")), expected.trim_start());
}

#[test]
fn what_cannot_be_read_is_refused_with_advice() {
    let zip =
        |names: &[&str]| parts::zip(&names.iter().map(|name| ((*name).to_owned(), b"x".to_vec())).collect::<Vec<_>>());
    let mut cut = fs::read(repository("tests/import/files/openpyxl.xlsx")).expect("a file");
    cut.truncate(cut.len() / 2);
    let odt = parts::zip(&[
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml".to_owned(), b"<x/>".to_vec()),
    ]);
    let cases: [(&str, Vec<u8>, Refusal); 19] = [
        ("空.xlsx", Vec::new(), Refusal::Empty),
        ("空.csv", b" \r\n".to_vec(), Refusal::Empty),
        ("零.xlsx", vec![0; 5000], Refusal::Zeros),
        ("清单.pdf", b"%PDF-1.7\n".to_vec(), Refusal::Pdf),
        ("清单.xlsx", b"%PDF-1.7\n".to_vec(), Refusal::Pdf),
        ("清单.png", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Refusal::Picture),
        ("清单.jpg", b"\xff\xd8\xff\xe0\0".to_vec(), Refusal::Picture),
        ("清单.tif", b"II*\0\x08\0".to_vec(), Refusal::Picture),
        ("清单.rar", b"Rar!\x1a\x07\x01\0".to_vec(), Refusal::Archive),
        ("清单.7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), Refusal::Archive),
        ("清单.zip", zip(&["一.xlsx", "二.docx"]), Refusal::Archive),
        ("清单.numbers", zip(&["Index/Document.iwa"]), Refusal::Apple),
        ("清单.xlsb", zip(&["xl/workbook.bin"]), Refusal::OtherWorkbook),
        ("清单.odt", odt, Refusal::OpenText),
        ("清单.xlsx", cut, Refusal::Damaged),
        ("清单.mht", b"MIME-Version: 1.0\n".to_vec(), Refusal::SavedPage),
        ("清单.doc", b"{\\rtf1 x}".to_vec(), Refusal::SavedPage),
        ("清单.html", b"<html><p>x</p></html>".to_vec(), Refusal::NoTable),
        ("清单", (0..=255).cycle().take(9000).collect(), Refusal::Unknown),
    ];
    for (name, bytes, refusal) in cases {
        assert_eq!(read(name, &bytes).map(|document| shown(&document)), Err(refusal), "{name}");
        let message = refusal.message(name);
        assert!(message.zh.starts_with(name) && message.zh.ends_with('。') && message.en.ends_with('.'), "{message:?}");
    }
    assert_eq!(file("protected.xlsx").err(), Some(Refusal::Protected));
    assert_eq!(file("old.doc").err(), Some(Refusal::OldWord));
    let compound = |names: &[&str]| {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a file");
        names.iter().for_each(|name| drop(file.create_stream(name).expect("a stream")));
        file.into_inner().into_inner()
    };
    assert_eq!(read("清单.wps", &compound(&["/WpsContent"])).err(), Some(Refusal::Wps));
    assert_eq!(read("清单.ppt", &compound(&["/PowerPoint Document"])).err(), Some(Refusal::Slides));
    let mut locked = fs::read(repository("tests/import/files/libreoffice.xls")).expect("a file");
    // The record of the password in the place of the first after the start: that of the interface.
    let start = locked.windows(8).position(|window| window == [9, 8, 16, 0, 0, 6, 5, 0]).expect("the start") + 20;
    locked[start] = 0x2f;
    locked[start + 1] = 0;
    assert_eq!(read("清单.xls", &locked).err(), Some(Refusal::Protected));
}
