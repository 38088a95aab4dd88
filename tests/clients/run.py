#!/usr/bin/env python3
"""Holds the published data against programs of others: `run.py <site> [<program>…]`.

Every program passes on the data as they were built, and must refuse a copy with one fault planted in it; both are
shown. The programs are those of requirements.txt, run from the environment that runs this file.
"""

import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import citation_client
import csvw_client
import datasette_client
import duckdb_client
import extruct_client
import feedparser_client
import frictionless_client
import lines_client
import openapi_client
import openpyxl_client
import rdflib_client
import schema_client
import sitemap_client
import sums_client

# Those that take longest first, so that no processor waits for the last one.
CLIENTS = [
    frictionless_client,
    schema_client,
    datasette_client,
    csvw_client,
    lines_client,
    openpyxl_client,
    openapi_client,
    sitemap_client,
    rdflib_client,
    duckdb_client,
    extruct_client,
    feedparser_client,
    citation_client,
    sums_client,
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
    raise RuntimeError(f"{client.NAME} accepted data with a fault: {plant.__doc__}")


def held(number: int, site: Path) -> list[str]:
    """What there is to say of a program."""
    client = CLIENTS[number]
    lacks = client.lacks() if hasattr(client, "lacks") else ""
    if lacks:
        return [f"{client.NAME}: SKIPPED: {lacks}"]
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        said = [f"{client.NAME}: {client.check(copy(client, site, Path(folder)))}"]
    for plant in faults(client, site / "data"):
        said.append(f"  refused: {plant.__doc__} ({refusal(client, site, plant)})")
    for list_folder in sorted(site.glob("lists/*/")):
        check_list = getattr(client, "check_list", None)
        if check_list:
            said.append(f"  {list_folder.name}: {check_list(list_folder)}")
    return [*said, f"  {time.monotonic() - start:.0f} s"]


def main() -> None:
    site = Path(sys.argv[1])
    named = sys.argv[2:]
    chosen = [number for number, client in enumerate(CLIENTS) if not named or client.NAME in named]
    # One program a processor at a time; what they say comes in their order.
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        runs = [pool.submit(held, number, site) for number in chosen]
        try:
            for run in runs:
                print("\n".join(run.result()), flush=True)
        finally:
            pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
