"""frictionless validate: `datapackage.json` and every CSV file, with types, vocabularies, keys, references, checksums."""

import json
import tempfile
import zipfile
from pathlib import Path

import tables

NAME = "frictionless validate"


def check(data: Path) -> str:
    run = tables.program("frictionless", "validate", "--json", "datapackage.json", folder=data)
    report = json.loads(run.stdout)
    errors = list(report["errors"])
    for task in report["tasks"]:
        errors += task["errors"]
    assert run.returncode == 0 and report["valid"], f"{errors[0]['type']}: {errors[0]['message']}"
    assert report["stats"]["tasks"] == len(tables.tables(data)), "tables were left out"
    return f"{report['stats']['tasks']} tables valid"


def check_list(folder: Path) -> str:
    """The zip of a list, unpacked, is valid by itself."""
    with tempfile.TemporaryDirectory() as unpacked:
        with zipfile.ZipFile(folder / f"{folder.name}.zip") as file:
            file.extractall(unpacked)
        return check(Path(unpacked))


def changed_byte(data: Path) -> None:
    """a file of the same size that is not the one described"""
    path = data / "duties.csv"
    path.write_bytes(path.read_bytes().replace("监督".encode(), "督监".encode(), 1))


def faults(_: Path) -> list:
    return [
        changed_byte,
        tables.broken_reference,
        tables.unknown_word,
        tables.wrong_date,
        tables.missing_text,
        tables.twice,
    ]
