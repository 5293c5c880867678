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
        list(
            pool.map(
                lambda company: examine(files[company["name"]], company["name"], meetings[company["name"]]), companies
            )
        )


def owner_of(path: Path) -> str:
    """The name a sound pack is for, from its metadata: qpdf, which pikepdf holds, accepts the file."""
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == [], path.name
        return str(pdf.docinfo["/Title"]).partition(" – ")[2]


def examine(path: Path, name: str, meetings: list[Any]) -> None:
    """Read in order it holds cover, contents, programme, schedule and profiles, each once."""
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    cover, contents, *rest = (page.splitlines() for page in raw.split("\f"))
    assert one_line(cover).startswith("Canada Trade Mission to Mexico 2026 February 15–20, 2026"), name
    assert f"Briefing pack for {' '.join(name.split())}" in one_line(cover)
    starts = dict(line.rsplit(" ", 1) for line in contents[3:] if line)
    assert (contents[2], next(iter(starts))) == ("Contents", "Welcome"), contents
    pages = [one_line(page[2:]) for page in rest]
    ordered = sorted(meetings, key=lambda meeting: str(meeting["start"]))
    spans = [f"{meeting['start'][11:16]}–{meeting['end'][11:16]}" for meeting in ordered]
    programme, schedule = (section(pages, starts, title) for title in ("Your programme", "Your meetings"))
    assert TIMES.findall(schedule) == spans, name
    for meeting, span in zip(ordered, spans, strict=True):
        counterpart, table = " ".join(meeting["counterpart"].split()), meeting["table"]
        assert (
            len(
                re.findall(
                    rf"{span} {re.escape(counterpart)} {re.escape(meeting['venue'])}, table {table}\b", programme
                )
            )
            == 1
        ), (name, meeting)
        assert f"{span} {counterpart}" in schedule
    if ordered:
        first = int(starts["The companies you will meet"]) - 3
        heads = [page.partition(" Sectors ")[0] for page in pages[first : first + len(ordered)]]
        for meeting, span, head in zip(ordered, spans, heads, strict=True):
            place = f"{meeting['stop']} · {meeting['venue']} · table {meeting['table']}"
            assert head.endswith(f", {span} {' '.join(meeting['counterpart'].split())} {place}"), (name, head)
        assert starts["The delegation by sector"] == str(first + 3 + len(ordered)), name
    plain = " ".join((one_line(cover), *pages))
    assert not [mark for mark in ("<b>", "<br/>", "</font>", "&amp;", "&lt;") if mark in plain], name


TIMES = re.compile(r"\d\d:\d\d–\d\d:\d\d")


def one_line(lines: list[str]) -> str:
    """Lines of a page as running text."""
    return " ".join(" ".join(lines).split())


def section(pages: list[str], starts: dict[str, str], title: str) -> str:
    """The text of a section, whose heading it begins with; pages: from the third on."""
    titles = list(starts)
    following = starts[titles[titles.index(title) + 1]]
    found = " ".join(pages[int(starts[title]) - 3 : int(following) - 3])
    assert found.startswith(title)
    return found
