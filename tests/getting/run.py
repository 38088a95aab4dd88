#!/usr/bin/env python3
"""Holds the ways in which the program reaches its users: `run.py <tools>`, where `tests/run` has installed the packages of
tests/clients. The wheel and the archive are made of the release program, which is compiled here only where nobody did.

Each way is tried, or read by a program of others, and a copy with one fault planted in it must be refused.
"""

import sys
import time
from pathlib import Path

import container
import crate
import templates
import wheel

WAYS = [templates, container, crate, wheel]


def main(tools: Path) -> int:
    failed = 0
    for way in WAYS:
        started = time.monotonic()
        try:
            said = way.hold(tools)
            print(f"{way.__name__}: {said} ({time.monotonic() - started:.1f} s)", flush=True)
        except AssertionError as fault:
            failed += 1
            print(f"{way.__name__}: FAILED: {fault}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    raise SystemExit(main(Path(sys.argv[1]).resolve()))
