"""duckdb: CSV, NDJSON and, where they were built, Parquet files have the same rows."""

import shutil
from pathlib import Path

import duckdb
import tables

NAME = "duckdb"


def count(query: str) -> int:
    try:
        return duckdb.sql(query).fetchall()[0][0]
    except duckdb.Error as error:
        raise AssertionError(str(error)) from error


def check(data: Path) -> str:
    total = 0
    kinds = {"CSV", "NDJSON"}
    for table in tables.tables(data):
        csv, lines, parquet = (data / f"{table}.{ending}" for ending in ("csv", "ndjson", "parquet"))
        rows = count(f"SELECT count(*) FROM read_csv('{csv}', header = true, all_varchar = true)")
        # An empty file has no rows that duckdb could guess columns from.
        other = count(f"SELECT count(*) FROM read_ndjson('{lines}')") if lines.stat().st_size else 0
        assert rows == other, f"{table}: {rows} rows in the CSV file, {other} in the NDJSON file"
        if parquet.exists():
            kinds.add("Parquet")
            other = count(f"SELECT count(*) FROM read_parquet('{parquet}')")
            assert rows == other, f"{table}: {rows} rows in the CSV file, {other} in the Parquet file"
            names = [field["name"] for field in tables.columns(data)[table]]
            have = duckdb.sql(f"SELECT * FROM read_parquet('{parquet}') LIMIT 0").columns
            assert names == have, f"{table}: other columns in the Parquet file"
        total += rows
    phones = duckdb.sql(f"SELECT phone FROM read_csv('{data}/office_phones.csv', all_varchar = true)").fetchall()
    assert [phone for (phone,) in phones] == [row["phone"] for row in tables.rows(data, "office_phones")], "phones differ"
    return f"{total} rows in {len(tables.tables(data))} tables, the same in {', '.join(sorted(kinds))}"


def lost_line(data: Path) -> None:
    """an NDJSON file that lacks a line"""
    path = data / "citations.ndjson"
    path.write_bytes(path.read_bytes().split(b"\n", 1)[1])


def lost_row(data: Path) -> None:
    """a CSV file that lacks its last row"""
    path = data / "regions.csv"
    path.write_bytes(b"\r\n".join(path.read_bytes().split(b"\r\n")[:-2]) + b"\r\n")


def other_parquet(data: Path) -> None:
    """a Parquet file that holds another table"""
    shutil.copy(data / "regions.parquet", data / "laws.parquet")


def faults(data: Path) -> list:
    """Those that can be planted: Parquet files are there only where they were asked for."""
    return [lost_line, lost_row] + [other_parquet] * (data / "laws.parquet").exists()
