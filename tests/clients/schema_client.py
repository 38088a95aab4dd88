"""check-jsonschema: every published JSON file, and every YAML file of the content by the schema that its first line names."""

import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

import tables

NAME = "check-jsonschema"
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
# Described by standards of others, and held to those by their own programs.
STANDARD = {"metadata.json", "datapackage.json", "csv-metadata.json", "openapi.json"}


def collect(site: Path, folder: Path) -> Path:
    """The JSON files of the site with their schemas, and the content with those that editors use."""
    for file in [*site.rglob("*.json")]:
        target = folder / "site" / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    shutil.copytree(tables.REPOSITORY / "content", folder / "content")
    shutil.copytree(tables.REPOSITORY / "docs/schema", folder / "docs/schema")
    return folder


def by_schema(folder: Path) -> dict[Path, list[Path]]:
    """For each schema, the files that it is for."""
    files = defaultdict(list)
    schemas = folder / "site/schema/v1"
    for file in sorted((folder / "site").rglob("*.json")):
        if file.is_relative_to(schemas) or file.parent.name == "data" and file.name in STANDARD:
            continue
        if file.name == "index.json":
            schema = schemas / f"record-{json.loads(file.read_text('utf-8'))['meta']['kind']}.schema.json"
        else:
            schema = schemas / f"table-{file.stem}.schema.json"
        assert schema.is_file(), f"{file.relative_to(folder)} has no schema"
        files[schema].append(file)
    for file in sorted((folder / "content").rglob("*.yaml")):
        line = MODELINE.match(file.read_text("utf-8"))
        assert line, f"{file.relative_to(folder)} names no schema"
        schema = (file.parent / line[1]).resolve()
        published = schemas / schema.name
        assert json.loads(schema.read_text("utf-8")).items() <= json.loads(published.read_text("utf-8")).items(), (
            f"{published.name} is published otherwise"
        )
        files[schema].append(file)
    return files


def run(*arguments: str, folder: Path) -> None:
    done = tables.program("check-jsonschema", *arguments, folder=folder)
    said = (done.stdout + done.stderr).strip().splitlines()
    faults = [line.strip() for line in said if "::" in line] or said
    assert done.returncode == 0, faults[0]


def check(folder: Path) -> str:
    folder = folder.resolve()
    files = by_schema(folder)
    assert files, "nothing to check"
    for schema, of in files.items():
        run("--schemafile", str(schema), *(str(file.relative_to(folder)) for file in of), folder=folder)
    schemas = sorted((folder / "site").rglob("*.schema.json"))
    run("--check-metaschema", *(str(schema) for schema in schemas), folder=folder)
    yaml = sum(file.suffix == ".yaml" for of in files.values() for file in of)
    total = sum(map(len, files.values()))
    return f"{total - yaml} JSON files and {yaml} YAML files valid by {len(files)} of {len(schemas)} schemas"


def alone(folder: Path, path: str, old: str, new: str) -> None:
    """Leaves one file to be checked, with a fault in it."""
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text, f"{path} has no {old}"
    for other in [*(folder / "site").rglob("*.json"), *(folder / "content").rglob("*.yaml")]:
        if other != file and not other.name.endswith(".schema.json"):
            other.unlink()
    file.write_text(text.replace(old, new, 1), "utf-8")


def misspelt_key(folder: Path) -> None:
    """a key that is misspelt in the content"""
    alone(folder, "content/lists/jize-qts/duties.yaml", "statement:", "statment:")


def wrong_word(folder: Path) -> None:
    """a word in the content that is not in the vocabulary"""
    alone(folder, "content/laws/local.yaml", "kind: local-regulation", "kind: local-regulatoin")


def wrong_id(folder: Path) -> None:
    """an id in the content with a capital letter"""
    alone(folder, "content/departments.yaml", "slug: public-security", "slug: Public-security")


def wrong_article(folder: Path) -> None:
    """an article in the content that is none"""
    alone(folder, "content/lists/baoding-qts/boundaries.yaml", 'articles: ["9"]', 'articles: ["§9"]')


def wrong_date(folder: Path) -> None:
    """a date in the content that is none"""
    alone(folder, "content/lists/jize-qts/list.yaml", "compiled: 2015-", "compiled: 2015/")


def no_schema(folder: Path) -> None:
    """a file of the content that does not say what it is"""
    alone(folder, "content/regions.yaml", "# yaml-language-server", "# yaml")


def lost_name(folder: Path) -> None:
    """a record without its name"""
    alone(folder, "site/lists/jize-qts/duties/metrology/index.json", '"name":', '"label":')


def other_kind(folder: Path) -> None:
    """a record that says it is of another kind"""
    alone(folder, "site/lists/jize-qts/duties/metrology/index.json", '"kind":"duty"', '"kind":"service"')


def number_for_text(folder: Path) -> None:
    """a code in a table that became a number"""
    alone(folder, "site/data/regions.json", '"code":"130431"', '"code":130431')


def one_more_column(folder: Path) -> None:
    """a column that no schema knows"""
    alone(folder, "site/data/laws.json", '{"id":', '{"more":1,"id":')


def undescribed(folder: Path) -> None:
    """a JSON file without a schema"""
    (folder / "site/data/more.json").write_text("[]")


FAULTS = [
    misspelt_key,
    wrong_word,
    wrong_id,
    wrong_article,
    wrong_date,
    no_schema,
    lost_name,
    other_kind,
    number_for_text,
    one_more_column,
    undescribed,
]
