"""The commands list and export: filters, sorting, formats."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.domain.agreements import Agreement
from missionplanner.domain.companies import Company
from missionplanner.domain.spelling import fold
from missionplanner.jobs.agreements import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


def test_filters_and_sorting_of_lists(capsys: pytest.CaptureFixture[str], example: Store) -> None:
    path = example.path
    example.close()
    one = document(capsys, "list", path, "companies", "--sector", "AM", "--sector", "CT", "--side", "counterpart")
    assert len(one) == 79
    assert all(row["side"] == "counterpart" for row in one)
    by_city = document(capsys, "list", path, "companies", "--sort", "city", "--stop", "Guadalajara")
    cities = [row["city"] for row in by_city]
    assert cities == sorted(cities, key=fold)
    assert len(set(cities)) > 5
    assert document(capsys, "list", path, "companies", "--status", "declined") == []
    code, _out, error = run(capsys, "list", path, "companies", "--sector", "XX")
    assert code == 3
    assert "AM, AG, CT, CI, IT" in error
    code, out, _error = run(capsys, "list", path, "requests", "--csv", "--search", "no_thanks")
    assert code == 0
    assert out.splitlines()[0] == "delegation,counterpart,asked_by,priority,comment,meets_at,intents"
    assert len(out.splitlines()) == 311


def test_names_like_formulas_are_harmless_in_csv(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store, store.change(message("Rename")) as change:
        change.update(
            replace(store.all(Company)[0], name='=HYPERLINK("http://x.example","Cedar & Sons <b>Studios</b>")')
        )
    assert "'=HYPERLINK" in run(capsys, "list", mission, "companies", "--csv", "--search", "hyperlink")[1]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_export(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"o.{ending}"
    assert document(capsys, "export", mission, "--out", target) == {"path": str(target)}
    assert target.stat().st_size > 100
    once = target.read_bytes()
    run(capsys, "export", mission, "--out", target)
    assert ending == "xlsx" or target.read_bytes() == once


def test_what_is_under_embargo_is_exported_only_where_it_is_chosen(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        agreement = Agreement(title_en="Hush", embargo=datetime(2100, 1, 1, tzinfo=UTC))
        entering.enter(store, None, agreement, ["D1", "C1"], [])
    found = []
    for option in ((), ("--sensitive",)):
        run(capsys, "export", mission, "--out", tmp_path / "o.xlsx", *option)
        with zipfile.ZipFile(tmp_path / "o.xlsx") as book:
            found.append(any(b"Hush" in book.read(name) for name in book.namelist()))
    assert found == [False, True]


def test_export_of_a_calendar_has_the_right_time(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    assert run(capsys, "export", mission, "--out", tmp_path / "d1.ics", "--company", "D1")[0] == 0
    text = (tmp_path / "d1.ics").read_text(encoding="utf-8")
    assert "DTSTART;TZID=America/Mexico_City:20260216T090000" in text
    assert "BEGIN:VTIMEZONE" in text
    assert "SUMMARY:C1" in text
    assert run(capsys, "export", mission, "--out", tmp_path / "x.ics")[0] == 3
    assert run(capsys, "export", mission, "--out", tmp_path / "x.doc")[0] == 3


def test_search_wants_every_word(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    def pairs(search: str) -> list[tuple[str, str]]:
        found = document(capsys, "list", mission, "requests", "--search", search)
        return [(row["delegation"], row["counterpart"]) for row in found]

    assert pairs("d1 c2") == [("D1", "C2")]
    assert pairs("c2") == [("D1", "C2"), ("D2", "C2"), ("D3", "C2")]
    assert pairs("d1 nobody") == []
    companies = document(capsys, "list", mission, "companies", "--search", "d1 given")
    assert [company["name"] for company in companies] == ["D1"]
    assert document(capsys, "list", mission, "companies", "--search", "d1 nobody") == []


def test_list_of_people_names_its_rows(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "list", mission, "requests", "--search", "d1 c2")
    assert (code, out.splitlines()) == (
        0,
        [
            "Delegation  Counterpart  Asked by    Priority  Comment  Where meetings are held  Intents",
            "D1          C2           Delegation  Meet",
            "1 row",
        ],
    )


def test_meetings_are_narrowed_by_stop(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    assert len(document(capsys, "list", mission, "meetings", "--stop", "Mexico City")) == 1


def test_times_are_for_people_on_the_screen_and_for_programs_in_json_and_csv(
    capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    out = run(capsys, "--lang", "fr", "list", mission, "meetings")[1]
    assert "lun. 16 févr., 09:00" in out
    assert "2026-02-16T" not in out
    csv = run(capsys, "--lang", "fr", "list", mission, "meetings", "--csv")[1]
    assert csv.splitlines()[1].split(",")[5:7] == ["2026-02-16T09:00:00-06:00", "2026-02-16T09:20:00-06:00"]
    assert document(capsys, "--lang", "fr", "list", mission, "meetings")[0]["start"] == "2026-02-16T09:00:00-06:00"


def test_days_and_loads_are_listed_for_a_stop(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    days = document(capsys, "list", mission, "weeks", "--stop", "Mexico City")
    assert [(row["company"], row["meetings"], row["idle_slots"]) for row in days] == [("D1", 1, 0), ("C1", 1, 0)]
    found = document(capsys, "list", mission, "loads", "--search", "hall", "--sort", "tables_used")
    assert [row["tables_used"] for row in found] == sorted(row["tables_used"] for row in found)
    assert sum(row["tables_used"] for row in found) == 1
    assert "Mon, Feb 16" in run(capsys, "list", mission, "weeks")[1]
