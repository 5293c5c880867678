"""The commands calendars and contacts."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.cli.running import document, run


def test_calendars_of_what_is_asked_for_are_written_and_update_those_before(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        key = meet(store, "D1", "C1", 0, 0)
    code, out, _error = run(capsys, "calendars", mission, "--out", tmp_path / "a", "--search", "D1")
    assert (code, out.splitlines()[0]) == (0, "2 calendars were written.")
    with Store.open(mission) as store, store.change(message("Move")) as change:
        change.update(replace(store.get(Meeting, key), table_id=2))
    options = ("--of", "mission", "--of", "company", "--search", "D1", "--reminder", "15")
    assert document(capsys, "calendars", mission, "--out", tmp_path / "b", *options) == {
        "calendars": ["D1.ics", "Test mission.ics"], "changed": 2, "cancelled": 0,
    }  # fmt: skip
    assert b"BEGIN:VALARM" in (tmp_path / "b" / "D1.ics").read_bytes()
    with Store.open(mission, read_only=True) as store:
        assert [entry.sequence for entry in store.all(CalendarEntry)] == [0, 0, 1, 1]


def test_who_does_not_take_part_and_was_told_nothing_has_no_calendar(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        names = [one.name for one in store.all(Company) if not store.snapshot().takes_part(one.id)]
        with store.change(message("Another")) as change:
            change.insert(replace(store.all(Company)[0], id=0, uid="", name="Waiting"))
    made = document(capsys, "calendars", mission, "--out", tmp_path, "--of", "company")["calendars"]
    assert not {f"{name}.ics" for name in [*names, "Waiting"]} & set(made)


def test_contacts_of_who_agreed_are_written(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    with Store.open(mission) as store, store.change(message("Consent")) as change:
        person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
        change.update(replace(person, consent=True))
    found = document(capsys, "contacts", mission, "--out", tmp_path / "a", "--search", "D1", "--version", "3")
    assert found == {"contacts": ["Test mission.vcf", "D1.vcf"], "people": 1, "kept_back": 0}
    assert b"VERSION:3.0" in (tmp_path / "a" / "D1.vcf").read_bytes()
    code, out, _error = run(capsys, "contacts", mission, "--out", tmp_path / "b", "--side", "delegation")
    assert (code, out.startswith("Contacts of 1 person were written.")) == (0, True)
