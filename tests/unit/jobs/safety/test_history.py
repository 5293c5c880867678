"""The readable history: found by company and person, value by value, put back, written out."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Attachment, Company, Distinction, Side
from missionplanner.domain.mission import Travel
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.jobs import wording
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.safety import history
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, restoring
from tests.builders import key_of, meet


def edit(store: Store, name: str, **values: object) -> None:
    with store.change(message("Edit {name}", name=name)) as change:
        change.update(replace(store.get(Company, key_of(store, name)), **values))


def labels(store: Store, text: str = "") -> list[str]:
    return [step.label for step in history.steps(store, text)]


def test_steps_are_found_by_company_person_label_and_user(store: Store) -> None:
    edit(store, "D1", city="Lévis")
    edit(store, "D2", city="Laval")
    person = store.where(Person, "company_id", [key_of(store, "C1")])[0]
    with store.change(message("Title")) as change:
        change.update(replace(person, title="Dr."))
    assert labels(store)[:3] == ["Title", "Edit D2", "Edit D1"]
    assert labels(store, " d2 ")[0] == "Edit D2"
    assert "Edit D1" not in labels(store, "d2")
    assert labels(store, "given c1")[0] == "Title"
    assert labels(store, "TITLE") == ["Title"]
    assert labels(store, store.steps.history()[0].user.upper()) == labels(store)
    assert labels(store, "nobody at all") == []
    assert len(history.steps(store, limit=1)) == 1


def test_steps_about_venues_are_not_found_by_companies_with_equal_keys(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Hall")) as change:
        change.insert(Travel(venue_id=1, other_id=key, minutes=10))
    assert "Hall" not in labels(store, "d1")
    with store.change(message("Apart")) as change:
        change.insert(Distinction(company_id=key_of(store, "D2"), other_id=key))
    assert labels(store, "d1")[0] == "Apart"


def test_every_value_a_step_changed_is_shown_before_and_after(store: Store) -> None:
    edit(store, "D1", city="Lévis", consent=True)
    found = history.values(store, store.steps.history()[0].id)
    assert [(v.record, v.about, v.field, v.before, v.after) for v in found] == [
        ("Company", "D1", "City", "", "Lévis"),
        ("Company", "D1", "Consent", "", "yes"),
    ]
    i18n.use("fr")
    assert [(v.record, v.field, v.after) for v in history.values(store, store.steps.history()[0].id)] == [
        ("Entreprise", "Ville", "Lévis"),
        ("Entreprise", "Consentement", "oui"),
    ]


def test_a_record_that_came_or_went_is_one_line(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    (came,) = history.values(store, store.steps.history()[0].id)
    assert (came.about, came.column, came.field, came.before) == ("D1 – C1", "", "new", "")
    assert came.after == "Slot: Mon, Feb 16, 09:00–09:20; Table: Hall, table 1; Status: Planned"
    with store.change(message("Delete")) as change:
        change.delete(Meeting, [key])
    (went,) = history.values(store, store.steps.history()[0].id)
    assert (went.field, went.before, went.after) == ("deleted", came.after, "")


def test_a_whole_record_is_shown_in_short(store: Store) -> None:
    with store.change(message("Long")) as change:
        change.insert(Company(side=Side.DELEGATION, name="N", description="d" * 300, objectives="o" * 300))
    came, registered = history.values(store, store.steps.history()[0].id)
    assert (registered.record, registered.about) == ("Application", "N")
    assert len(came.after) == wording.LONGEST
    assert came.after.startswith("Side: Delegation; Company name: N; ")


def test_columns_may_be_left_out(store: Store) -> None:
    edit(store, "D1", city="Lévis", region="Quebec")
    found = history.values(store, store.steps.history()[0].id, without=("city",))
    assert [value.column for value in found] == ["region"]


def test_values_are_those_about_a_text_or_all_of_a_step(store: Store) -> None:
    with store.change(message("Both")) as change:
        for name, city in (("D1", "Lévis"), ("D2", "Laval")):
            change.update(replace(store.get(Company, key_of(store, name)), city=city))
    found = history.values(store, store.steps.history()[0].id)
    assert [v.about for v in history.wanted(found, " D2")] == ["D2"]
    assert [v.about for v in history.wanted(found, "lévis")] == ["D1"]
    assert history.wanted(found, "both") == found


@pytest.mark.parametrize(("whole", "city", "region"), [(False, "", "Quebec"), (True, "", "")])
def test_a_value_or_its_record_is_put_back(store: Store, whole: bool, city: str, region: str) -> None:
    edit(store, "D1", city="Lévis", region="Quebec")
    value = next(v for v in history.values(store, store.steps.history()[0].id) if v.column == "city")
    history.put_back(store, value, whole)
    after = store.get(Company, key_of(store, "D1"))
    assert (after.city, after.region) == (city, region)


def test_a_deleted_record_is_put_back(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    held = store.get(Meeting, key)
    with store.change(message("Delete")) as change:
        change.delete(Meeting, [key])
    (value,) = history.values(store, store.steps.history()[0].id)
    history.put_back(store, value, False)
    assert store.get(Meeting, key) == held


def test_the_history_is_written_as_csv(store: Store, tmp_path: Path) -> None:
    with store.change(message("Both")) as change:
        for name, city in (("D1", "Lévis"), ("D2", "Laval")):
            change.update(replace(store.get(Company, key_of(store, name)), city=city))
    with store.change(message("Nothing")):
        pass
    (step,) = [one for one in store.steps.history() if one.label == "Both"]
    history.save_csv(store, [step], tmp_path / "h.csv", "D2")
    with (tmp_path / "h.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["When", "Who", "What", "Record", "About", "Field", "Before", "After"],
        [step.at.astimezone().isoformat(timespec="seconds"), step.user, "Both", "Company", "D2", "City", "", "Laval"],
    ]


def test_the_history_of_a_french_file_is_found_and_written_in_english(store: Store, tmp_path: Path) -> None:
    i18n.use("fr")
    registrations.remove(store, [key_of(store, "D1"), key_of(store, "D2")])
    store.undo()
    label = "Supprimer 2 entreprises"
    assert labels(store, "SUPPRIMER") == [f"Annuler\u00a0: {label}", label]
    i18n.use("en")
    assert labels(store, "supprimer") == []
    assert labels(store, "delete 2 c") == ["Undo: Delete 2 companies", "Delete 2 companies"]
    history.save_csv(store, history.steps(store)[:1], tmp_path / "h.csv")
    assert "Undo: Delete 2 companies,Company,D1" in (tmp_path / "h.csv").read_text(encoding="utf-8-sig")


def test_the_history_as_csv_is_without_what_is_sensitive(store: Store, tmp_path: Path) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Passport")) as change:
        change.update(replace(person, email="zoe@example.com", passport="XK1234567"))
    with store.change(message("Delete")) as change:
        change.delete(Person, [person.id])
    history.save_csv(store, history.steps(store), tmp_path / "h.csv")
    text = (tmp_path / "h.csv").read_text(encoding="utf-8-sig")
    assert "zoe@example.com" in text
    assert "XK1234567" not in text
    shown = [value.before for step in history.steps(store) for value in history.values(store, step.id)]
    assert any("XK1234567" in value for value in shown)


def test_a_step_may_add_one_record_and_edit_another(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Both")) as change:
        change.insert(Attachment(company_id=key_of(store, "D1"), name="f.pdf"))
        change.update(replace(store.get(Company, key_of(store, "D2")), city="Laval"))
        change.update(replace(person, title="Dr."))
    found = history.values(store, store.steps.history()[0].id)
    assert {(value.record, value.about, value.field) for value in found} == {
        ("Attachment", "D1 – f.pdf", "new"),
        ("Company", "D2", "City"),
        ("Person", "Given D1", "Courtesy title"),
    }


def test_a_step_without_values_says_where_they_are(store: Store) -> None:
    step = replace(store.steps.history()[0], user="luc", changes={"companies": 1})
    assert history.elsewhere(step) == "This change came with a merge; its values are in the file of luc."
    assert history.elsewhere(replace(step, changes={})) == ""


def test_a_company_comes_back_without_people_who_were_erased(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    other = replace(person, id=0, uid="", given_name="Ana", family_name="Roy", email="ana@roy.example")
    with store.change(message("Add")) as change:
        change.insert(other)
    registrations.remove(store, [key_of(store, "D1")])
    step = store.steps.history(1)[0].id
    erasing.erase(store, [person.id])
    (company,) = [one for one in history.values(store, step) if one.change.table == "companies"]
    assert history.put_back(store, company, whole=True) == "1 person was left out, who was erased."
    key = key_of(store, "D1")
    assert [one.full_name for one in store.where(Person, "company_id", [key])] == ["Ana Roy"]


def test_a_person_who_was_erased_is_not_put_back(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Edit")) as change:
        change.update(replace(person, position="CEO"))
    step = store.steps.history(1)[0].id
    erasing.erase(store, [person.id])
    (value,) = restoring.changes(store, step)
    with pytest.raises(UserError, match="erased for good") as caught:
        restoring.restore(store, value)
    assert caught.value.hint
    with store.change(message("Again")) as change:
        known = replace(person, id=0, uid="", email="same@d1.example", given_name="Zo", family_name="Same")
        first, second = (
            change.insert(known),
            change.insert(replace(known, company_id=key_of(store, "D2"), given_name="Zoë")),
        )
    erasing.erase(store, [first])
    assert store.get(Person, second).family_name == ""
