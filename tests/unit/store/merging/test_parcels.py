"""A parcel holds what others lack, and is taken in like the state of a whole file."""

from pathlib import Path

from missionplanner.domain.journals import Letter
from missionplanner.store.merging.lineages import Lineages
from missionplanner.store.merging.parcels import Parcel, fitted, parcel
from missionplanner.store.merging.state import MergeState
from missionplanner.store.merging.union import union
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining, parcels
from tests.builders import key_of, moment
from tests.unit.store.merging.two_copies import edit, two_copies


def cut(store: Store, others: Store) -> Parcel:
    """Return what the others lack of a mission."""
    return parcel(joining.read(store), parcels.heads(others).values(), {}, store.format)


def shown(state: MergeState) -> dict[str, object]:
    return {uid: (row.values, row.registers) for uid, row in state.rows.items()}


def test_a_parcel_holds_the_rows_written_since_alone(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        found = cut(one, other).state
        assert [(row.table, len(row.registers)) for row in found.rows.values()] == [("companies", 1)]
        assert [(step.label, step.kind) for step in found.steps.values()] == [('{"t":"Edit"}', "change")]


def test_a_parcel_united_is_the_whole_copy_united(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        edit(other, "D1", city="Lévis")
        mine, layout = joining.read(other), joining.layout_for(other)
        by_parcel = union(mine, fitted(cut(one, other), Lineages(mine.steps)), layout)
        whole = union(mine, joining.read(one), layout)
        assert (shown(by_parcel), by_parcel.seen, by_parcel.steps) == (shown(whole), whole.seen, whole.steps)


def test_a_parcel_is_known_to_who_made_it_and_not_to_who_lacks_it(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Laval")
        found = cut(one, other)
        assert [found.is_known_to(joining.read(store)) for store in (one, other)] == [True, False]


def test_entries_of_journals_that_others_have_stay_away(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        for name in ("D1", "D2"):
            one.record(Letter(company_id=key_of(one, name), kind="accepted", language="en", sent_at=moment(9)))
        state = joining.read(one)
        first, second = state.journals["letters"]
        found = parcel(state, parcels.heads(other).values(), {"letters": {first}}, 1)
        assert list(found.state.journals["letters"]) == [second]
