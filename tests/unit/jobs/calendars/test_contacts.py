"""Contacts of who agreed to share, of each company and of all in one file."""

from dataclasses import replace
from pathlib import Path

import pytest
import vobject

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.calendars.contacts import ContactOptions, ContactsMade, make, shares, words
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def agree(store: Store, **answers: tuple[bool | None, bool | None]) -> None:
    """Enter what companies and their people said, by the name of the company."""
    with store.change(message("Consent")) as change:
        for name, (company, person) in answers.items():
            key = key_of(store, name)
            change.update(replace(store.get(Company, key), consent=company, city="Laval", country="Canada"))
            for one in store.where(Person, "company_id", [key]):
                change.update(replace(one, consent=person, email="a@b.ca"))


def written(store: Store, folder: Path, *names: str, version: str = "4") -> ContactsMade:
    wanted = frozenset(key_of(store, name) for name in names)
    return run_now(make(folder, ContactOptions(wanted, version, "fr")), store)


def everybody(path: Path) -> list[str]:
    return [card.fn.value for card in vobject.readComponents(path.read_text(encoding="utf-8"))]


def test_a_file_holds_who_agreed_and_one_holds_all(store: Store, tmp_path: Path) -> None:
    agree(store, D1=(True, None), D2=(None, True), C1=(True, False), C2=(False, None))
    made = written(store, tmp_path / "out", "D1", "D2", "C1", "C2")
    assert [path.name for path in made.paths] == ["Test mission.vcf", "D1.vcf", "D2.vcf", "C1.vcf"]
    assert [everybody(path) for path in made.paths] == [
        ["D1", "Given D1", "Given D2", "C1"], ["D1", "Given D1"], ["Given D2"], ["C1"],
    ]  # fmt: skip
    assert (made.people, made.kept_back) == (2, 2)
    assert words(made) == ("Contacts of 2 people were written. 2 people did not agree to share, or were not asked.")


def test_people_without_a_company_are_there_where_all_companies_are(store: Store, tmp_path: Path) -> None:
    with store.change(message("Minister")) as change:
        change.insert(Person(given_name="Ada", family_name="Roy", consent=True))
    names = [one.name for one in store.all(Company)]
    assert everybody(written(store, tmp_path / "all", *names).paths[0]) == ["Ada Roy"]
    assert everybody(written(store, tmp_path / "one", names[0]).paths[0]) == []
    assert words(ContactsMade((), 1, 0)) == "Contacts of 1 person were written."


def test_a_card_has_what_an_address_book_shows(store: Store, tmp_path: Path) -> None:
    agree(store, D1=(True, True))
    (company, person) = vobject.readComponents(written(store, tmp_path, "D1").paths[1].read_text(encoding="utf-8"))
    assert (company.org.value, company.adr.value.city, company.kind.value) == (["D1"], "Laval", "org")
    assert (person.n.value.family, person.n.value.given, person.email.value) == ("D1", "Given", "a@b.ca")


def test_who_was_not_asked_is_taken_by_what_their_organisation_said(store: Store) -> None:
    snapshot = store.snapshot()
    person = snapshot.people[0]
    assert [shares(snapshot, replace(person, consent=answer)) for answer in (True, False, None)] == [True, False, False]
    agree(store, **{snapshot.company[person.company_id or 0].name: (True, None)})
    assert shares(store.snapshot(), replace(person, consent=None))
    assert not shares(snapshot, replace(person, consent=None, company_id=None))


def test_a_folder_that_cannot_be_made_is_reported(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(UserError):
        written(store, tmp_path / "out", "D1")
