"""Workbooks come back: what was changed in them becomes changes of their records, cell by cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company, OfferingKind
from missionplanner.domain.exposure import TariffStatus
from missionplanner.domain.journals import FileImport
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.errors import UserError
from missionplanner.jobs.companies import exposures, registrations
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.imports.read_back import ReadBack
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import mission_workbook
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import ask, check_undo, key_of, meet, small_mission
from tests.workbooks import Cells, place, put


def export(store: Store, folder: Path, language: str = "en") -> Path:
    i18n.use(language)
    path = folder / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot(), sensitive=True))
    i18n.use("en")
    return path


def back(store: Store, path: Path, change: Callable[[Cells], None]) -> ReadBack:
    return run_now(read_back.analyse(workbooks.edited(path, change)), store)


def company(store: Store, name: str) -> Company:
    return store.get(Company, key_of(store, name))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_nobody_changed_changes_nothing(store: Store, tmp_path: Path, language: str) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    found = back(store, export(store, tmp_path, language), lambda _sheets: None)
    assert (found.changes, found.added, found.gone, found.unknown) == ((), (), 0, ())
    assert found.count() == {"read": 14, "new": 0, "changed": 0, "same": 14, "duplicates": 0, "rejected": 0}


def test_cells_of_any_kind_become_one_step(store: Store, tmp_path: Path) -> None:
    ask(store, ("D1", "C1", Priority.MEET))

    def change(sheets: Cells) -> None:
        put(sheets["Entreprises"], "D1", "Ville", "Laval")
        put(sheets["Entreprises"], "D1", "Pays", "Canada")
        put(sheets["Entreprises"], "C2", "Offre", "Tomates\nAvocats")
        put(sheets["Personnes"], "D2", "Consentement", "oui")
        put(sheets["Demandes"], "D1", "Priorité", "Must meet")

    found = back(store, export(store, tmp_path, "fr"), change)
    assert [(one.sheet, one.row, one.record, one.column, one.old, one.edit.text) for one in found.changes] == [
        ("Entreprises", 2, "D1", "City", "", "Laval"),
        ("Entreprises", 2, "D1", "Country", "", "Canada"),
        ("Entreprises", 6, "C2", "Offers", "", "Tomates\nAvocats"),
        ("Personnes", 6, "Given D2", "Consent", "", "oui"),
        ("Demandes", 2, "D1 – C1", "Priority", "À rencontrer", "Must meet"),
    ]
    check_undo(store, lambda opened: read_back.accept(opened, found), "Import edited mission.xlsx")
    assert (company(store, "D1").city, company(store, "D1").country) == ("Laval", "Canada")
    assert store.snapshot().offerings_of(key_of(store, "C2"), OfferingKind.OFFERS) == ["Tomates", "Avocats"]
    assert [one.priority for one in store.all(Request)] == [Priority.MUST_MEET]
    assert [one.consent for one in store.all(Person) if one.family_name == "D2"] == [True]
    entry = store.all(FileImport)[-1]
    assert (entry.kind, entry.read, entry.changed, entry.same) == ("workbook", 13, 4, 9)


def test_the_exposure_and_intents_of_a_company_come_back(store: Store, tmp_path: Path) -> None:
    exposures.enter(store, company(store, "D1"), {"tariff": "not", "markets": "Japan = 20 %", "inputs": "Resin"})
    cells = {
        "Exportations par pays": "Japon = 20 %; États-Unis = 60 %",
        "Statut tarifaire": "Conforme",
        "Intrants qu’elle achète": "Resin; Acier | Chine | 70 %",
        "Intentions": "Vendre",
    }

    def change(sheets: Cells) -> None:
        for column, text in cells.items():
            put(sheets["Entreprises"], "D1", column, text)

    found = back(store, export(store, tmp_path, "fr"), change)
    assert [one.old for one in found.changes] == ["", "Japon = 20 %", "Non conforme", "Resin"]
    check_undo(store, lambda opened: read_back.accept(opened, found), "Import edited mission.xlsx")
    after = registrations.records(store, [key_of(store, "D1")])[key_of(store, "D1")]
    assert (after.company.intents, after.company.tariff) == ("Vendre", TariffStatus.COMPLIANT)
    assert [(one.country, one.share) for one in after.markets] == [("Japan", "20 %"), ("United States", "60 %")]
    assert [(one.what, one.country, one.share) for one in after.inputs] == [
        ("Resin", "", ""),
        ("Acier", "China", "70 %"),
    ]


def test_what_was_changed_here_since_stays_unless_it_is_chosen(store: Store, tmp_path: Path) -> None:
    path = export(store, tmp_path)
    with store.change(message("Edit")) as change:
        change.update(replace(company(store, "D1"), city="Lyon", notes="ours"))
    found = back(store, path, lambda sheets: put(sheets["Companies"], "D1", "City", "Laval"))
    assert [(one.old, one.edit.text, one.is_clash) for one in found.changes] == [("Lyon", "Laval", True)]
    read_back.accept(store, found)
    assert (company(store, "D1").city, company(store, "D1").notes) == ("Lyon", "ours")
    read_back.accept(store, found, over=True)
    assert (company(store, "D1").city, company(store, "D1").notes) == ("Laval", "ours")


def test_what_was_changed_the_same_way_is_no_change(store: Store, tmp_path: Path) -> None:
    path = export(store, tmp_path)
    with store.change(message("Edit")) as change:
        change.update(replace(company(store, "D1"), city="Laval"))
    found = back(store, path, lambda sheets: put(sheets["Companies"], "D1", "City", "Laval"))
    assert found.changes == ()


def test_what_a_cell_cannot_hold_is_refused_with_the_reason(store: Store, tmp_path: Path) -> None:
    meet(store, "D1", "C1", 0, 0)

    def change(sheets: Cells) -> None:
        put(sheets["Companies"], "D1", "Website", "no address")
        put(sheets["Companies"], "D1", "Meetings", 7)
        put(sheets["Companies"], "D1", "City", "Laval")
        put(sheets["Meetings"], "D1", "Table", 2)

    found = back(store, export(store, tmp_path), change)
    assert [(one.column, one.refusal) for one in found.changes if one.refusal] == [
        ("Website", "This is no web address."),
        ("Meetings", "This column is worked out and cannot be typed into."),
        ("Table", "Meetings are moved in the timetable."),
    ]
    read_back.accept(store, found)
    assert (company(store, "D1").city, company(store, "D1").website) == ("Laval", "")


def test_rows_that_were_added_become_records(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        rows = sheets["Companies"]
        new = [""] * len(rows[0])
        for heading, value in (("Company name", "Nord Foods"), ("Side", "Délégation"), ("City", "Laval")):
            new[place(rows, heading)] = value
        copied = list(rows[1])
        copied[place(rows, "Company name")] = "Copied"
        twice = list(new)
        rows += [new, copied, [*rows[2]], ["", "Nobody’s"], twice[:3]]
        people = sheets["People"]
        person = [""] * len(people[0])
        for heading, value in (("Given name", "Ana"), ("Organisations", "D1"), ("Phone", "514 555 0199")):
            person[place(people, heading)] = value
        people.append(person)

    found = back(store, export(store, tmp_path), change)
    assert [(row.row, row.name, row.refusal) for row in found.added] == [
        (8, "Nord Foods", ""),
        (9, "Copied", ""),
        (10, "D2", "“D2” is in the mission already."),
        (11, "Nobody’s", "Companies need a side."),
        (12, "Nord Foods", "“Nord Foods” is in the mission already."),
        (8, "Ana", ""),
    ]
    check_undo(store, lambda opened: read_back.accept(opened, found), "Import edited mission.xlsx")
    assert company(store, "Nord Foods").city == "Laval"
    assert sorted(one.name for one in store.all(Company)) == [
        "C1", "C2", "C3", "Copied", "D1", "D2", "D3", "Nord Foods",
    ]  # fmt: skip
    ana = next(one for one in store.all(Person) if one.given_name == "Ana")
    assert (ana.company_id, ana.phone) == (key_of(store, "D1"), "+15145550199")


def test_own_fields_come_back_too(store: Store, tmp_path: Path) -> None:
    for subject, code in ((Subject.COMPANY, "since"), (Subject.PERSON, "arrives"), (Subject.REQUEST, "agreed")):
        kind = FieldKind.YES_NO if subject is Subject.REQUEST else FieldKind.DATE
        definitions.enter(store, None, {"subject": subject, "name_en": code.capitalize(), "kind": kind})
    ask(store, ("D1", "C1", Priority.MEET))

    def change(sheets: Cells) -> None:
        put(sheets["Companies"], "D1", "Since", "2020-05-01")
        put(sheets["Companies"], "D2", "Since", "long ago")
        put(sheets["People"], "D1", "Arrives", datetime(2026, 2, 15))
        put(sheets["Requests"], "D1", "Agreed", "sí")

    found = back(store, export(store, tmp_path), change)
    assert [(one.column, bool(one.refusal)) for one in found.changes] == [
        ("Since", False), ("Since", True), ("Arrives", False), ("Agreed", False),
    ]  # fmt: skip
    check_undo(store, lambda opened: read_back.accept(opened, found), "Import edited mission.xlsx")
    snapshot = store.snapshot()
    values = (snapshot.own_of_company, snapshot.own_of_person, snapshot.own_of_request)
    assert [dict(one) for found in values for one in found.values() if any(one.values())] == [
        {"company.since": "2020-05-01"}, {"person.arrives": "2026-02-15"}, {"request.agreed": "yes"},
    ]  # fmt: skip


def test_rows_of_records_that_are_gone_are_counted(store: Store, tmp_path: Path) -> None:
    path = export(store, tmp_path)
    with store.change(message("Delete")) as change:
        change.delete(Company, [key_of(store, "D3")])
    found = back(store, path, lambda sheets: put(sheets["Companies"], "D3", "City", "Laval"))
    assert (found.gone, found.changes, found.count()["rejected"]) == (2, (), 2)


def test_a_workbook_of_another_mission_is_refused(store: Store, tmp_path: Path) -> None:
    with small_mission(tmp_path / "other.mission") as other:
        path = export(other, tmp_path)
    with pytest.raises(UserError, match=r"mission\.xlsx was exported from another mission"):
        run_now(read_back.analyse(path), store)


def test_it_is_said_in_words(store: Store, tmp_path: Path) -> None:
    found = back(store, export(store, tmp_path), lambda sheets: put(sheets["Companies"], "D1", "City", "Laval"))
    assert read_back.in_words(found, over=False) == "1 cell changed"
