"""Clashes in words, and settled: mine, theirs, the newest, a deletion, a timetable."""

from dataclasses import replace

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.domain.timetable import Meeting, Slot, Version
from missionplanner.errors import UserError
from missionplanner.jobs.safety import clashes, merging
from missionplanner.jobs.safety.clashes import OpenClash
from missionplanner.jobs.timetable import versions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.safety.conftest import Editor


def shown(found: list[OpenClash]) -> list[tuple[str, str, list[tuple[str, str, bool, bool]]]]:
    """The clashes: of whom, which field, and of every value its words, its writer, whether shown, whether mine."""
    return [
        (one.about, one.field, [(v.words, v.who, v.is_shown, v.is_mine) for v in one.values])
        for one in sorted(found, key=lambda one: (one.about, one.field))
    ]


def values(store: Store, *names: str) -> list[tuple[str, str]]:
    found = [store.get(Company, key_of(store, name)) for name in names]
    return [(one.city, one.phone) for one in found]


def test_a_file_that_was_never_merged_has_none(store: Store) -> None:
    assert clashes.open_clashes(store) == []


def test_every_value_says_who_wrote_it_and_which_is_shown(clashing: Store) -> None:
    found = clashes.open_clashes(clashing)
    city = [("Laval", "luc", True, False), ("Lévis", "ana", False, True)]
    phone = [("+14505550100", "luc", True, False), ("+14185550100", "ana", False, True)]
    assert shown(found) == [("D1", "City", city), ("D1", "Phone", phone), ("D2", "City", city)]
    assert [one.record for one in found] == ["Company"] * 3
    written = [value.when for one in found for value in one.values]
    assert all(when is not None and when.tzinfo is not None for when in written)


def test_clashes_are_in_the_language_of_the_reader(clashing: Store) -> None:
    i18n.use("fr")
    assert next((one.record, one.field) for one in clashes.open_clashes(clashing)) == ("Entreprise", "Ville")


def test_an_empty_value_has_a_word(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    for store in both:
        edit(store, "ana", "D1", city="Lévis")
    merging.merge(mine, merging.compare(mine, theirs.path))
    clashes.settle(mine, [(one, 0) for one in clashes.open_clashes(mine)])
    edit(mine, "ana", "D1", city="")
    edit(theirs, "luc", "D1", city="Laval")
    (clash,) = merging.compare(mine, theirs.path).clashes
    assert [value.words for value in clash.values] == ["Laval", "(empty)"]


@pytest.mark.parametrize(
    ("take", "expected"),
    [
        ("mine", [("Lévis", "+14185550100"), ("Lévis", "")]),
        ("theirs", [("Laval", "+14505550100"), ("Laval", "")]),
        ("newest", [("Laval", "+14505550100"), ("Laval", "")]),
    ],
)
def test_everything_is_settled_at_once(clashing: Store, take: str, expected: list[tuple[str, str]]) -> None:
    assert clashes.settle(clashing, clashes.choose(clashes.open_clashes(clashing), take)) == 3
    assert values(clashing, "D1", "D2") == expected
    assert clashes.open_clashes(clashing) == []
    assert clashing.steps.undo_label == "Settle 3 clashes"
    clashing.undo()
    assert len(clashes.open_clashes(clashing)) == 3


def test_the_newest_may_be_mine(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    edit(theirs, "luc", "D1", city="Laval")
    edit(mine, "ana", "D1", city="Lévis")
    (clash,) = merging.compare(mine, theirs.path).clashes
    assert [clash.values[clashes.place_of(clash, take)].words for take in ("newest", "mine", "theirs")] == [
        "Lévis", "Lévis", "Laval"
    ]  # fmt: skip


def test_between_two_others_the_shown_one_counts_as_mine(clashing: Store) -> None:
    one = clashes.open_clashes(clashing)[0]
    others = replace(one, values=tuple(replace(value, is_mine=False) for value in one.values))
    assert (clashes.place_of(others, "mine"), clashes.place_of(others, "theirs")) == (0, 0)
    own = replace(one, values=tuple(replace(value, is_mine=True, when=None) for value in one.values))
    assert (clashes.place_of(own, "theirs"), clashes.place_of(own, "newest")) == (1, 0)


@pytest.mark.parametrize("choice", [0, 1])
def test_a_deletion_against_a_change_is_kept_or_deleted(both: tuple[Store, Store], edit: Editor, choice: int) -> None:
    mine, theirs = both
    edit(mine, "ana", "D3", city="Lévis")
    with theirs.change(message("Delete")) as change:
        change.delete(Company, [key_of(theirs, "D3")])
    merging.merge(mine, merging.compare(mine, theirs.path))
    found = clashes.open_clashes(mine)
    words = [("keep it", "ana", True, True), ("delete it", "ana", False, False)]
    assert shown(found) == [("D3", "deleted, and changed by somebody else", words)]
    clashes.settle(mine, [(found[0], choice)])
    assert ("D3" in {one.name for one in mine.all(Company)}) is (choice == 0)
    assert clashes.open_clashes(mine) == []


def plan_apart(both: tuple[Store, Store]) -> Store:
    """The file after a copy with another timetable of the same session came in."""
    for store, slot in zip(both, (2, 3), strict=True):
        with store.change(message("Plan")) as change:
            held = store.all(Meeting)[0]
            change.delete(Meeting, [held.id])
            change.insert(replace(held, id=0, uid="", slot_id=store.all(Slot)[slot].id))
            change.plan([1], versions.content_of(store.snapshot()))
    mine, theirs = both
    merging.merge(mine, merging.compare(mine, theirs.path))
    return mine


@pytest.mark.parametrize(("choice", "slot"), [(0, 3), (1, 2)])
def test_of_two_timetables_one_is_chosen(both: tuple[Store, Store], choice: int, slot: int) -> None:
    mine = plan_apart(both)
    (clash,) = clashes.open_clashes(mine)
    assert [(v.words, v.is_shown) for v in clash.values] == [
        ("stays in force", True),
        ("comes in force instead", False),
    ]
    assert (clash.about, clash.field) == ("1 session", "two timetables")
    assert clashes.settle(mine, [(clash, choice)]) == 1
    assert [one.slot_id for one in mine.all(Meeting)] == [mine.all(Slot)[slot].id]
    assert clashes.open_clashes(mine) == []


def test_a_timetable_whose_version_was_deleted_cannot_be_chosen(both: tuple[Store, Store]) -> None:
    mine = plan_apart(both)
    with mine.change(message("Delete")) as change:
        change.delete(Version, [one.id for one in mine.all(Version)])
    with pytest.raises(UserError, match="no longer kept"):
        clashes.settle(mine, [(clashes.open_clashes(mine)[0], 1)])


def test_nothing_chosen_is_no_step(clashing: Store) -> None:
    before = clashing.steps.undo_label
    assert clashes.settle(clashing, []) == 0
    assert clashing.steps.undo_label == before


def test_the_summary_counts(clashing: Store) -> None:
    found = clashes.open_clashes(clashing)
    assert [clashes.summary(part) for part in (found, found[:1], [])] == [
        "3 clashes are to be settled.", "1 clash is to be settled.", "0 clashes are to be settled."
    ]  # fmt: skip
