"""How the tables merge."""

from hashlib import blake2s

import pytest

from missionplanner.domain.timetable import Availability, Owner
from missionplanner.store.merging.layout import layout_of, natural_columns, natural_uid, natural_uids, register_columns
from missionplanner.store.rows import names, to_row
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import UNDOABLE
from tests.builders import moment


def links(store: Store, table: str) -> set[tuple[str, str, bool]]:
    """Return the links of a table: column, target, and whether a row is nothing without it."""
    return {(link.column, link.table, link.is_needed) for link in layout_of(database_of(store))[table].links}


def test_every_table_undo_reaches_has_a_layout(store: Store) -> None:
    found = layout_of(database_of(store))
    assert {name: one.columns for name, one in found.items()} == {one.name: names(one.kind) for one in UNDOABLE}


@pytest.mark.parametrize("table", [one.name for one in UNDOABLE])
def test_every_column_but_key_and_uid_belongs_to_one_register(store: Store, table: str) -> None:
    layout = layout_of(database_of(store))[table]
    places = sorted(place for register in layout.registers.values() for place in register)
    assert places == [place for place, column in enumerate(layout.columns) if column not in ("id", "uid")]
    assert {layout.register_at[place] for place in range(len(layout.columns)) if place not in places} == {""}


def test_columns_that_mean_something_together_are_one_register_by_the_first_name(store: Store) -> None:
    layout = layout_of(database_of(store))["meetings"]
    assert register_columns("meetings")["slot_id"] == ("slot_id", "table_id")
    assert [layout.columns[place] for place in layout.registers["slot_id"]] == ["slot_id", "table_id"]
    assert layout.register_at[layout.columns.index("table_id")] == "slot_id"


def test_links_are_the_foreign_keys_and_those_that_may_lead_to_what_is_gone(store: Store) -> None:
    assert links(store, "aliases") == {("company_id", "companies", True), ("merged_id", "companies", False)}
    assert links(store, "requests") == {
        ("delegation_id", "companies", True), ("counterpart_id", "companies", True), ("session_id", "sessions", False),
    }  # fmt: skip


def test_a_link_that_is_emptied_with_its_target_is_not_needed(store: Store) -> None:
    assert ("interpreter_id", "people", False) in links(store, "meetings")


@pytest.mark.parametrize(
    ("owner", "table"),
    [
        (Owner.COMPANY, "companies"),
        (Owner.DELEGATE, "people"),
        (Owner.TABLE, "tables"),
    ],
)
def test_an_absence_leads_to_the_table_its_owner_names(store: Store, owner: Owner, table: str) -> None:
    layout = layout_of(database_of(store))["availabilities"]
    assert links(store, "availabilities") == {("owner_id", "", True)}
    absence = Availability(owner=owner, owner_id=1, starts=moment(9), ends=moment(10))
    row = {"id": None, **to_row(absence)}
    assert layout.target(layout.links[0], tuple(row[column] for column in layout.columns)) == table


def test_an_absence_of_an_unknown_owner_leads_nowhere(store: Store) -> None:
    layout = layout_of(database_of(store))["availabilities"]
    assert layout.target(layout.links[0], ("strange",) * len(layout.columns)) == ""


def test_only_what_may_not_be_twice_is_shown_once(store: Store) -> None:
    found = {name: (one.natural != (), one.is_single) for name, one in layout_of(database_of(store)).items()}
    assert (found["requests"], found["offerings"], found["companies"]) == ((True, True), (True, False), (False, False))


def test_natural_columns_are_those_that_say_which_record_it_is() -> None:
    assert natural_columns("requests") == ("delegation_id", "counterpart_id", "asked_by")
    assert natural_columns("companies") == ()


def test_texts_with_links_inside_are_known_by_their_column(store: Store) -> None:
    layout = layout_of(database_of(store))
    inside = {(name, one.columns[place]) for name, one in layout.items() for place in one.inside}
    assert inside == {("source_drafts", "content"), ("saved_filters", "wanted"), ("versions", "content")}


def test_a_natural_uid_begins_with_that_of_its_owner_and_is_the_same_everywhere() -> None:
    uid = natural_uid("markets", ("Chile",), "0123456789abcdef-and-more")
    assert uid == natural_uid("markets", ("Chile",), "0123456789abcdef")
    assert (uid[:16], len(uid)) == ("0123456789abcdef", 32)


def test_natural_uids_differ_by_table_key_and_owner() -> None:
    found = {
        natural_uid("markets", ("Chile",), "a"), natural_uid("markets", ("Peru",), "a"),
        natural_uid("partners", ("Chile",), "a"), natural_uid("markets", ("Chile",), "b"),
    }  # fmt: skip
    assert len(found) == 4


def test_a_natural_uid_is_made_of_whatever_text() -> None:
    assert len(natural_uid("markets", ("\ud800",), "a" * 16)) == 32


def test_natural_uids_of_many_are_those_of_each() -> None:
    keys, owners = [("a", 1, None), ("é\ud800", 2.5, "x")], ["o" * 32, "p" * 32]
    each = [natural_uid("offerings", key, owner) for key, owner in zip(keys, owners, strict=True)]
    assert natural_uids("offerings", keys, owners) == each
    assert each[0] == "oooooooooooooooo" + blake2s(b"offerings/a/1/None", digest_size=8).hexdigest()
    assert natural_uids("offerings", [], []) == []
