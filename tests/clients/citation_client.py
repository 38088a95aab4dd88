"""check-jsonschema (Citation File Format 1.2.0, the schema that it carries) and bibtexparser: `CITATION.cff` and `citation.bib` of the
real content, which declares no release, and of a made-up site that declares two."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

import bibtexparser
import yaml

import tables

NAME = "citation"

CONTENT = tables.REPOSITORY / "tests/sites/small/content"
# What a site declares.
RELEASES = """releases:
  - version: 1.1.0
    date: 2026-03-01
    changes: {zh: 增补一项服务, en: One more service}
    doi: 10.5072/liuxi_2
  - version: 1.0.0
    date: 2025-09-01
    changes: {zh: 首次发布, en: First release}
    doi: 10.5072/liuxi_1
"""


@cache
def built() -> tempfile.TemporaryDirectory:
    """The site with releases, built for an address, once."""
    folder = tempfile.TemporaryDirectory()
    content = Path(folder.name) / "content"
    shutil.copytree(CONTENT, content)
    with open(content / "site.yaml", "a", encoding="utf-8") as file:
        file.write(RELEASES)
    tables.build(str(content), Path(folder.name) / "site", "https://example.org/qingdan/")
    return folder


def collect(site: Path, folder: Path) -> Path:
    """The files of both sites, and the description of the data with releases."""
    for name, data in (("real", site / "data"), ("released", Path(built().name) / "site/data")):
        (folder / name).mkdir()
        for file in ("CITATION.cff", "citation.bib", "datapackage.json", "releases.csv"):
            shutil.copy(data / file, folder / name)
    return folder


def check(folder: Path) -> str:
    for name in ("real", "released"):
        schema = ["--builtin-schema", "vendor.citation-file-format", f"{name}/CITATION.cff"]
        done = tables.program("check-jsonschema", *schema, "--default-filetype", "yaml", folder=folder)
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        assert done.returncode == 0, " ".join(said)[:300]
        rows = tables.rows(folder / name, "releases")
        known = yaml.safe_load((folder / name / "CITATION.cff").read_text("utf-8"))
        library = bibtexparser.parse_string((folder / name / "citation.bib").read_text("utf-8"))
        assert not library.failed_blocks, library.failed_blocks[0]
        entries = [{field.key: field.value for field in entry.fields} for entry in library.entries]
        assert len(entries) == 2, f"{len(entries)} entries, one for each language"
        if not rows:
            claimed = {"version", "date-released", "doi"} & known.keys()
            assert not claimed, f"{claimed} of a site that declares no release"
            claimed = {"version", "date", "year", "doi"} & {key for entry in entries for key in entry}
            assert not claimed, f"{claimed} of a site that declares no release"
            continue
        first = rows[0]
        said = [known["version"], str(known["date-released"]), known["doi"]]
        assert said == [first["version"], first["date"], first["doi"]], f"CITATION.cff names {said}"
        for entry in entries:
            said = [entry["version"], entry["date"], entry["doi"].replace("\\_", "_")]
            assert said == [first["version"], first["date"], first["doi"]], f"citation.bib names {said}"
    return "valid, without and with a release"


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} has no {old}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def invented(folder: Path) -> None:
    """a version of a site that declares no release"""
    path = folder / "real/CITATION.cff"
    path.write_text(path.read_text("utf-8") + 'version: "1.0.0"\n', "utf-8")


def half_a_day(folder: Path) -> None:
    """a release on no day"""
    change(folder, "released/CITATION.cff", 'date-released: "2026-03-01"', 'date-released: "2026-03"')


def no_doi(folder: Path) -> None:
    """an identifier that is no DOI"""
    change(folder, "released/CITATION.cff", 'doi: "10.', 'doi: "doi:10.')


def nobody(folder: Path) -> None:
    """data by nobody"""
    change(folder, "real/CITATION.cff", "authors:", "writers:")


def open_entry(folder: Path) -> None:
    """an entry of BibTeX that does not end"""
    path = folder / "real/citation.bib"
    path.write_text(path.read_text("utf-8").rstrip().rstrip("}"), "utf-8")


def other_version(folder: Path) -> None:
    """an entry of BibTeX of another version than the data"""
    change(folder, "released/citation.bib", "version = {1.1.0}", "version = {1.0.0}")


FAULTS = [invented, half_a_day, no_doi, nobody, open_entry, other_version]
