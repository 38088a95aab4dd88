//! Why a file cannot be read in, what its keeper reads of it and can do out.

use crate::diag::Message;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is longer than nothing, and all zeros: a copy that failed.
    Zeros,
    /// It opens with a password alone.
    Protected,
    /// A document of Word 97 to 2003.
    OldWord,
    /// A file of WPS, or another compound file, without a workbook in it.
    Wps,
    /// A workbook of Excel 5, of the binary kind `.xlsb`, or of older programs.
    OtherWorkbook,
    /// A presentation.
    Slides,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive of several files.
    Archive,
    /// A file of Numbers or Pages.
    Apple,
    /// A text document of LibreOffice.
    OpenText,
    /// A page saved with its pictures in one file, or a text in RTF.
    SavedPage,
    /// A web page without a table.
    NoTable,
    /// It begins as what it claims to be, and then is not.
    Damaged,
    /// It is larger unpacked than a list can be.
    TooLarge,
    /// Nothing that is known.
    Unknown,
}

impl Refusal {
    /// What it says of a file.
    pub fn message(self, name: &str) -> Message {
        let (zh, en) = self.words();
        Message::new(format!("{name}：{zh}"), format!("{name}: {en}"))
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Refusal::Empty => (
                "文件是空的。请确认原文件已保存，再重新复制一份。",
                "the file is empty. Check that the original is saved, and copy it again.",
            ),
            Refusal::Zeros => (
                "文件里只有空字节，多半是复制或下载没有完成。请从原处重新复制一份。",
                "the file holds zeros alone, so a copy or download has failed. Copy it again from where it came.",
            ),
            Refusal::Protected => (
                "文件设有打开密码。请用 Excel、Word 或 WPS 打开，在“文件 → 信息 → 保护”中取消密码，另存后再导入。",
                "the file opens with a password alone. Open it in Excel, Word or WPS, remove the password under File → Info → Protect, and save it.",
            ),
            Refusal::OldWord => (
                "这是 Word 97—2003 文档（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后再导入。",
                "this is a document of Word 97 to 2003 (.doc). Open it in Word or WPS and save it as .docx.",
            ),
            Refusal::Wps => (
                "这是 WPS 自有格式的文件（.wps、.et、.dps）。请用 WPS 打开，文档另存为 .docx，表格另存为 .xlsx，再导入。",
                "this is a file of WPS in a format of its own (.wps, .et, .dps). Open it in WPS, save a document as .docx and a workbook as .xlsx.",
            ),
            Refusal::OtherWorkbook => (
                "这是二进制或更早版本的工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
                "this is a workbook in a binary or older format. Open it in Excel or WPS and save it as .xlsx.",
            ),
            Refusal::Slides => (
                "这是演示文稿。请把其中的表格复制到 Excel 或 Word 中，存为 .xlsx 或 .docx 后再导入。",
                "this is a presentation. Copy its tables into Excel or Word, and save them as .xlsx or .docx.",
            ),
            Refusal::Pdf => (
                "这是 PDF，其中的表格没有单元格可读。请向制作单位索取原 Word 或 Excel 文件；没有的话，用 WPS 或 Word 转为 .docx，核对后再导入。",
                "this is a PDF, whose tables have no cells to read. Ask its maker for the Word or Excel file; failing that, convert it to .docx with WPS or Word and check it.",
            ),
            Refusal::Picture => (
                "这是图片。请向制作单位索取原 Word 或 Excel 文件，或用文字识别软件转为 .xlsx，逐格核对后再导入。",
                "this is a picture. Ask its maker for the Word or Excel file, or turn it into .xlsx with a text-recognition program and check every cell.",
            ),
            Refusal::Archive => (
                "这是压缩包。请先解压，再逐个导入里面的文件。",
                "this is an archive. Unpack it, and import the files in it one by one.",
            ),
            Refusal::Apple => (
                "这是苹果 Numbers 或 Pages 文件。请在原程序中选“文件 → 导出为”，导出 Excel 或 Word 文件后再导入。",
                "this is a file of Numbers or Pages. In that program choose File → Export To, and export to Excel or Word.",
            ),
            Refusal::OpenText => (
                "这是 OpenDocument 文本（.odt）。请用 LibreOffice、Word 或 WPS 打开，另存为 .docx 后再导入。",
                "this is an OpenDocument text (.odt). Open it in LibreOffice, Word or WPS and save it as .docx.",
            ),
            Refusal::SavedPage => (
                "这是单个文件网页（.mht）或 RTF。请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 后再导入。",
                "this is a page saved as one file (.mht), or RTF. Open it in Excel, Word or WPS and save it as .xlsx or .docx.",
            ),
            Refusal::NoTable => (
                "这是没有表格的网页。请把要导入的表格复制到 Excel 中，存为 .xlsx 后再导入。",
                "this is a web page without a table. Copy what you want to import into Excel and save it as .xlsx.",
            ),
            Refusal::Damaged => (
                "文件已损坏或不完整。请从原处重新复制；能在 Excel、Word 或 WPS 中打开的话，打开后另存一份再导入。",
                "the file is damaged or incomplete. Copy it again from where it came; if Excel, Word or WPS opens it, save it anew from there.",
            ),
            Refusal::TooLarge => (
                "文件解开后过大，不像一份清单。请删去无关的工作表和空白行，另存后再导入。",
                "the file is larger unpacked than a list can be. Remove sheets and blank rows that have nothing to do with it, and save it anew.",
            ),
            Refusal::Unknown => (
                "不是能识别的文件。可以导入 .xlsx、.xls、.ods、.docx、.csv 和 .txt；请用原来的程序另存为其中一种。",
                "this is no file that is known. .xlsx, .xls, .ods, .docx, .csv and .txt can be imported; save it as one of them with the program that made it.",
            ),
        }
    }
}
