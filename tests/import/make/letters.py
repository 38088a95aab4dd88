"""Writes paragraphs and grids as a Word document, down to what python-docx has no call for."""

import re

import docx
from docx.oxml import parse_xml
from lxml import etree

from books import same_zip
from paper import clean

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = ('xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
       'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
       'xmlns:v="urn:schemas-microsoft-com:vml"')
BY = 'w:id="{id}" w:author="office" w:date="2024-03-01T08:00:00Z"'


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text, tag="t"):
    """A run; tabs and line ends become their elements."""
    parts = re.split(r"([\n\t])", text)
    inner = "".join("<w:br/>" if part == "\n" else "<w:tab/>" if part == "\t" else f'<w:{tag} xml:space="preserve">{escape(part)}</w:{tag}>' for part in parts if part)
    return f"<w:r>{inner}</w:r>"


def pictured(text):
    """A text box, with the old form beside the new one, as Word writes it: the text is there twice and to be read once."""
    inner = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2000000" cy="400000"/><wp:docPr id="1" name="box"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
            f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f'<mc:Fallback><w:pict><v:shape id="s1"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


class Doc:
    """A document under construction: what it holds, and what is expected of it."""

    def __init__(self):
        self.document = docx.Document()
        self.body = self.document.element.body
        for old in list(self.body)[:-1]:
            self.body.remove(old)
        self.expected, self.paragraphs, self.tables, self.changes = [], 0, 0, 0
        self.numbering = self.document.part.numbering_part.element
        self.lists = 0

    def list_of(self, form="%1", kind="decimal"):
        """A new automatic numbering; returns its id."""
        self.lists += 1
        new = 900 + self.lists
        self.numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{new}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                                           f'<w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{form}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'))
        self.numbering.append(parse_xml(f'<w:num {W} w:numId="{new}"><w:abstractNumId w:val="{new}"/></w:num>'))
        return new

    def text(self, stored, look=None):
        """Paragraphs of one cell."""
        stored = str(stored)
        numbered = ""
        if look and look.startswith(("auto:", "autolist:")):
            numbered = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{look.split(":")[1]}"/></w:numPr></w:pPr>'
            if look.startswith("auto:"):
                return f"<w:p>{numbered}</w:p>"
        if look == "tracked":
            self.changes += 2
            half = len(stored) // 2
            gone, new = BY.format(id=self.changes), BY.format(id=self.changes + 1)
            return f'<w:p>{run(stored[:half])}<w:del {gone}>{run("（旧文本）", "delText")}</w:del><w:ins {new}>{run(stored[half:])}</w:ins></w:p>'
        if look == "sdt":
            return f"<w:sdt><w:sdtPr><w:alias w:val=\"field\"/></w:sdtPr><w:sdtContent><w:p>{run(stored)}</w:p></w:sdtContent></w:sdt><w:p/>"
        if look == "sdt-run":
            return f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{run(stored)}</w:sdtContent></w:sdt></w:p>"
        if look == "box":
            return f"<w:p>{pictured(stored)}</w:p>"
        if look == "break":
            return f"<w:p>{run(stored)}</w:p>"
        return "".join(f"<w:p>{numbered}{run(line)}</w:p>" for line in stored.split("\n"))

    def add(self, xml):
        self.body.insert(len(self.body) - 1, parse_xml(xml))

    def par(self, text, key, value=None, look=None, **more):
        """A paragraph outside tables, the next by number."""
        self.paragraphs += 1
        for piece in etree.fromstring(f"<x {W} {BOX}>{self.text(text, look)}</x>"):
            self.add(etree.tostring(piece).decode())
        self.expected.append({"cell": f"P{self.paragraphs}", "key": key, "value": clean(text) if value is None else value, **more})

    def grid(self, grid):
        """A table, the next by number."""
        self.tables += 1
        grid.name = f"T{self.tables}"
        self.add(self.table(grid).replace("<w:tbl>", f"<w:tbl {W} {BOX}>", 1))
        self.add(f"<w:p {W}/>")
        self.expected.extend(grid.entries())

    def table(self, grid):
        """The XML of a table: what is merged across is gridSpan, down is vMerge; `grid.before` are rows that begin later."""
        before, wide = getattr(grid, "before", {}), getattr(grid, "nested_span", {})
        nested = dict(grid.within)
        height = max([row + cell.span[0] - 1 for (row, _), cell in grid.cells.items()] + [row for row, _ in nested])
        width = max([col + cell.span[1] - 1 for (_, col), cell in grid.cells.items()] + [col for _, col in nested])
        owner = {}
        for (row, col), cell in grid.cells.items():
            for r in range(cell.span[0]):
                for c in range(cell.span[1]):
                    owner[row + r, col + c] = (row, col)
        out = ['<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>', "<w:gridCol w:w=\"1200\"/>" * width, "</w:tblGrid>"]
        for row in range(1, height + 1):
            skip = before.get(row, 0)
            out.append("<w:tr>" + (f'<w:trPr><w:gridBefore w:val="{skip}"/></w:trPr>' if skip else ""))
            col = skip + 1
            while col <= width:
                home = owner.get((row, col))
                cell = grid.cells[home] if home else None
                down, across = cell.span if cell else (1, wide.get((row, col), 1))
                props = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
                if down > 1:
                    props += '<w:vMerge w:val="restart"/>' if home[0] == row else "<w:vMerge/>"
                inner = self.text(cell.stored, cell.look if cell.look != "sdt-cell" else None) if cell and home[0] == row else "<w:p/>"
                if (row, col) in nested:
                    inner = (inner if cell else "") + self.table(nested[row, col]) + "<w:p/>"
                whole = f'<w:tc><w:tcPr><w:tcW w:w="{1200 * across}" w:type="dxa"/>{props}</w:tcPr>{inner}</w:tc>'
                if cell and cell.look == "sdt-cell":
                    whole = f"<w:sdt><w:sdtPr/><w:sdtContent>{whole}</w:sdtContent></w:sdt>"
                out.append(whole)
                col += across
            out.append("</w:tr>")
        return "".join([*out, "</w:tbl>"])

    def save(self, path):
        self.document.core_properties.author = "office"
        self.document.core_properties.comments = ""
        self.document.save(path)
        same_zip(path)
