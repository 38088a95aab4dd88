"""feedparser: a reader that looks at every feed now and then. A made-up site with editions of a list and a law that changes and ends
is built as of one day after the other; each change is seen once, and on its day."""

import calendar
import datetime
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import feedparser

import tables

NAME = "feedparser"

BASE = "https://lists.example/qd/"
CONTENT = tables.REPOSITORY / "tests/editions/content"

# The days on which the reader looks: before, on and after what happens.
DAYS = ["2016-06-01", "2017-12-26", "2017-12-27", "2018-03-01", "2018-12-31", "2022-01-05", "2023-04-30", "2023-05-01"]
LAW = ["2017-12-27", "2018-10-26", "2023-05-01"]
EDITIONS = ["2018-03-01", "2022-01-05"]
# What is to be heard of in each feed, in either language.
EXPECTED = {
    "changes/feed.xml": LAW + EDITIONS,
    "regions/qingshui/feed.xml": LAW + EDITIONS,
    "departments/market-regulation/feed.xml": LAW + EDITIONS,
    "lists/qingshui-market/changes/feed.xml": LAW + EDITIONS,
    "lists/qingshui-water/changes/feed.xml": LAW,
}


def lacks() -> str:
    """What the machine lacks for this client."""
    program = tables.REPOSITORY / "target/tested/qingdan"
    return "" if program.is_file() else "the program that is tested is not in target/tested"


def lay_out(folder: Path) -> Path:
    """The content: a law that is changed twice and then ends, cited by a list of 2014 as well."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    events = ["    - {date: 2017-12-27, kind: amended}", "    - {date: 2018-10-26, kind: amended}"]
    events.append("    - {date: 2023-05-01, kind: repealed}")
    edits = {
        "laws/national.yaml": ("  kind: law\n", "\n".join(["  kind: law", "  amendments:", *events, ""])),
        "lists/qingshui-water.yaml": ("    topics:", '    basis: [{law: metrology-law, articles: ["9"]}]\n    topics:'),
    }
    for name, (old, new) in edits.items():
        text = (content / name).read_text("utf-8")
        assert old in text, f"{name} has no {old}"
        (content / name).write_text(text.replace(old, new, 1), "utf-8")
    return content


@cache
def built() -> tempfile.TemporaryDirectory:
    """The feeds of the site as of each of the days, built once."""
    folder = tempfile.TemporaryDirectory()
    root = Path(folder.name)
    content = lay_out(root)
    for day in DAYS:
        site = root / "site"
        program = [tables.REPOSITORY / "target/tested/qingdan", "build", "--content", content, "--output", site]
        subprocess.run([*program, "--base-url", BASE, "--as-of", day], check=True, capture_output=True)
        for file in site.rglob("feed.xml"):
            target = root / "feeds" / day / file.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    return folder


def collect(_: Path, folder: Path) -> Path:
    """The feeds of every day."""
    shutil.copytree(Path(built().name) / "feeds", folder / "feeds")
    return folder / "feeds"


def day_of(moment) -> str:
    """The day that a reader takes a moment for."""
    return datetime.datetime.fromtimestamp(calendar.timegm(moment), datetime.timezone.utc).date().isoformat()


def read(file: Path) -> feedparser.FeedParserDict:
    """A feed as the reader sees it."""
    feed = feedparser.parse(file.read_bytes(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not feed.bozo, f"{file.name}: {feed.get('bozo_exception')}"
    assert feed.version == "atom10", f"{file} is {feed.version or 'no feed'}"
    assert feed.feed.get("title") and feed.feed.get("id") and feed.feed.get("updated_parsed"), f"{file}: no head"
    links = {link.rel: (link.type, link.href) for link in feed.feed.links}
    assert set(links) == {"alternate", "self"}, f"{file}: links {sorted(links)}"
    assert links["self"] == ("application/atom+xml", feed.feed.id.removesuffix("feed") + "feed.xml"), f"{file}: {links['self']}"
    for entry in feed.entries:
        lacking = [name for name in ("id", "title", "link", "summary", "updated_parsed") if not entry.get(name)]
        assert not lacking, f"{file}: an entry without {lacking}"
        assert entry.link.startswith(BASE), f"{file}: an entry that leads to {entry.link}"
        assert entry.get("author") or feed.feed.get("author"), f"{file}: nobody wrote it"
    return feed


def check(folder: Path) -> str:
    heard: dict[str, dict[str, str]] = {}
    before, count = "", 0
    for day in DAYS:
        for file in sorted((folder / day).rglob("feed.xml")):
            name = file.relative_to(folder / day).as_posix()
            # A feed beside older editions begins with the second of them, and tells what was before.
            begins = "editions/" in name and name not in heard
            seen = heard.setdefault(name, {})
            feed = read(file)
            ids = [entry.id for entry in feed.entries]
            count += 1
            assert len(ids) == len(set(ids)), f"{name}: an entry stands twice on {day}"
            days = [day_of(entry.updated_parsed) for entry in feed.entries]
            assert days == sorted(days, reverse=True), f"{name}: not the latest first on {day}"
            for entry, updated in zip(feed.entries, days):
                if entry.id in seen:
                    assert seen[entry.id] == updated, f"{name}: what was heard of comes again as of {updated}"
                    continue
                assert updated <= day, f"{name}: what is of {updated} is told on {day}"
                assert begins or updated > before, f"{name}: what is of {updated} is told on {day} alone"
                seen[entry.id] = updated
        before = day
    for path, expected in EXPECTED.items():
        for name in (path, f"en/{path}"):
            found = sorted(heard.get(name, {}).values())
            assert found == sorted(expected), f"{name}: heard of {found}"
    return f"{count} feeds of {len(DAYS)} days read, {sum(map(len, heard.values()))} changes, each once"


def change(folder: Path, day: str, name: str, old: str, new: str) -> None:
    file = folder / day / name
    text = file.read_text("utf-8")
    assert old in text, f"{name} has no {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")


def too_early(folder: Path) -> None:
    """the end of a law on the day before"""
    for name in ("changes/feed.xml", "en/changes/feed.xml"):
        shutil.copy(folder / "2023-05-01" / name, folder / "2023-04-30" / name)


def other_name(folder: Path) -> None:
    """an entry that has another id on another day"""
    change(folder, "2018-03-01", "changes/feed.xml", "_event-2017-12-27", "_event-1")


def lost(folder: Path) -> None:
    """an event that the feed of a list does not tell"""
    for day in DAYS:
        (folder / day / "lists/qingshui-water/changes/feed.xml").unlink(missing_ok=True)


def other_day(folder: Path) -> None:
    """an entry that comes again as of another day"""
    change(folder, "2022-01-05", "changes/feed.xml", "2018-10-26T00:00:00Z</updated>", "2018-10-27T00:00:00Z</updated>")


def no_moment(folder: Path) -> None:
    """an entry of no day"""
    change(folder, "2022-01-05", "changes/feed.xml", "2018-10-26T00:00:00Z</updated>", "last autumn</updated>")


def no_xml(folder: Path) -> None:
    """a feed with a sign that stands for itself"""
    change(folder, "2016-06-01" if (folder / "2016-06-01/changes/feed.xml").is_file() else "2018-03-01", "changes/feed.xml", "<title>", "<title>A & B ")


def elsewhere(folder: Path) -> None:
    """a feed that says it is another"""
    change(folder, "2018-03-01", "regions/qingshui/feed.xml", "regions/qingshui/feed.xml", "feed.xml")


FAULTS = [too_early, other_name, lost, other_day, no_moment, no_xml, elsewhere]
