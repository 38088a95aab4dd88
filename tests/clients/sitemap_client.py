"""lxml and sitemap.js: the sitemap of the real content at an address, held against published schemas and its pages."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import xmlschema
from lxml import etree
from lxml import html as pages_of

import tables

NAME = "sitemap"

# The npm package, beside the environment that runs this file.
PACKAGE = Path(sys.prefix).parent / "node_modules" / "sitemap"
# The site lives in a folder, so that an address which forgets it leads nowhere.
BASE = "https://example.org/qingdan/"

# Schemas that the package names by their addresses, as xmlschema carries them. Those of pictures, films and news are
# taken for empty: an element of theirs would be refused. Nothing is fetched.
CARRIED = {
    "http://www.w3.org/2002/08/xhtml/xhtml1-strict.xsd": "XHTML/xhtml1-strict.xsd",
    "http://www.w3.org/2001/xml.xsd": "XML/xml.xsd",
}


class Carried(etree.Resolver):
    """Schemas from disk instead of from their addresses."""

    def resolve(self, url: str, public_id: str, context):
        if url in CARRIED:
            return self.resolve_filename(str(Path(xmlschema.__file__).parent / "schemas" / CARRIED[url]), context)
        return self.resolve_empty(context) if url.startswith("http") else None


@cache
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Carried())
    return etree.XMLSchema(etree.parse(PACKAGE / "schema" / "all.xsd", parser))


def lacks() -> str:
    """What the machine lacks for this client."""
    if not shutil.which("node") or not (PACKAGE / "package.json").is_file():
        return "Node or the npm package sitemap is not installed"
    return ""


@cache
def built() -> tempfile.TemporaryDirectory:
    """The real content, built for an address, once."""
    folder = tempfile.TemporaryDirectory()
    tables.build("content", Path(folder.name) / "site", BASE)
    return folder


@cache
def pages(site: Path) -> dict[str, dict[str, str]]:
    """The languages that each page names, by address; without the pages that no search engine is to show."""
    found = {}
    for file in site.rglob("*.html"):
        head = pages_of.fromstring(file.read_text("utf-8").split("</head>")[0])
        if file.name == "404.html" or any("noindex" in said for said in head.xpath("//meta[@name='robots']/@content")):
            continue
        address = BASE + re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site).as_posix())
        links = head.xpath("//link[@rel='alternate'][@hreflang]")
        found[address] = {link.get("hreflang"): link.get("href") for link in links}
    return found


def collect(_: Path, folder: Path) -> Path:
    """The sitemap alone; what is built without an address has none."""
    shutil.copy(Path(built().name) / "site" / "sitemap.xml", folder)
    return folder


def check(folder: Path) -> str:
    file = folder / "sitemap.xml"
    try:
        sitemap = etree.parse(file)
    except etree.XMLSyntaxError as error:
        raise AssertionError(f"no XML: {error}") from error
    assert schema().validate(sitemap), schema().error_log[0].message
    program = PACKAGE.parent / ".bin" / "sitemap"
    run = subprocess.run([program, "--parse", "--single-line-json", file], capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"sitemap.js: {run.stderr}"
    items = json.loads(run.stdout)
    entries = {item["url"]: {link["lang"]: link["url"] for link in item["links"]} for item in items}
    assert len(entries) == len(items), "an address stands twice"
    have = pages(Path(built().name) / "site")
    for page, links in entries.items():
        for address in [page, *links.values()]:
            assert address.startswith(BASE), f"{address} is not an address of the site"
            assert address in have, f"{address} is no page of the site"
        assert page in links.values() and "x-default" in links, f"{page} leaves out itself or what is shown by default"
        for address in links.values():
            assert entries.get(address) == links, f"{page} names {address}, which does not name the same"
        assert links == have[page], f"{page} says something else of its languages"
    lost = have.keys() - entries.keys()
    assert not lost, f"{len(lost)} pages are not in it: {min(lost)}"
    return f"{len(entries)} pages, {sum(map(len, entries.values()))} links to their languages"


def change(folder: Path, old: str, new: str) -> None:
    """Alters the first place that has it."""
    file = folder / "sitemap.xml"
    text = file.read_text("utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.S)
    assert changed != text, f"the sitemap has no {old}"
    file.write_text(changed, "utf-8")


def cut_off(folder: Path) -> None:
    """a file that was cut off"""
    change(folder, "</urlset>.*", "")


def wrong_date(folder: Path) -> None:
    """a day of change that is no date"""
    change(folder, "</loc>", "</loc><lastmod>last summer</lastmod>")


def unknown_element(folder: Path) -> None:
    """an element that the schema does not have"""
    change(folder, "</loc>", "</loc><title>x</title>")


def unknown_attribute(folder: Path) -> None:
    """a link without the address that it leads to"""
    change(folder, "href=", "ref=")


def no_language(folder: Path) -> None:
    """a language that is none"""
    change(folder, 'hreflang="en"', 'hreflang="英文"')


def not_back(folder: Path) -> None:
    """a page in another language that does not point back"""
    change(folder, 'hreflang="en" href="[^"]*/en/laws/"', f'hreflang="en" href="{BASE}en/topics/"')


def not_itself(folder: Path) -> None:
    """a page that does not name itself"""
    change(folder, rf'(<loc>{BASE}en/laws/</loc>\n[^\n]*\n)<xhtml:link [^\n]*\n', r"\1")


def forgotten_folder(folder: Path) -> None:
    """an address at the root of the host"""
    change(folder, f"<loc>{BASE}laws/", "<loc>https://example.org/laws/")


def nowhere(folder: Path) -> None:
    """a page that does not exist"""
    change(folder, f"<loc>{BASE}laws/", f"<loc>{BASE}lwas/")


def not_found(folder: Path) -> None:
    """the page of addresses that do not exist"""
    change(folder, f"<loc>{BASE}laws/", f"<loc>{BASE}404.html")


def lost_page(folder: Path) -> None:
    """a page in two languages left out"""
    change(folder, rf"<url>\n<loc>{BASE}laws/</loc>.*?</url>\n<url>.*?</url>\n", "")


def twice(folder: Path) -> None:
    """a page that stands twice"""
    change(folder, r"(<url>.*?</url>\n)", r"\1\1")


FAULTS = [
    cut_off,
    wrong_date,
    unknown_element,
    unknown_attribute,
    no_language,
    not_back,
    not_itself,
    forgotten_folder,
    nowhere,
    not_found,
    lost_page,
    twice,
]
