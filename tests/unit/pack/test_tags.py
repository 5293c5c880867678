"""Tagged PDF: three checkers, and what is said in which order."""

import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import MissionText
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import HOSTILE, key_of, meet, small_mission
from tests.unit.pack.checking import errors, structure
from tests.unit.pack.making import printed


def write(store: Store, path: Path, name: str = "D1", language: str = "en") -> Path:
    path.write_bytes(printed(store, name, language))
    return path


def test_the_checkers_do_find_errors(structured: Store, tmp_path: Path) -> None:
    path = write(structured, tmp_path / "p.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        del file.Root["/StructTreeRoot"]
        del file.Root["/Metadata"]
        file.save(path)
    found = errors(path)
    assert any(one.startswith("page") for one in found)
    assert any(one.startswith("outloud") for one in found)


def test_packs_of_the_example_have_no_error(example: Store, tmp_path: Path) -> None:
    """The longest in three languages, and the shortest; planned once, as checking takes most of the time."""
    planning.accept(example, run_now(planning.plan(1), example))
    snapshot = example.snapshot()
    companies = sorted(snapshot.participants(Side.DELEGATION), key=lambda c: len(snapshot.meetings_of.get(c.id, [])))
    for company, language in ((companies[0], "en"), *((companies[-1], language) for language in ("en", "fr", "es"))):
        path = tmp_path / "p.pdf"
        path.write_bytes(printed(example, company.id, language))
        assert errors(path) == [], language


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_leaves_the_pack_without_an_error(structured: Store, tmp_path: Path, text: str) -> None:
    own, other = (structured.get(Company, key_of(structured, name)) for name in ("D1", "C1"))
    with structured.change(message("x")) as change:
        change.update(replace(other, name=text, description=text * 2, website=text))
        change.update(replace(own, name=text))
        change.update(replace(structured.mission, name=text[:300], organiser=text))
        change.insert(MissionText(kind="protocol", language="en", title=text[:500], body=f"{text}\n- {text[:200]}"))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(structured, own.id))
    assert errors(path) == []


def test_the_structure_says_what_is_what(structured: Store, tmp_path: Path) -> None:
    found = structure(write(structured, tmp_path / "p.pdf"))
    tags = re.findall(r"^ *(\w+)", re.sub(r'^ *".*"$', "", found, flags=re.M), flags=re.M)
    assert tags[0] == "Document"
    assert tags.count("L") >= 2
    assert (
        found.index("First paragraph.") < found.index("A heading") < found.index("one") < found.index("Last paragraph.")
    )
    schedule = found[found.index("H1 (block)\n", found.index("My week")) :]
    schedule = schedule[schedule.index("Your meetings") :]
    row = schedule[schedule.index("Table") :]
    assert row.index("TH") < row.index("TD")
    assert re.search(r"^ *Figure", found, flags=re.M)
    with pikepdf.open(tmp_path / "p.pdf") as file:
        assert str(file.Root.Lang) == "en-CA"
        figures = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        told = [str(one.Alt) for one in figures]
        assert any("1994: under 5; 2024: over 56" in words for words in told)
        assert {"Canada", "Mexico", "QR code: Mon, Feb 16, 09:00, C1"} <= set(told)
        assert all(told)
        assert all("/StructParents" in one.obj and one.obj.Tabs == "/S" for one in file.pages)


def test_every_word_is_in_the_structure_once(structured: Store, tmp_path: Path) -> None:
    """Words of the structure against words of the pages without their heads; a split paragraph is one element."""
    with structured.change(message("Long")) as change:
        body = "\n\n".join(" ".join(f"word{n}x{k}" for k in range(260)) for n in range(4))
        change.insert(MissionText(kind="protocol", language="en", title="Manners", body=body))
    found = structure(write(structured, tmp_path / "p.pdf"))
    for n in range(4):
        for k in (0, 130, 259):
            assert len(re.findall(rf"word{n}x{k}\b", found)) == 1
    paragraphs = re.findall(r"P \(block\)\n((?: *\".*\"\n)+)", found)
    whole = [one for one in paragraphs if "word0x0" in one]
    assert "word0x259" in whole[0]


def test_a_list_over_several_pages_is_one_table(structured: Store, tmp_path: Path) -> None:
    with small_mission(tmp_path / "many.mission", delegation=1, counterparts=25, slots=26, tables=1) as many:
        for number in range(25):
            meet(many, "D1", f"C{number + 1}", slot=number, table=0)
        path = write(many, tmp_path / "many.pdf")
    found = structure(path)
    start = found.index("25 meetings")
    schedule = found[start : found.index("H1", start)]
    assert len(re.findall(r"^ *Table", schedule, flags=re.M)) == 1
    assert len(re.findall(r"^ *TR", schedule, flags=re.M)) == 25
    assert errors(path) == []
