"""Where the made files and their expectations lie."""

import os

from paper import write_expected

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILES, EXPECTED = os.path.join(HERE, "files"), os.path.join(HERE, "expected")
MADE = []


def expect(name, form, mess, grids=(), entries=None, blocks=(), kind="powers-and-responsibilities", **facts):
    """Writes what is expected of `files/<name>`; returns the path of the file."""
    stem = name.rsplit(".", 1)[0]
    head = {"file": name, "form": form, "outcome": "read", "list_kind": kind, "mess": list(mess), **facts}
    if grids:
        head["grids"] = [{"name": grid.name, **({"state": grid.state} if grid.state != "visible" else {}), **grid.facts} for grid in grids]
    if entries is None:
        entries = [entry for grid in grids for entry in grid.entries()]
    write_expected(os.path.join(EXPECTED, f"{stem}.yaml"), head, entries, blocks)
    MADE.append(name)
    return os.path.join(FILES, name)


def refuse(name, why, mess=()):
    """Writes that `files/<name>` is refused, and for what kind of reason."""
    stem = name.rsplit(".", 1)[0]
    write_expected(os.path.join(EXPECTED, f"{stem}.yaml"), {"file": name, "form": "none", "outcome": "refused", "refusal": why, "mess": list(mess)}, [])
    MADE.append(name)
    return os.path.join(FILES, name)
