"""Characters that no font has are told, with whose they are."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.people import Person
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing, unprintable
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, moment, small_mission
from tests.unit.pack.making import draft

HEBREW = "הםולש"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """D1 has a Hebrew name beside its Latin one."""
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("x")) as change:
            company = found.get(Company, key_of(found, "D1"))
            change.update(replace(company, name=f"D1 {HEBREW}"))
        yield found


def test_a_field_says_which_letters_and_what_to_do() -> None:
    assert unprintable.problem("Acme") == ""
    assert unprintable.problem("→ ᐃᓄᐃᑦ 北京") == ""
    assert unprintable.problem("Acme שש") == "Packs have no letters for ש: type it as on the business card."


def test_the_company_is_named_with_its_letters(store: Store) -> None:
    letters = "".join(sorted(set(HEBREW)))
    assert [issue.text for issue in unprintable.issues(store.snapshot())] == [
        f"D1 {HEBREW}: packs have no letters for {letters}. Type the name as on the business card."
    ]


def test_people_events_and_texts_count_too(store: Store) -> None:
    with store.change(message("x")) as change:
        person = store.where(Person, "family_name", ["D2"])[0]
        change.update(replace(person, family_name="สวัสดี"))
        change.insert(Event(stop_id=1, name_en="नमस्ते", starts=moment(18), ends=moment(20)))
    found = [issue.subjects[0][0] for issue in unprintable.issues(store.snapshot())]
    assert found == ["companies", "companies", "events"]


def test_every_pack_that_names_it_says_so(store: Store, tmp_path: Path) -> None:
    result = run_now(printing.make(printing.PackOptions(tmp_path)), store)
    assert {file.missing for file in result.files} == {"".join(sorted(set(HEBREW)))}
    assert [sentence.split(":")[0] for sentence in result.unprintable] == [f"D1 {HEBREW}"]


def test_letters_of_a_text_that_is_not_stored_are_told_without_a_name(store: Store) -> None:
    assert unprintable.sentences(store.snapshot(), "ฟ") == (unprintable.problem("ฟ"),)
    assert unprintable.sentences(store.snapshot(), "") == ()


def test_a_pack_without_such_letters_lacks_none(tmp_path: Path) -> None:
    with small_mission(tmp_path / "plain.mission") as plain:
        assert unprintable.of_draft(draft(plain, "D1")) == ""
        assert drafts.read(plain).snapshot.companies
