#!/usr/bin/env python3
"""Holds the published data against programs of others: `run.py <site> [<program>…]`.

Every program passes on the data as they were built, and must refuse a copy with one fault planted in it; both are
shown. The programs are those of requirements.txt, run from the environment that runs this file.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

import csvw_client
import datasette_client
import duckdb_client
import extruct_client
import frictionless_client
import lines_client
import openapi_client
import openpyxl_client
import rdflib_client
import schema_client
import sitemap_client
import sums_client

CLIENTS = [
    sums_client,
    frictionless_client,
    csvw_client,
    datasette_client,
    duckdb_client,
    openpyxl_client,
    schema_client,
    openapi_client,
    rdflib_client,
    extruct_client,
    sitemap_client,
    lines_client,
]


def copy(client, site: Path, folder: Path) -> Path:
    """A copy of the files that a program is held against: those of the data folder without its pages, unless it collects
    others itself."""
    collect = getattr(client, "collect", None)
    if collect:
        return collect(site, folder)
    target = folder / "data"
    target.mkdir()
    for file in (site / "data").iterdir():
        if file.is_file() and file.suffix != ".html":
            shutil.copy(file, target)
    return target


def faults(client, data: Path) -> list:
    """The faults that are planted; some depend on the formats there are."""
    return client.faults(data) if hasattr(client, "faults") else client.FAULTS


def refusal(client, site: Path, plant) -> str:
    """What a program says of a copy of the data with a fault in it."""
    with tempfile.TemporaryDirectory() as folder:
        faulty = copy(client, site, Path(folder))
        plant(faulty)
        try:
            client.check(faulty)
        except AssertionError as error:
            return str(error).strip().splitlines()[0][:110]
    raise SystemExit(f"{client.NAME} accepted data with a fault: {plant.__doc__}")


def main() -> None:
    site = Path(sys.argv[1])
    named = sys.argv[2:]
    for client in CLIENTS:
        if named and client.NAME not in named:
            continue
        lacks = client.lacks() if hasattr(client, "lacks") else ""
        if lacks:
            print(f"{client.NAME}: SKIPPED: {lacks}")
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found = client.check(copy(client, site, Path(folder)))
        print(f"{client.NAME}: {found}")
        for plant in faults(client, site / "data"):
            print(f"  refused: {plant.__doc__} ({refusal(client, site, plant)})")
        for list_folder in sorted(site.glob("lists/*/")):
            check_list = getattr(client, "check_list", None)
            if check_list:
                print(f"  {list_folder.name}: {check_list(list_folder)}")
        print(f"  {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
