"""The lines of the table pages, run as they stand: pandas, R, DuckDB, sqlite3, sha256sum; curl against a server of ours."""

import html
import http.server
import re
import shlex
import shutil
import subprocess
import tempfile
import threading
from functools import partial
from pathlib import Path

import duckdb

import tables

NAME = "lines to copy"

LINE = re.compile(r'<pre data-tool="(\w+)">(.*?)</pre>', re.S)

ROOT = Path(__file__).resolve().parents[2]


def collect(site: Path, folder: Path) -> Path:
    """The data with the pages of the tables."""
    return shutil.copytree(site / "data", folder / "data")


def lines(page: Path) -> dict[str, str]:
    return {tool: html.unescape(text) for tool, text in LINE.findall(page.read_text("utf-8"))}


def check(data: Path) -> str:
    names = tables.tables(data)
    ran = {}
    for name in names:
        rows = tables.rows(data, name)
        found = lines(data / name / "index.html")
        assert set(found) == {"pandas", "r", "duckdb", "sqlite3", "sha256sum"}, f"{name}: lines for {set(found)}"
        for tool, line in found.items():
            if tool == "r" and not shutil.which("Rscript"):
                continue
            RUN[tool](data, name, line, rows)
            ran[tool] = ran.get(tool, 0) + 1
    skipped = "" if "r" in ran else "; SKIPPED: R is not installed, its lines were not run"
    return ", ".join(f"{tool} {count}" for tool, count in ran.items()) + f", curl {fetched()}" + skipped


def run_pandas(data: Path, name: str, line: str, rows: list) -> None:
    space = {}
    code = line.replace(f'"{name}.csv"', repr(str(data / f"{name}.csv")))
    try:
        exec(code, space)  # the line is what is tested
    except Exception as error:
        raise AssertionError(f"{name}: pandas: {error}") from error
    have = space[name].fillna("").to_dict("records")
    assert have == rows, f"{name}: pandas reads something else"


def run_r(data: Path, name: str, line: str, rows: list) -> None:
    run = subprocess.run(["Rscript", "-e", f"{line}; cat(nrow({name}))"], cwd=data, capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout == str(len(rows)), f"{name}: R: {run.stdout} {run.stderr}"


def run_duckdb(data: Path, name: str, line: str, rows: list) -> None:
    connection = duckdb.connect()
    connection.execute(f"SET file_search_path = '{data}'")
    try:
        have = connection.execute(line).fetchall()
    except duckdb.Error as error:
        raise AssertionError(f"{name}: DuckDB: {error}") from error
    want = [tuple(cell or None for cell in row.values()) for row in rows[:10]]
    assert have == want, f"{name}: DuckDB reads something else"


def run_sqlite3(data: Path, name: str, line: str, rows: list) -> None:
    run = subprocess.run(shlex.split(line), cwd=data, capture_output=True, text=True)
    assert run.returncode == 0 and not run.stderr, f"{name}: sqlite3: {run.stderr}"
    assert not rows or run.stdout.splitlines()[0] == "|".join(rows[0]), f"{name}: sqlite3: {run.stdout[:80]}"


def run_sum(data: Path, name: str, line: str, rows: list) -> None:
    page = (data / name / "index.html").read_text("utf-8")
    sums = dict(reversed(row.split()) for row in (data / "SHA256SUMS").read_text("utf-8").splitlines())
    for ending in ["csv", "json", "ndjson"]:
        assert sums[f"{name}.{ending}"] in page, f"{name}: the checksum of the {ending} file is not on its page"
    with tempfile.TemporaryDirectory() as folder:
        for file in ["SHA256SUMS", f"{name}.csv"]:
            shutil.copy(data / file, folder)
        run = subprocess.run(shlex.split(line), cwd=folder, capture_output=True, text=True)
        assert run.returncode == 0 and run.stdout == f"{name}.csv: OK\n", f"{name}: sha256sum: {run.stderr}"


RUN = {"pandas": run_pandas, "r": run_r, "duckdb": run_duckdb, "sqlite3": run_sqlite3, "sha256sum": run_sum}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *arguments) -> None:
        pass


def fetched() -> int:
    """Builds a small site for an address of this machine, serves it and fetches every table with the line of its page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        program = [ROOT / "target/debug/qingdan", "build", "--content", ROOT / "tests/rules/base"]
        subprocess.run([*program, "--output", site, "--base-url", base], check=True, capture_output=True)
        names = tables.tables(site / "data")
        for name in names:
            line = lines(site / "data" / name / "index.html")["curl"]
            subprocess.run(shlex.split(line), cwd=folder, check=True, capture_output=True)
            got, want = Path(folder) / f"{name}.csv", site / "data" / f"{name}.csv"
            assert got.read_bytes() == want.read_bytes(), f"{name}: curl fetched something else"
        server.shutdown()
        return len(names)


def misnamed(data: Path) -> None:
    """a line for a file that is not there"""
    page = data / "duties" / "index.html"
    page.write_text(page.read_text("utf-8").replace("read_csv(&#x27;duties.csv", "read_csv(&#x27;duty.csv")
                    .replace("read_csv(&#39;duties.csv", "read_csv(&#39;duty.csv"), "utf-8")


def wrong_sum(data: Path) -> None:
    """a checksum that is another file's"""
    page = data / "laws" / "index.html"
    sums = dict(reversed(row.split()) for row in (data / "SHA256SUMS").read_text("utf-8").splitlines())
    page.write_text(page.read_text("utf-8").replace(sums["laws.csv"], sums["duties.csv"]), "utf-8")


def no_table(data: Path) -> None:
    """a line for a table that the database does not have"""
    page = data / "topics" / "index.html"
    page.write_text(page.read_text("utf-8").replace("SELECT * FROM topics LIMIT", "SELECT * FROM topic LIMIT"), "utf-8")


FAULTS = [misnamed, wrong_sum, no_table]
