"""The CSV files in, rows out; faults that can be planted in them; and sites built for an address."""

import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def build(content: str, output: Path, base: str) -> None:
    """Builds a folder of the repository for an address."""
    program = [REPOSITORY / "target/tested/qingdan", "build", "--content", REPOSITORY / content]
    subprocess.run([*program, "--output", output, "--base-url", base], check=True, capture_output=True)


def rows(data: Path, table: str) -> list[dict[str, str]]:
    with open(data / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tables(data: Path) -> list[str]:
    """Names of the tables, in the order of the description."""
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    return [resource["name"] for resource in package["resources"]]


def columns(data: Path) -> dict[str, list[dict]]:
    """The described columns of each table."""
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}


def change(data: Path, table: str, column: str, value: str) -> None:
    """Puts a value into the first row of a table, and says so in the description: the fault is the value alone."""
    path = data / f"{table}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    lines[1][lines[0].index(column)] = value
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    described = data / "datapackage.json"
    package = json.loads(described.read_text("utf-8"))
    for resource in package["resources"]:
        if resource["name"] == table:
            resource["bytes"] = path.stat().st_size
            resource["hash"] = "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    described.write_text(json.dumps(package, ensure_ascii=False), "utf-8")


@cache
def entry(name: str):
    """What a program of the environment calls first."""
    (found,) = entry_points(group="console_scripts", name=name)
    return found.load()


def program(name: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess:
    """Runs a program of the environment in a process of its own. It is a copy of this one, in which the modules of the
    program are loaded already: to load them takes longer than most runs."""
    main = entry(name)
    sys.stdout.flush()
    sys.stderr.flush()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            sys.argv = [name, *arguments]
            os._exit(ended(main))
        _, status = os.waitpid(child, 0)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode("utf-8"))
        return subprocess.CompletedProcess([name, *arguments], os.waitstatus_to_exitcode(status), *said)


def ended(main) -> int:
    """Runs a program to its end and gives its exit status."""
    status = 1
    try:
        status = main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
    if isinstance(status, str):
        print(status, file=sys.stderr)
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return int(status or 0)


def broken_reference(data: Path) -> None:
    """a work item of a duty that does not exist"""
    change(data, "work_items", "duty_id", "nowhere/duties/nothing")


def unknown_word(data: Path) -> None:
    """a kind of penalty that is not in the vocabulary"""
    change(data, "penalties", "kind", "flogging")


def wrong_date(data: Path) -> None:
    """a date that is none"""
    change(data, "laws", "as_of", "last summer")


def missing_text(data: Path) -> None:
    """a duty without a name"""
    change(data, "duties", "name_zh", "")


def twice(data: Path) -> None:
    """two rows with the same key"""
    change(data, "regions", "id", rows(data, "regions")[1]["id"])
