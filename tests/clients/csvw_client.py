"""csvwvalidate: `csv-metadata.json` (CSV on the Web) and every CSV file."""

import tempfile
import zipfile
from pathlib import Path

import tables

NAME = "csvwvalidate"


def check(data: Path) -> str:
    run = tables.program("csvwvalidate", "-v", "csv-metadata.json", folder=data)
    said = run.stdout + run.stderr
    assert run.returncode == 0 and "OK" in said, said.strip().splitlines()[-1]
    return f"{len(tables.tables(data))} tables valid"


def check_list(folder: Path) -> str:
    """The zip of a list, unpacked, is valid by itself."""
    with tempfile.TemporaryDirectory() as unpacked:
        with zipfile.ZipFile(folder / f"{folder.name}.zip") as file:
            file.extractall(unpacked)
        return check(Path(unpacked))


def other_header(data: Path) -> None:
    """a header that is not the one described"""
    path = data / "duties.csv"
    path.write_bytes(path.read_bytes().replace(b"statement_zh", b"statement_cn", 1))


def faults(_: Path) -> list:
    return [
        other_header,
        tables.broken_reference,
        tables.unknown_word,
        tables.wrong_date,
        tables.missing_text,
        tables.twice,
    ]
