"""openapi-spec-validator: `openapi.json` with the schemas that it names; and every JSON file has a path in it."""

import json
import re
import shutil
from pathlib import Path

import tables

NAME = "openapi-spec-validator"


def collect(site: Path, folder: Path) -> Path:
    """The JSON files of the site."""
    for file in [*site.rglob("*.json")]:
        target = folder / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return folder


def check(folder: Path) -> str:
    done = tables.program("openapi-spec-validator", "data/openapi.json", folder=folder)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert done.returncode == 0, " ".join(said)[:300]
    paths = json.loads((folder / "data/openapi.json").read_text("utf-8"))["paths"]
    for path, item in paths.items():
        reference = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert (folder / "data" / reference).is_file(), f"{path}: {reference} is not there"
    patterns = {path: re.compile(re.sub(r"\\{[a-z]+\\}", "[^/]+", re.escape(path))) for path in paths}
    used = set()
    own = {"metadata.json", "datapackage.json", "csv-metadata.json", "openapi.json"}
    files = [file for file in sorted(folder.rglob("*.json")) if not file.name.endswith(".schema.json")]
    for file in files:
        if file.name in own:
            continue
        name = f"/{file.relative_to(folder)}"
        path = next((path for path, pattern in patterns.items() if pattern.fullmatch(name)), None)
        assert path, f"{name} is not described"
        used.add(path)
    assert used == set(paths), f"no file at {set(paths) - used}"
    return f"{len(paths)} paths valid, {len(files)} files described"


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "data/openapi.json"
    text = file.read_text("utf-8")
    assert old in text, f"no {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def no_parameter(folder: Path) -> None:
    """a path whose parameter is not described"""
    change(folder, '"name": "law"', '"name": "lwa"')


def not_required(folder: Path) -> None:
    """a parameter of a path that may be left out"""
    change(folder, '"required": true', '"required": false')


def lost_schema(folder: Path) -> None:
    """a schema that is not there"""
    change(folder, "table-duties.schema.json", "table-dutise.schema.json")


def lost_path(folder: Path) -> None:
    """files that are not described"""
    change(folder, '"/data/regions.json"', '"/data/reigons.json"')


FAULTS = [no_parameter, not_required, lost_schema, lost_path]
