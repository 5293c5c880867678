"""The whole main job in a real process: the demo, and every pack it prints."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from missionplanner.domain.legal_forms import without_form

ROOT = Path(__file__).resolve().parents[2]


def program(*words: object) -> str:
    command = [sys.executable, "-m", "missionplanner", *(str(word) for word in words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    said = json.loads(program("demo", folder, "--json"))
    assert said["imports"]["registrations_en.xlsx"]["new"] == 185
    assert said["imports"]["registrations_en.xlsx"]["duplicate"] == 12
    assert said["imports"]["registrations_en.xlsx"]["rejected"] == 3
    assert said["imports"]["inscriptions_fr.csv"]["new"] == 60
    assert said["imports"]["contrapartes_es.xlsx"]["new"] == 220
    assert said["imports"]["meeting_requests.csv"] == {"read": 1420, "new": 1419, "same": 0, "rejected": 1}
    assert said["accepted"] == 465
    assert said["people"] == 632
    assert said["plan"]["conflicts"] == 0
    return folder


@pytest.fixture(scope="module")
def mission(demo: Path) -> Path:
    return demo / "canada-mexico-2026.mission"


def test_demo_leaves_what_it_said(demo: Path, mission: Path) -> None:
    assert mission.exists()
    assert (demo / "timetable.xlsx").stat().st_size > 20_000
    assert len(list((demo / "packs").glob("*.pdf"))) == 245
    assert (demo / "registrations_en rejected.csv").exists()
    assert not list(demo.rglob("*.part"))
    assert not list(demo.glob("*.lock"))


def test_check_finds_no_conflict(mission: Path) -> None:
    assert program("check", mission) == "No conflicts.\n"


def test_every_must_meet_is_placed_or_explained(mission: Path) -> None:
    requests = json.loads(program("list", mission, "requests", "--json"))
    meetings = {(m["delegation"], m["counterpart"]) for m in json.loads(program("list", mission, "meetings", "--json"))}
    unplaced = {
        (u["delegation"], u["counterpart"]): u["reason"]
        for u in json.loads(program("list", mission, "unplaced", "--json"))
    }
    vetoed = {(r["delegation"], r["counterpart"]) for r in requests if r["priority"] == "no_thanks"}
    for request in requests:
        pair = request["delegation"], request["counterpart"]
        if request["priority"] == "must_meet" and pair not in vetoed:
            assert (pair in meetings) is not bool(unplaced.get(pair))
    assert not meetings & vetoed


def test_every_accepted_company_has_a_sound_pack_with_its_own_meetings(demo: Path, mission: Path) -> None:
    companies = json.loads(
        program("list", mission, "companies", "--side", "delegation", "--status", "accepted", "--json")
    )
    meetings: dict[str, list[Any]] = defaultdict(list)
    for meeting in json.loads(program("list", mission, "meetings", "--json")):
        meetings[meeting["delegation"]].append(meeting)
    files = {owner_of(path): path for path in sorted((demo / "packs").glob("*.pdf"))}
    assert len(companies) == len(files) == 245
    with ThreadPoolExecutor(4) as pool:
        # Every third: all are alike, and reading them takes as long as making them.
        names = [company["name"] for company in companies[::3]]
        list(pool.map(lambda name: examine(files[name], name, meetings[name]), names))


def owner_of(path: Path) -> str:
    """The name a sound pack is for, from its metadata: qpdf, which pikepdf holds, accepts the file."""
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == [], path.name
        return str(pdf.docinfo["/Title"]).partition(" – ")[2]


def examine(path: Path, name: str, meetings: list[Any]) -> None:
    """Read page by page it holds the cover, the contents, and each meeting once in the days, the list and a profile."""
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = [one_line(page.splitlines()) for page in raw.split("\f")[:-1]]
    assert len(pages) in (12, 16, 20), name
    assert pages[0].startswith("Canada Trade Mission to Mexico 2026 February 15–20, 2026"), name
    assert f"Briefing pack for {' '.join(name.split())}" in pages[0]
    listing = raw.split("\f")[1].partition("Contents\n")[2].rpartition("\n2 Printed ")[0]  # without the foot
    contents = re.findall(r"^(.+) (\d+)$", listing, re.MULTILINE)
    starts = {title: int(page) for title, page in contents}
    assert all(title in pages[page - 1] for title, page in starts.items()), name
    ordered = sorted(meetings, key=lambda meeting: str(meeting["start"]))
    spans = [f"{meeting['start'][11:16]}–{meeting['end'][11:16]}" for meeting in ordered]
    programme, schedule = (section(pages, starts, title) for title in ("Your programme", "Your meetings"))
    listed = re.findall(r"(\d\d:\d\d–\d\d:\d\d) (\d+) (.+?) table (\d+) .*?p\. (\d+)", schedule)
    assert [(span, int(number)) for span, number, *_rest in listed] == list(zip(spans, range(1, 100), strict=False)), (
        name
    )
    for number, (meeting, span, line) in enumerate(zip(ordered, spans, listed, strict=True), start=1):
        counterpart, table = " ".join(meeting["counterpart"].split()), meeting["table"]
        assert line[2:4] == (without_form(counterpart), str(table)), (name, meeting)
        assert programme.count(f"{span} {number} · {counterpart} ") == 1, (name, meeting)
        assert f"· {counterpart} table {table} " in programme, (name, meeting)
        card = pages[int(line[4]) - 1].partition(f"{number} {span} ")[2]
        assert re.match(rf".*?{re.escape(meeting['stop'])} .*?table {table} ", card), (name, meeting)
        assert counterpart in card, (name, meeting)
    plain = " ".join(pages)
    assert not [mark for mark in ("<b>", "<br/>", "</font>", "&amp;", "&lt;") if mark in plain], name


def one_line(lines: list[str]) -> str:
    """Lines of a page as running text."""
    return " ".join(" ".join(lines).split())


def section(pages: list[str], starts: dict[str, int], title: str) -> str:
    """The text of a section, whose heading it begins with, up to the page the next one begins on."""
    start = starts[title]
    end = min((page for page in starts.values() if page > start), default=len(pages) + 1)
    found = " ".join(pages[start - 1 : end - 1])
    assert found.startswith(title)
    return found
