"""The lines of the table pages, run as they stand: pandas, R, DuckDB, sqlite3, sha256sum; curl against a server of ours."""

import csv
import html
import http.server
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import threading
from functools import partial
from itertools import cycle
from pathlib import Path

import duckdb

import tables

NAME = "lines to copy"

LINE = re.compile(r'<pre data-tool="(\w+)">(.*?)</pre>', re.S)

# In the first R cannot write a Chinese character.
LOCALES = ["C", "C.UTF-8"]

# Cells that are text, whatever they look like, each a column of its own; the empty one alone is missing.
HARD = ["NA", "null", "None", "007", "1e5", "TRUE", "2015-03", ' "so", ', "two\nlines", "it's #3 \\n \\", "", "食品 ¥"]

# Writes a table out, column by column: of each cell the number of its characters (NA for one that is missing), then the
# cell itself, both ended by a zero byte. Characters that R took for bytes are counted as such.
SHOW = """show <- function(table, path) {
    cells <- c(names(table), unlist(table, use.names = FALSE))
    count <- as.character(nchar(cells))
    count[is.na(cells)] <- "NA"
    cells[is.na(cells)] <- ""
    file <- file(path, "wb")
    writeBin(c(rbind(count, cells)), file, useBytes = TRUE)
    close(file)
}
"""


def collect(site: Path, folder: Path) -> Path:
    """The data with the pages of the tables."""
    return shutil.copytree(site / "data", folder / "data")


def lines(page: Path) -> dict[str, str]:
    return {tool: html.unescape(text) for tool, text in LINE.findall(page.read_text("utf-8"))}


def check(data: Path) -> str:
    hard(data)
    ran = {}
    for name in tables.tables(data):
        found = lines(data / name / "index.html")
        assert set(found) == {"r", *RUN}, f"{name}: lines for {set(found)}"
        rows = tables.rows(data, name)
        for tool, run in RUN.items():
            run(data, name, found[tool], rows)
            ran[tool] = ran.get(tool, 0) + 1
    skipped = ""
    if shutil.which("Rscript"):
        for locale in LOCALES:
            ran[f"R in the locale {locale}"] = run_r(data, tables.tables(data), data, locale)
    else:
        skipped = "; SKIPPED: R is not installed, its lines were not run"
    return ", ".join(f"{tool} {count}" for tool, count in ran.items()) + f", curl {fetched()}" + skipped


def hard(data: Path) -> None:
    """The lines of one table, on columns that programs like to read as something else."""
    name = "laws"
    columns = list(tables.rows(data, name)[0])
    rows = [dict(zip(columns, cycle(HARD)))] * 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        found = lines(data / name / "index.html")
        run_pandas(folder, name, found["pandas"], rows)
        run_duckdb(folder, name, found["duckdb"], rows)
        if shutil.which("Rscript"):
            run_r(folder, [name], data, LOCALES[0])


def run_pandas(data: Path, name: str, line: str, rows: list) -> None:
    space = {}
    code = line.replace(f'"{name}.csv"', repr(str(data / f"{name}.csv")))
    try:
        exec(code, space)  # the line is what is tested
    except Exception as error:
        raise AssertionError(f"{name}: pandas: {error}") from error
    have = space[name].fillna("").to_dict("records")
    assert have == rows, f"{name}: pandas reads something else"


def run_r(data: Path, names: list[str], pages: Path, locale: str) -> int:
    """Runs the lines of tables, all in one R, and reads back what it has read: columns, characters, what is missing."""
    with tempfile.TemporaryDirectory() as folder:
        script = "options(warn = 2)\n" + SHOW  # a warning is an error
        for name in names:
            script += f"{lines(pages / name / 'index.html')['r']}\nshow({name}, '{folder}/{name}')\n"
        path = Path(folder) / "lines.R"
        path.write_text(script, "utf-8")
        run = subprocess.run(["Rscript", "--vanilla", path], cwd=data, capture_output=True, text=True, check=False,
                             env={**os.environ, "LC_ALL": locale})
        assert run.returncode == 0, f"R in the locale {locale}: {run.stderr}"
        for name in names:
            said = (Path(folder) / name).read_bytes().decode("utf-8").split("\0")[:-1]
            with open(data / f"{name}.csv", encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
            want = [*header, *(cell for column in zip(*rows) for cell in column)]
            assert said[1::2] == want, f"{name}: R reads something else in the locale {locale}"
            count = [str(len(cell)) if cell else "NA" for cell in want]
            assert said[::2] == count, f"{name}: R counts other characters in the locale {locale}"
    return len(names)


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


RUN = {"pandas": run_pandas, "duckdb": run_duckdb, "sqlite3": run_sqlite3, "sha256sum": run_sum}


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
        tables.build("tests/rules/base", site, base)
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


def without(data: Path, name: str, option: str) -> None:
    """Takes an option out of a line of a table."""
    page = data / name / "index.html"
    text = page.read_text("utf-8")
    have = html.escape(option)
    assert have in text, f"no line of {name} has {option}"
    page.write_text(text.replace(have, "", 1), "utf-8")


def pandas_missing(data: Path) -> None:
    """a line for pandas that takes the text NA for nothing"""
    without(data, "laws", "keep_default_na=False, ")


def pandas_numbers(data: Path) -> None:
    """a line for pandas that takes codes for numbers"""
    without(data, "laws", ', dtype="string"')


def r_missing(data: Path) -> None:
    """a line for R that takes the text NA for nothing"""
    without(data, "laws", 'na.strings = "", ')


def r_bytes(data: Path) -> None:
    """a line for R that reads Chinese only where the system writes UTF-8"""
    without(data, "laws", ', encoding = "UTF-8"')


def r_numbers(data: Path) -> None:
    """a line for R that takes codes for numbers"""
    without(data, "laws", 'colClasses = "character", ')


def faults(_: Path) -> list:
    """Those of R where there is R."""
    of_r = [r_missing, r_bytes, r_numbers] if shutil.which("Rscript") else []
    return [misnamed, wrong_sum, no_table, pandas_missing, pandas_numbers, *of_r]
