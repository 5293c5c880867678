"""Clashes settled: one step, for everybody, of each kind."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.jobs.companies import duplicates
from missionplanner.jobs.timetable import versions
from missionplanner.messages import message
from missionplanner.store.merging.clashes import Clash, ClashKind
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining, settling
from tests.builders import key_of, meet, whole
from tests.unit.store.apart import bring, company, delete, edit


def settle(store: Store, *choices: int) -> int:
    """Settle the open clashes with these choices, in order."""
    found = joining.open_clashes(store)
    return settling.settle(store, zip(found, choices, strict=True), message("Settle"))


def kinds(store: Store) -> list[ClashKind]:
    """Return the kinds of the open clashes."""
    return [clash.kind for clash in joining.open_clashes(store)]


@pytest.fixture
def values(store: Store, copy: Store) -> Store:
    """A mission in which two companies have a city of each of two people; the copy's is shown."""
    for one, city in ((store, "Lévis"), (copy, "Laval")):
        edit(one, "D1", city=city)
        edit(one, "D2", city=city)
    bring(store, copy)
    return store


@pytest.mark.parametrize(("choice", "city"), [(0, "Laval"), (1, "Lévis")])
def test_the_chosen_value_counts_for_everybody(values: Store, copy: Store, choice: int, city: str) -> None:
    assert settle(values, choice, choice) == 2
    bring(copy, values)
    for one in (values, copy):
        assert ([company(one, name).city for name in ("D1", "D2")], kinds(one)) == ([city, city], [])


def test_all_that_is_settled_together_is_one_step(values: Store) -> None:
    before = values.steps.history()
    settle(values, 0, 1)
    assert [step.label for step in values.steps.history()] == ["Settle", *(step.label for step in before)]


def test_what_is_not_chosen_stays_open(values: Store) -> None:
    (first, second) = joining.open_clashes(values)
    assert settling.settle(values, [(first, 0)], message("Settle")) == 1
    assert joining.open_clashes(values) == [second]


def test_columns_that_lead_to_others_get_the_keys_of_this_file(store: Store, copy: Store) -> None:
    for one in (store, copy):
        if one is store:
            meet(store, "D2", "C2", slot=0, table=0)
            bring(copy, store)
    slots = store.all(Slot)
    for one, place in ((store, 1), (copy, 2)):
        with one.change(message("Move")) as change:
            change.update(replace(one.all(Meeting)[0], slot_id=slots[place].id))
    bring(store, copy)
    before = store.all(Meeting)[0]
    settle(store, 1)
    assert (before.slot_id, store.all(Meeting), kinds(store)) == (
        slots[2].id, [replace(before, slot_id=slots[1].id)], []
    )  # fmt: skip


@pytest.mark.parametrize("choice", [0, 1])
def test_what_was_deleted_and_changed_is_kept_or_deleted_whole(store: Store, copy: Store, choice: int) -> None:
    edit(store, "D3", city="Lévis")
    delete(copy, "D3")
    bring(store, copy)
    before = whole(store)
    assert kinds(store) == [ClashKind.DELETED]
    settle(store, choice)
    gone = [] if choice == 0 else ["D3"]
    names = [one.name for one in store.all(Company)]
    assert names == [name for name in ("D1", "D2", "D3", "C1", "C2", "C3") if name not in gone]
    assert (whole(store) == before, kinds(store)) == (choice == 0, [])
    bring(copy, store)
    assert ([one.name for one in copy.all(Company)], kinds(copy)) == (names, [])


def test_what_hangs_on_what_is_deleted_goes_along(store: Store, copy: Store) -> None:
    with store.change(message("Offer")) as change:
        change.insert(Offering(company_id=key_of(store, "D3"), kind=OfferingKind.OFFERS, text="steel"))
    delete(copy, "D3")
    bring(store, copy)
    settle(store, 1)
    assert ([one.name for one in store.all(Company)], store.all(Offering)) == (["D1", "D2", "C1", "C2", "C3"], [])


@pytest.mark.parametrize(("choice", "city"), [(0, ""), (1, "Laval")])
def test_what_was_written_to_a_merged_company_is_taken_or_left(
    store: Store, copy: Store, choice: int, city: str
) -> None:
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), ())
    edit(copy, "D2", city="Laval")
    bring(store, copy)
    assert kinds(store) == [ClashKind.MERGED]
    settle(store, choice)
    bring(copy, store)
    for one in (store, copy):
        assert (company(one, "D1").city, kinds(one)) == (city, [])


def test_what_is_taken_from_a_merged_company_is_written_even_where_it_is_there_already(
    store: Store, copy: Store
) -> None:
    edit(store, "D1", phone="1")
    bring(copy, store)
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), ())
    edit(copy, "D2", city="Laval", phone="1")
    bring(store, copy)
    settle(store, 1)
    registers = joining.read(store).rows[company(store, "D1").uid].registers
    assert set(registers) == {"city", "phone"}
    assert registers["phone"].keys() == registers["city"].keys()


@pytest.fixture
def planned(store: Store, copy: Store) -> Clash:
    """Two timetables of the session: that of the copy, in force, puts the meeting at slot 3."""
    meet(store, "D2", "C2", slot=0, table=0)
    bring(copy, store)
    for one, place in ((store, 2), (copy, 3)):
        with one.change(message("Plan")) as change:
            change.update(replace(one.all(Meeting)[0], slot_id=one.all(Slot)[place].id))
            change.plan([1], versions.content_of(one.snapshot()))
    bring(store, copy)
    (clash,) = joining.open_clashes(store)
    return clash


def test_the_timetable_in_force_is_chosen(store: Store, copy: Store, planned: Clash) -> None:
    before = whole(store)
    settle(store, 0)
    assert (whole(store), kinds(store)) == (before, [])
    bring(copy, store)
    assert (copy.all(Meeting)[0].slot_id, kinds(copy)) == (copy.all(Slot)[3].id, [])


def test_the_other_timetable_is_not_chosen_here(store: Store, planned: Clash) -> None:
    before = whole(store)
    with pytest.raises(ValueError, match="brought back"):
        settle(store, 1)
    assert (whole(store), joining.open_clashes(store)) == (before, [planned])


def test_the_other_timetable_is_known_as_a_version(store: Store, planned: Clash) -> None:
    (step,) = planned.choices[1].steps
    known = joining.read(store).steps[step]
    found = settling.version_of(store, step)
    assert found is not None
    assert found.name == f"{known.user} {known.at[:16].replace('T', ' ')}".strip()
    assert (found.id, found.uid, found.made_by, found.number) == (0, settling.version_uid(step), known.user, None)
    (entry,) = versions.entries(found)
    assert (entry.delegation_id, entry.counterpart_id) == (key_of(store, "D2"), key_of(store, "C2"))
    assert entry.starts == store.all(Slot)[2].starts.isoformat()


def test_a_step_that_planned_nothing_is_no_version(store: Store) -> None:
    assert settling.version_of(store, ("nobody", 1)) is None


def test_a_version_of_a_plan_has_the_same_uid_for_everybody() -> None:
    uids = [settling.version_uid(step) for step in (("a", 1), ("a", 1), ("a", 2), ("b", 1))]
    assert (uids[0], len(set(uids))) == (uids[1], 3)
