"""datasette: opens the database with its metadata, shows every table, finds words of two characters."""

import json
import sqlite3
from pathlib import Path
from urllib.parse import quote

import tables

NAME = "datasette"

WORD = "计量"
LONGER = "特种设备"
PHRASE = "质量技术监督"


def get(data: Path, path: str):
    # A busy machine may need longer than Datasette allows a visitor.
    options = ["--setting", "sql_time_limit_ms", "60000"]
    run = tables.program("datasette", "qingdan.db", "-m", "metadata.json", *options, "--get", path, folder=data)
    assert run.returncode == 0, f"{path}: {run.stdout}{run.stderr}"
    return json.loads(run.stdout)


def having(data: Path, word: str) -> set[str]:
    """Ids of the work items that hold a word, by their CSV file."""
    texts = ["text_zh", "text_en", "remarks_zh", "remarks_en"]
    return {row["id"] for row in tables.rows(data, "work_items") if any(word in row[text] for text in texts)}


def check(data: Path) -> str:
    shown = {table["name"] for table in get(data, "/qingdan.json")["tables"] if not table["hidden"]}
    assert shown == {*tables.tables(data), "dictionary"}, f"other tables: {shown}"
    counts = " UNION ALL ".join(f"SELECT '{table}' AS name, count(*) AS rows FROM {table}" for table in shown)
    for table in get(data, f"/qingdan.json?_shape=array&sql={quote(counts)}"):
        rows = tables.rows(data, table["name"]) if table["name"] != "dictionary" else None
        assert rows is None or table["rows"] == len(rows), f"{table['name']}: not the rows of the CSV file"
    for word in [WORD, LONGER]:
        found = get(data, f"/qingdan/work_items.json?_size=max&_shape=array&_search={quote(word)}")
        ids = {row["id"] for row in found}
        assert ids == having(data, word), f"{word}: {len(ids)} rows found, {len(having(data, word))} have it"
        assert ids, f"{word}: nothing found"
    none = get(data, f"/qingdan/work_items.json?_shape=array&_search={quote('鸑鷟')}")
    assert none == [], f"a word that stands nowhere: {len(none)} rows found"
    everywhere = get(data, f"/qingdan/search.json?_shape=array&text={quote(PHRASE)}")
    ids = {row["id"] for row in everywhere if row["table"] == "work_items"}
    assert ids == having(data, PHRASE), f"{PHRASE}: {len(ids)} work items found by the query"
    columns = get(data, "/-/metadata.json")["databases"]["qingdan"]["tables"]["work_items"]["columns"]
    assert "text_zh" in columns, "columns without a description"
    return f"{len(shown)} tables; {WORD} in {len(having(data, WORD))} work items, {PHRASE} in {len(everywhere)} records"


def statements(data: Path, *all_statements: str) -> None:
    database = sqlite3.connect(data / "qingdan.db")
    for statement in all_statements:
        database.execute(statement)
    database.commit()
    database.close()


def no_index(data: Path) -> None:
    """a database without the index of words"""
    statements(data, "DROP TABLE work_items_fts")


def single_quotes(data: Path) -> None:
    """an index whose table stands between single quotes, which Datasette does not see"""
    statements(
        data,
        "DROP TABLE work_items_fts",
        "CREATE VIRTUAL TABLE work_items_fts USING fts5(text_zh, content='work_items')",
    )


def whole_runs(data: Path) -> None:
    """an index of the texts as they are, in which no word of two characters stands"""
    statements(data, "INSERT INTO work_items_fts (work_items_fts) VALUES ('rebuild')")


def trigrams(data: Path) -> None:
    """an index of three characters, SQLite's own, which finds no word of two"""
    statements(
        data,
        "DROP TABLE work_items_fts",
        "CREATE VIRTUAL TABLE work_items_fts USING fts5(text_zh, content=\"work_items\", tokenize='trigram')",
        "INSERT INTO work_items_fts (work_items_fts) VALUES ('rebuild')",
    )


def lost_row(data: Path) -> None:
    """a database that lacks a row"""
    statements(data, "DELETE FROM notes WHERE rowid = 1")


def faults(_: Path) -> list:
    return [no_index, single_quotes, whole_runs, trigrams, lost_row]
