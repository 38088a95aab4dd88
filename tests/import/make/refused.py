"""Files that cannot be read as a table, each with the kind of refusal that it should get."""

import io
import os
import shutil
import struct
import tempfile
import zlib

import docx
import msoffcrypto
import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile

import books
from letters import Doc
from paper import Grid
from place import refuse


def encrypted():
    """Encryption takes random salt: an encrypted file is not made twice the same, so what is there stays."""
    book, document = openpyxl.Workbook(), docx.Document()
    book.active.append(["序号", "权力名称"])
    book.active.append([1, "取水许可"])
    document.add_table(2, 2).cell(0, 0).text = "权力名称"
    for kept, name in ((book, "refused-encrypted.xlsx"), (document, "refused-encrypted-word.docx")):
        path, plain = refuse(name, "encrypted", ["encrypted"]), io.BytesIO()
        if os.path.exists(path):
            continue
        kept.save(plain)
        with open(path, "wb") as out:
            OOXMLFile(plain).encrypt("0000", out)
        with open(path, "rb") as made:
            assert msoffcrypto.OfficeFile(made).is_encrypted()


def word_of_before_2007():
    """A .doc with a table, and the same under the ending of WPS, which is the same kind of file."""
    old, wps = refuse("refused-old-word.doc", "old-word"), refuse("refused-wps.wps", "wps")
    if os.path.exists(old) and os.path.exists(wps):
        return
    doc = Doc()
    doc.par("双榆县水务局权责清单", "list.title")
    g = Grid("")
    for col, text in enumerate(("序号", "权力名称", "实施依据"), 1):
        g.put(1, col, text, "head")
    for col, text in enumerate(("1", "取水许可", "《中华人民共和国水法》第四十八条"), 1):
        g.put(2, col, text, "name")
    doc.grid(g)
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "refused-old-word.docx")
        doc.save(source)
        books.convert(source, old, "MS Word 97")
    shutil.copy(old, wps)


def pdf():
    """One page of a PDF, with a line of text in it."""
    path = refuse("refused-list.pdf", "pdf")
    stream = b"BT /F1 12 Tf 72 720 Td (1 Water abstraction permit) Tj ET"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    data, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    with open(path, "wb") as out:
        out.write(data)


def picture():
    """A Word document that holds a scanned page and not one letter."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    width, height = 160, 60
    rows = b"".join(b"\0" + bytes(0 if x % 40 == 0 or y % 20 == 0 else 255 for x in range(width)) for y in range(height))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    document = docx.Document()
    document.add_picture(io.BytesIO(png))
    path = refuse("refused-scan.docx", "picture")
    document.save(path)
    books.same_zip(path)


def letter():
    """A letter: text, and no table in it."""
    path = refuse("refused-letter.txt", "no-table")
    with open(path, "w", encoding="utf-8") as out:
        out.write("各乡镇人民政府、县直各部门：\n\n根据工作安排，请各单位对照职责，于本月底前报送清单的修改意见。修改意见应当写明理由和依据，"
                  "由主要负责人签字并加盖公章。逾期未报送的，视为没有意见。\n\n联系电话：0000-7100002。\n\n双榆县人民政府办公室\n2024年3月1日\n")


def make():
    for one in (encrypted, word_of_before_2007, pdf, picture, letter):
        one()
