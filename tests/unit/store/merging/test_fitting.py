"""Rows that fit together: none without its owner, none twice, no ring."""

from missionplanner.store.merging.fitting import end_of_path, fitted
from missionplanner.store.merging.state import KnownRow, Values
from tests.unit.store.merging.states import LAYOUT, row, state, table

N = row("companies", "n", "Nova", "")


def shown(*rows: KnownRow, hidden: tuple[KnownRow, ...] = ()) -> dict[str, Values]:
    """Return the values of rows, fitted; of others only the state knows."""
    values = {str(one.values[1]): one.values for one in rows}
    return fitted(values, state(*rows, *hidden), LAYOUT)


def rows(*found: KnownRow) -> dict[str, Values]:
    """Return the values of rows by uid."""
    return {str(one.values[1]): one.values for one in found}


def test_rows_that_fit_stay_as_they_are() -> None:
    application = row("applications", "p", "n", "accepted")
    assert shown(N, application) == rows(N, application)


def test_what_belongs_to_a_hidden_row_is_left_out_with_all_below() -> None:
    meeting, outcome = row("meetings", "m", "n", None, None, ""), row("outcomes", "o", "m")
    assert shown(meeting, outcome, hidden=(N,)) == {}


def test_an_owner_that_is_not_entered_is_not_missed() -> None:
    meeting = row("meetings", "m", "n", None, None, "")
    assert shown(N, meeting) == rows(N, meeting)


def test_of_two_rows_that_are_the_same_the_smallest_uid_is_shown() -> None:
    one, two = row("applications", "p", "n", "accepted"), row("applications", "q", "n", "declined")
    assert shown(N, two, one) == rows(N, one)


def test_what_belongs_to_the_other_one_is_left_out_too() -> None:
    layout = LAYOUT | {"meetings": table("meetings", "company_id", natural="company_id", is_single=True)}
    one, two = row("meetings", "m", "n"), row("meetings", "z", "n")
    outcomes = row("outcomes", "o", "m"), row("outcomes", "p", "z")
    found = fitted(rows(one, two, *outcomes), state(one, two, *outcomes), layout)
    assert found == rows(one, outcomes[0])


def test_rows_that_may_be_there_twice_are_both_shown() -> None:
    one, two = row("offerings", "o", "n", "steel"), row("offerings", "p", "n", "steel")
    assert shown(N, one, two) == rows(N, one, two)


def test_a_ring_is_cut_at_its_smallest_uid() -> None:
    ring = row("sectors", "b", "c"), row("sectors", "c", "b"), row("sectors", "a", "b")
    assert shown(*ring) == rows(row("sectors", "b", None), *ring[1:])


def test_a_row_that_is_above_itself_begins_a_tree() -> None:
    assert shown(row("sectors", "a", "a")) == rows(row("sectors", "a", None))


def test_a_link_that_may_lead_nowhere_is_emptied_where_it_leads_to_a_hidden_row() -> None:
    above = row("sectors", "a", None)
    assert shown(row("sectors", "b", "a"), hidden=(above,)) == rows(row("sectors", "b", None))


def test_what_a_company_was_merged_from_is_named_though_hidden() -> None:
    alias = row("aliases", "l", "n", "m")
    assert shown(N, alias, hidden=(row("companies", "m", "Mona", ""),)) == rows(N, alias)


def test_a_path_ends_where_it_leads_no_further() -> None:
    assert [end_of_path(uid, {"a": "b", "b": "c"}) for uid in "abcd"] == ["c", "c", "c", "d"]


def test_a_path_into_a_ring_ends_at_its_smallest_uid() -> None:
    assert [end_of_path(uid, {"a": "c", "c": "b", "b": "c"}) for uid in "abc"] == ["b", "b", "b"]


def test_a_path_without_end_is_given_up() -> None:
    assert end_of_path("0", {str(n): str(n + 1) for n in range(2000)}) == "999"
