"""What stands in one company’s pack alone, in any language."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import (
    calendars,
    printing,
)
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.making import draft, flowing_text, parts


def test_meetings_are_in_the_order_of_time_with_place_and_table(store: Store) -> None:
    _shared, own = parts(store)
    assert [(m.time, m.profile.name, m.venue, m.table) for m in own.meetings] == [
        ("09:00–09:20", "C1", "Hall", "table 2"),
        ("09:50–10:10", "C2", "Hall", "table 1"),
    ]
    assert [item.title for day in own.programme for item in day.items] == ["C1", "C2"]


def test_language_of_a_pack_is_its_own(store: Store) -> None:
    _shared, own = parts(store, language="fr")
    assert own.programme[0].title == "lundi 16 février 2026"
    _shared, own = parts(store, language="es")
    assert own.programme[0].title == "lunes, 16 de febrero de 2026"
    assert own.meetings[0].table == "mesa 2"


def test_a_delegate_gets_the_meetings_they_attend(eventful: Store, tmp_path: Path) -> None:
    one = next(m for m in eventful.all(Meeting) if m.delegation_id == key_of(eventful, "D1"))
    with eventful.change(message("Second")) as change:
        zoe = change.insert(Person(company_id=key_of(eventful, "D1"), given_name="Zoé", family_name="Ño"))
        change.insert(MeetingDelegate(meeting_id=one.id, delegate_id=zoe))
    options = printing.PackOptions(tmp_path, companies=frozenset({key_of(eventful, "D1")}), per_delegate=True)
    result = run_now(printing.make(options), eventful)
    assert [file.path.name for file in result.files] == ["D1 - Given D1 - en.pdf", "D1 - Zoé Ño - en.pdf"]
    first, second = (flowing_text(file.path.read_bytes(), tmp_path) for file in result.files)
    assert ("09:00–09:20" in first, "09:50–10:10" in first) == (False, True)
    assert ("09:00–09:20" in second, "09:50–10:10" in second) == (True, True)
    assert {p.delegate_id for p in eventful.all(PackPrint)} == {file.delegate_id for file in result.files}
    company = eventful.get(Company, key_of(eventful, "D1"))
    person = eventful.get(Person, zoe)
    assert calendars.content(eventful.snapshot(), company, person).count(b"BEGIN:VEVENT") == 3


def test_a_description_is_printed_in_the_language_of_the_pack_where_it_exists(eventful: Store) -> None:
    company = eventful.get(Company, key_of(eventful, "C1"))
    with eventful.change(message("Words")) as change:
        change.update(replace(company, language="es", description="En español", description_fr="En français"))
    assert draft(eventful, "D1", "fr").own.meetings[0].profile.description == "En français"
    found = draft(eventful, "D1", "en").own.meetings[0].profile
    assert (found.description, found.language) == ("En español", "es-MX")
