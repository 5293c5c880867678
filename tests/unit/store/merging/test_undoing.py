"""Undo in a file into which others' work was merged: rule 9 of merging."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.jobs.companies import duplicates
from missionplanner.messages import message
from missionplanner.store.merging.clashes import Clash
from missionplanner.store.merging.undoing import Left
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining, settling
from tests.builders import ask, damage_of, key_of, meet, undone_and_redone, whole
from tests.unit.store.apart import bring, company, delete, edit

TWIN = "f" * 32
"""The uid of a row that is hidden where there is the same one with another."""


@pytest.fixture(autouse=True)
def _joined(store: Store, copy: Store) -> None:
    """Have work of the copy in the mission, as before the first merge undo is that of the history."""
    edit(copy, "C3", city="Puebla")
    bring(store, copy)


def add(store: Store) -> int:
    """Enter a company with its application."""
    with store.change(message("Add")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name="Nova"))
        change.insert(Application(company_id=key))
    return key


def left(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """Return what the last undo or redo left alone, without keys."""
    return [(one.table, one.columns) for one in store.steps.left]


def request(store: Store) -> Request:
    """Return the only request."""
    (found,) = store.all(Request)
    return found


# -- fields


def test_a_field_others_wrote_since_stays_and_is_named_and_the_rest_goes_back(store: Store, copy: Store) -> None:
    edit(store, "D1", city="Lévis", phone="1")
    bring(copy, store)
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    assert store.undo() == "Edit"
    assert (company(store, "D1").city, company(store, "D1").phone) == ("Laval", "")
    assert store.steps.left == [Left("companies", key_of(store, "D1"), ("city",))]
    store.redo()
    assert (company(store, "D1").city, company(store, "D1").phone) == ("Laval", "1")
    assert store.steps.left == [Left("companies", key_of(store, "D1"), ("city",))]


def test_fields_that_mean_something_together_are_named_together(store: Store, copy: Store) -> None:
    meet(store, "D1", "C1", slot=0, table=0)
    bring(copy, store)
    for one, slot in ((store, 1), (copy, 2)):
        with one.change(message("Move")) as change:
            change.update(replace(one.all(Meeting)[0], slot_id=one.all(Slot)[slot].id))
        bring(copy, store)
    bring(store, copy)
    store.undo()
    assert store.all(Meeting)[0].slot_id == store.all(Slot)[2].id
    assert left(store) == [("meetings", ("slot_id", "table_id"))]


def test_undo_of_a_plan_does_not_sign_the_places_others_chose_since(store: Store, copy: Store) -> None:
    meet(store, "D1", "C1", slot=0, table=0)
    bring(copy, store)
    with store.change(message("Plan")) as change:
        change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[1].id))
        change.plan([1], "[]")
    bring(copy, store)
    with copy.change(message("Move")) as change:
        change.update(replace(copy.all(Meeting)[0], slot_id=copy.all(Slot)[2].id))
    bring(store, copy)
    uid = store.all(Meeting)[0].uid
    before = joining.read(store).rows[uid].registers
    store.undo()
    assert joining.read(store).rows[uid].registers == before
    assert (store.all(Meeting)[0].slot_id, left(store)) == (
        store.all(Slot)[2].id, [("meetings", ("slot_id", "table_id"))]
    )  # fmt: skip


def test_a_field_others_wrote_before_goes_back_to_what_they_wrote(store: Store) -> None:
    edit(store, "C3", city="Toluca")
    store.undo()
    assert (company(store, "C3").city, store.steps.left) == ("Puebla", [])


def test_a_row_others_deleted_since_is_named(store: Store, copy: Store) -> None:
    edit(store, "D3", city="Lévis")
    bring(copy, store)
    delete(copy, "D3")
    key = key_of(store, "D3")
    bring(store, copy)
    store.undo()
    assert store.steps.left == [Left("companies", key, ("city",))]


def test_a_link_does_not_go_back_to_what_is_gone(store: Store, copy: Store) -> None:
    ask(store, ("D3", "C1", Priority.MEET))
    with store.change(message("Edit")) as change:
        change.update(replace(request(store), delegation_id=key_of(store, "D1")))
    bring(copy, store)
    delete(copy, "D3")
    bring(store, copy)
    store.undo()
    assert request(store).delegation_id == key_of(store, "D1")
    assert left(store) == [("requests", ("delegation_id", "counterpart_id"))]


# -- rows that were inserted


def test_a_row_others_hung_something_on_stays_with_all_it_belongs_to(store: Store, copy: Store) -> None:
    key = add(store)
    bring(copy, store)
    with copy.change(message("Offer")) as change:
        change.insert(Offering(company_id=key_of(copy, "Nova"), kind=OfferingKind.OFFERS, text="steel"))
    bring(store, copy)
    store.undo()
    (application,) = store.where(Application, "company_id", [key])
    assert store.steps.left == [Left("applications", application.id, ()), Left("companies", key, ())]
    assert [one.text for one in store.where(Offering, "company_id", [key])] == ["steel"]


def test_a_row_others_wrote_stays_with_all_it_belongs_to(store: Store, copy: Store) -> None:
    key = add(store)
    bring(copy, store)
    with copy.change(message("Edit")) as change:
        change.update(replace(copy.all(Application)[-1], reason="late"))
    bring(store, copy)
    store.undo()
    (application,) = store.where(Application, "company_id", [key])
    assert (company(store, "Nova").id, application.reason) == (key, "late")
    assert left(store) == [("applications", ()), ("companies", ())]


def test_rows_nobody_else_touched_go(store: Store, copy: Store) -> None:
    before = whole(store)
    add(store)
    bring(copy, store)
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    store.undo()
    assert store.steps.left == []
    assert whole(store) == before | {"companies": store.all(Company)}
    assert len(store.all(Company)) == 6


def test_a_row_that_leads_elsewhere_with_the_undo_keeps_nothing(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    before = whole(store)
    with store.change(message("Add")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name="Nova"))
        change.update(replace(request(store), delegation_id=key))
    undone_and_redone(store, before)


# -- rows that were deleted


def test_what_others_deleted_too_is_not_brought_back(store: Store, copy: Store) -> None:
    delete(store, "D3")
    delete(copy, "D3")
    bring(store, copy)
    before = whole(store)
    store.undo()
    assert whole(store) == before
    assert sorted(left(store)) == [("applications", ()), ("companies", ()), ("people", ())]


def test_what_only_this_file_deleted_comes_back_beside_what_others_deleted_too(store: Store, copy: Store) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Company, [key_of(store, "D2"), key_of(store, "D3")])
    delete(copy, "D3")
    bring(store, copy)
    store.undo()
    assert [one.name for one in store.all(Company)] == ["D1", "D2", "C1", "C2", "C3"]
    assert [one.family_name for one in store.all(Person)] == ["D1", "D2", "C1", "C2", "C3"]


def test_what_belongs_to_a_row_that_is_gone_is_not_brought_back(store: Store, copy: Store) -> None:
    ask(store, ("D3", "C1", Priority.MEET))
    delete(store, "D3")
    delete(copy, "D3")
    bring(store, copy)
    store.undo()
    assert store.all(Request) == []
    assert sorted(left(store)) == [("applications", ()), ("companies", ()), ("people", ()), ("requests", ())]


def test_redo_of_a_deletion_takes_what_others_wrote_before_it(store: Store) -> None:
    delete(store, "C3")
    after = whole(store)
    store.undo()
    store.redo()
    assert (whole(store), store.steps.left) == (after, [])


def test_redo_of_a_deletion_leaves_what_others_wrote_since(store: Store, copy: Store) -> None:
    delete(store, "D3")
    store.undo()
    bring(copy, store)
    edit(copy, "D3", city="Laval")
    bring(store, copy)
    store.redo()
    assert company(store, "D3").city == "Laval"
    assert sorted(left(store)) == [("applications", ()), ("companies", ()), ("people", ())]


# -- twins


def test_a_row_hidden_as_a_twin_comes_back(store: Store, copy: Store) -> None:
    with store.change(message("Ask")) as change:
        change.insert(Request(uid=TWIN, delegation_id=key_of(store, "D3"), counterpart_id=key_of(store, "C1")))
    mine = request(store)
    with store.change(message("Edit")) as change:
        change.update(replace(mine, delegation_id=key_of(store, "D1")))
    ask(copy, ("D1", "C1", Priority.MUST_MEET))
    bring(store, copy)
    theirs = request(store)
    assert theirs.priority is Priority.MUST_MEET
    store.undo()
    assert (store.all(Request), store.steps.left) == ([mine, theirs], [])


# -- undo and redo again


def test_undo_then_redo_is_the_same_where_nothing_was_left(store: Store) -> None:
    before = whole(store)
    with store.change(message("All at once")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name="Nova"))
        change.insert(Request(delegation_id=key, counterpart_id=key_of(store, "C1"), priority=Priority.MEET))
        change.insert_all(Offering(company_id=key, kind=OfferingKind.OFFERS, text=text) for text in ("steel", "wood"))
        change.update(replace(company(store, "C3"), city="Toluca"))
        change.delete(Company, [key_of(store, "D3")])
    undone_and_redone(store, before)
    assert (store.steps.left, damage_of(store.path)) == ([], [])


def test_redo_of_a_merge_of_duplicates_is_the_same(store: Store, copy: Store) -> None:
    ask(store, ("D2", "C1", Priority.MEET), ("D1", "C2", Priority.MEET))
    edit(store, "D2", city="Lévis")
    bring(copy, store)
    edit(copy, "D2", phone="2")
    bring(store, copy)
    before = whole(store)
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), {"city"})
    undone_and_redone(store, before)
    assert (store.steps.left, joining.open_clashes(store)) == ([], [])
    bring(copy, store)
    assert [one.name for one in copy.all(Company)] == ["D1", "D3", "C1", "C2", "C3"]


def clashing(store: Store, copy: Store) -> list[Clash]:
    """Give a company another city in both; return the clash."""
    edit(store, "D1", city="Lévis")
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    return joining.open_clashes(store)


def test_undo_of_a_choice_opens_the_clash_again(store: Store, copy: Store) -> None:
    before = clashing(store, copy)
    settling.settle(store, [(before[0], 1)], message("Settle"))
    assert (company(store, "D1").city, joining.open_clashes(store)) == ("Lévis", [])
    store.undo()
    after = joining.open_clashes(store)
    assert (company(store, "D1").city, store.steps.left) == ("Laval", [])
    assert [[one.values for one in clash.choices] for clash in after] == [[("Laval",), ("Lévis",)]]
    store.redo()
    assert (company(store, "D1").city, joining.open_clashes(store)) == ("Lévis", [])


def test_undo_of_choosing_what_is_shown_opens_the_clash_again(store: Store, copy: Store) -> None:
    before = clashing(store, copy)
    settling.settle(store, [(before[0], 0)], message("Settle"))
    assert joining.open_clashes(store) == []
    store.undo()
    (clash,) = joining.open_clashes(store)
    assert [one.values for one in clash.choices] == [("Laval",), ("Lévis",)]


def test_undo_of_a_write_that_saw_a_clash_opens_it_again_for_everybody(store: Store, copy: Store) -> None:
    clashing(store, copy)
    edit(store, "D1", city="Gaspé")
    bring(copy, store)
    assert joining.open_clashes(copy) == []
    store.undo()
    bring(copy, store)
    found = [joining.open_clashes(one)[0] for one in (store, copy)]
    assert [[one.values for one in clash.choices] for clash in found] == [[("Laval",), ("Lévis",)]] * 2
