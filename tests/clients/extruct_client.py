"""extruct: the JSON-LD of each kind of page in each language, as a harvester reads it."""

import json
import re
import shutil
from pathlib import Path

import extruct

NAME = "extruct"

BLOCK = re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S)

# What the main thing of a kind of page is; other kinds are pages and nothing more.
MAIN = {
    "list": "Dataset",
    "service": "GovernmentService",
    "offices": "GovernmentOrganization",
    "duty": "GovernmentOrganization",
    "law": "Legislation",
    "region": "AdministrativeArea",
    "topic": "DefinedTerm",
    "department": "DefinedTerm",
    "data": "DataCatalog",
    "table": "Dataset",
}


def kind(page: str) -> str:
    return re.search(r'<body class="page-(\w+)"', page)[1]


def collect(site: Path, folder: Path) -> Path:
    """The first page of each kind in each language."""
    target = folder / "pages"
    seen = set()
    for file in sorted(site.rglob("*.html")):
        page = file.read_text("utf-8")
        key = (kind(page), re.search(r'<html lang="([^"]+)"', page)[1])
        if key not in seen:
            seen.add(key)
            place = target / file.relative_to(site)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)
    return target


def check(pages: Path) -> str:
    kinds = set()
    for file in sorted(pages.rglob("*.html")):
        page = file.read_text("utf-8")
        try:
            found = extruct.extract(page, syntaxes=["json-ld"], errors="strict")["json-ld"]
        except Exception as error:  # what extruct raises is that of its JSON reader
            raise AssertionError(f"{file.relative_to(pages)}: {error}") from error
        assert len(found) == 1, f"{file.relative_to(pages)}: {len(found)} blocks"
        hold(file.relative_to(pages), kind(page), page, found[0])
        kinds.add(kind(page))
    missing = set(MAIN) - kinds
    assert not missing, f"no page of the kinds {missing}"
    return f"{len(kinds)} kinds of page"


def hold(path: Path, kind_of: str, page: str, value: dict) -> None:
    """What extruct read is what stands on the page."""
    heading = re.sub(r"<[^>]+>", "", re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)[1])
    heading = heading.replace("&#39;", "'").replace("&quot;", '"').replace("&amp;", "&")
    if kind_of == "home":
        assert value["@type"] == "WebSite" and value["name"] == heading, f"{path}: {value}"
        assert "{query}" in value["potentialAction"]["target"]["urlTemplate"], f"{path}: no search"
        return
    trail = value if kind_of == "regime" else value["breadcrumb"]
    assert trail["@type"] == "BreadcrumbList", f"{path}: no breadcrumbs"
    items = trail["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1)), f"{path}: order of the breadcrumbs"
    name = items[-1]["name"] if kind_of == "regime" else value["name"]
    assert name == heading, f"{path}: named {name}, headed {heading}"
    if kind_of in MAIN:
        main = value.get("mainEntity", {})
        assert main.get("@type") == MAIN[kind_of], f"{path}: about {main.get('@type')}"
        assert main.get("name"), f"{path}: a {MAIN[kind_of]} without a name"


def change(pages: Path, wanted: str, alter) -> None:
    """Alters the JSON-LD of the pages of a kind."""
    for file in pages.rglob("*.html"):
        page = file.read_text("utf-8")
        if kind(page) == wanted:
            file.write_text(BLOCK.sub(lambda found: found[1] + alter(found[2]) + found[3], page), "utf-8")


def broken(pages: Path) -> None:
    """JSON-LD that is cut off"""
    change(pages, "service", lambda text: text[:-1])


def nameless(pages: Path) -> None:
    """a law without a name"""

    def alter(text: str) -> str:
        value = json.loads(text)
        del value["mainEntity"]["name"]
        return json.dumps(value)

    change(pages, "law", alter)


def misnamed(pages: Path) -> None:
    """a duty under another name than the page has"""

    def alter(text: str) -> str:
        return json.dumps({**json.loads(text), "name": "x"})

    change(pages, "duty", alter)


def missing(pages: Path) -> None:
    """a table page that says nothing to programs"""
    for file in pages.rglob("*.html"):
        page = file.read_text("utf-8")
        if kind(page) == "table":
            file.write_text(BLOCK.sub("", page), "utf-8")


FAULTS = [broken, nameless, misnamed, missing]
