"""rdflib: the catalogue as Turtle and as JSON-LD, and the records, of which a query is asked."""

import hashlib
import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlparse

import rdflib
import tables
from rdflib.namespace import DCAT, DCTERMS, RDF

NAME = "rdflib"

# Where the data folder is taken to lie, so that addresses are absolute.
HERE = "https://site.invalid/data/"
LAW = "中华人民共和国计量法"
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")

# Which offices in which counties act under which laws: a record that names the office cites the law, or what contains
# the record does, or a part of it, or the grounds on which the same duty holds staff to account.
QUERY = """
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?title ?county ?name WHERE {
  ?office org:purpose/((skos:broader?/(^dct:isPartOf)?)|^skos:broader)/dct:references ?law ;
          org:unitOf/dct:spatial ?region ;
          skos:prefLabel ?name .
  ?law eli:title ?title .
  ?region skos:prefLabel ?county .
  FILTER (lang(?name) = "zh" && lang(?county) = "zh" && lang(?title) = "zh")
}
"""


def parse(path: Path, form: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    try:
        # A site that knows its address names everything by it; another is taken to lie at a made-up one.
        graph.parse(data=path.read_text("utf-8"), format=form, publicID=HERE + path.name)
    except Exception as error:
        raise AssertionError(f"{path.name}: {error}") from error
    return graph


def page(record: str) -> str:
    """The record that has a page of its own and contains this one."""
    return "/".join(record.split("/")[:3])


def expected(data: Path) -> set[tuple[str, str, str]]:
    """The same question asked of the CSV files."""
    titles = {row["id"]: row["title_zh"] for row in tables.rows(data, "laws")}
    citing = defaultdict(list)
    for row in tables.rows(data, "citations"):
        citing[page(row["record_id"])].append(row)
    offices = {row["id"]: row for row in tables.rows(data, "offices")}
    lists = {row["id"]: row["region_id"] for row in tables.rows(data, "lists")}
    regions = {row["id"]: row["name_zh"] for row in tables.rows(data, "regions")}
    found = set()
    for table in ["duty", "work_item", "service", "regime"]:
        for row in tables.rows(data, f"{table}_offices"):
            named, office = row[f"{table}_id"], offices[row["office_id"]]
            for citation in citing[page(named)]:
                cites = citation["record_id"]
                if named in (cites, page(cites)) or cites == page(named) or citation["record_kind"] == "accountability":
                    title = titles[citation["law_id"]]
                    found.add((title, regions[lists[office["list_id"]]], office["name_zh"]))
    return found


def check_files(catalog: rdflib.Graph, data: Path) -> int:
    """Sizes and checksums of the files of the data folder are what the catalogue says."""
    count = 0
    for node in catalog.subjects(RDF.type, DCAT.Distribution):
        url = urlparse(str(catalog.value(node, DCAT.downloadURL)))
        path = data / Path(url.path).name
        checksum = catalog.value(node, SPDX.checksum)
        if checksum is None or "/data/" not in url.path:
            continue
        assert path.is_file(), f"{path.name} is not there"
        have = path.read_bytes()
        size = catalog.value(node, DCAT.byteSize)
        assert int(size) == len(have), f"{path.name}: {len(have)} bytes instead of {size}"
        value = str(catalog.value(checksum, SPDX.checksumValue))
        assert hashlib.sha256(have).hexdigest() == value.lower(), f"{path.name}: another checksum"
        count += 1
    assert count > len(tables.tables(data)), "files without a checksum"
    return count


def check(data: Path) -> str:
    catalog = parse(data / "catalog.ttl", "turtle")
    other = parse(data / "catalog.jsonld", "json-ld")
    assert set(catalog) == set(other), f"{len(set(catalog) ^ set(other))} statements of Turtle and JSON-LD differ"
    assert len(set(catalog.subjects(RDF.type, DCAT.Catalog))) == 1, "no catalogue, or more than one"
    datasets = set(catalog.subjects(RDF.type, DCAT.Dataset))
    assert len(datasets) == len(tables.rows(data, "lists")) + 1, "datasets are not the site and its lists"
    for node in datasets:
        assert {DCTERMS.title, DCTERMS.description, DCTERMS.publisher} <= set(catalog.predicates(node)), f"{node}: bare"
    records = parse(data / "records.ttl", "turtle")
    found = {(str(row.title), str(row.county), str(row.name)) for row in records.query(QUERY)}
    wanted = expected(data)
    under = [f"{county}{name}" for title, county, name in sorted(wanted) if title == LAW]
    assert under, "the tables know no such office"
    assert found == wanted, f"offices under laws: {len(found)} instead of {len(wanted)}"
    files = check_files(catalog, data)
    statements = len(catalog) + len(records)
    return (
        f"{statements} statements, {files} files as described; under {LAW}: {', '.join(under)}; "
        f"{len(found)} times an office acts under a law"
    )


def change(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    assert count, f"{path.name} has no {pattern}"
    path.write_text(text, "utf-8")


def no_turtle(data: Path) -> None:
    """a file that is no Turtle"""
    change(data / "records.ttl", r" \.\n", "\n")


def lost_purpose(data: Path) -> None:
    """offices whose work is not told"""
    path = data / "records.ttl"
    path.write_text(path.read_text("utf-8").replace("org:purpose", "org:classification"), "utf-8")


def lost_citation(data: Path) -> None:
    """records that cite another law"""
    path = data / "records.ttl"
    path.write_text(re.sub(r"laws/metrology-law/>", "laws/food-safety-law/>", path.read_text("utf-8")), "utf-8")


def no_json_ld(data: Path) -> None:
    """JSON-LD that says something else than the Turtle"""
    change(data / "catalog.jsonld", r'"@value":"(\d+)"', r'"@value":"1\1"')


def changed_byte(data: Path) -> None:
    """a file that is not the one described"""
    path = data / "duties.csv"
    path.write_bytes(path.read_bytes() + b"\r\n")


FAULTS = [no_turtle, lost_purpose, lost_citation, no_json_ld, changed_byte]
