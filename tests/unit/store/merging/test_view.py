"""The rows a state shows: rules 1 to 4, 6 and 12 of merging."""

import pytest

from missionplanner.store.merging.state import IN_FORCE, Dot, KnownPlan, KnownRow, MergeState, StepId, Write
from missionplanner.store.merging.view import View
from tests.unit.store.merging.states import LAYOUT, A, B, C, erasure, row, state, step, written

GONE: Dot = ("b", 1, 0)
"""A deletion that had seen what `a` made in its first step."""
CITY = {("b", 1, 0): Write(("Laval",)), ("c", 1, 0): Write(("Gaspé",))}


def view(found: MergeState) -> View:
    return View(found, LAYOUT)


def shown(found: MergeState) -> dict[str, tuple[object, ...]]:
    """Return the values of the rows shown, without key and uid."""
    return {uid: values[2:] for uid, values in view(found).rows.items()}


def company(uid: str, birth: StepId = A, **registers: dict[Dot, Write]) -> KnownRow:
    return written(row("companies", uid, uid.upper(), "", birth=birth), registers)


def application(uid: str, owner: str, birth: StepId = A) -> KnownRow:
    return row("applications", uid, owner, "accepted", birth=birth)


def alias(uid: str, into: str, merged: str) -> KnownRow:
    return row("aliases", uid, into, merged)


# -- values


@pytest.mark.parametrize(
    ("b", "c", "city"),
    [("2026-01-02", "2026-01-01", "Laval"), ("2026-01-01", "2026-01-02", "Gaspé"), ("", "", "Gaspé")],
)
def test_of_two_values_that_of_the_latest_step_is_shown(b: str, c: str, city: str) -> None:
    assert shown(state(company("n", city=CITY), steps={B: step(b), C: step(c)})) == {"n": ("N", city)}


def test_a_value_put_back_is_as_old_as_the_step_that_wrote_it() -> None:
    city = {("b", 2, 0): Write(("Laval",), A), ("c", 1, 0): Write(("Gaspé",))}
    steps = {A: step("2026-01-01"), C: step("2026-01-02"), ("b", 2): step("2026-01-03")}
    assert shown(state(company("n", city=city), steps=steps)) == {"n": ("N", "Gaspé")}


# -- deletions


def test_what_went_together_is_hidden() -> None:
    rows = company("m"), company("n"), application("p", "n")
    assert shown(state(*rows, deletions={GONE: frozenset("np")}, steps={B: step(a=1)})) == {"m": ("M", "")}


@pytest.mark.parametrize("changed", ["company", "application"])
def test_a_deletion_is_void_whole_where_any_of_it_has_an_unseen_write(changed: str) -> None:
    rows = company("n"), application("p", "n")
    one = rows[("company", "application").index(changed)]
    name, value = ("city", "Laval") if changed == "company" else ("status", "declined")
    one.registers[name] = {("c", 1, 0): Write((value,))}
    found = view(state(*rows, deletions={GONE: frozenset("np")}, steps={B: step(a=1)}))
    assert (set(found.rows), found.revived) == ({"n", "p"}, {GONE: {str(one.values[1])}})


def test_a_deletion_stands_where_it_had_seen_the_writes() -> None:
    one = company("n", city={("c", 1, 0): Write(("Gaspé",))})
    assert shown(state(one, deletions={GONE: frozenset("n")}, steps={B: step(a=1, c=1)})) == {}


@pytest.mark.parametrize(
    ("blanked", "known", "revived"),
    [
        (Write(("",)), {}, {}),
        (Write(("",), A), {}, {}),
        (Write(("",), ("c", 2)), {}, {}),
        (Write(("",), ("c", 3)), {}, {GONE: {"n"}}),
        (Write(("",), ("c", 3)), {"c": 3}, {}),
    ],
    ids=["by nobody known", "seen", "blanked before", "unseen", "unseen once"],
)
def test_an_erasure_is_no_write_a_deletion_has_to_see_but_what_it_blanked_is(
    blanked: Write, known: dict[str, int], revived: dict[Dot, set[str]]
) -> None:
    steps = {B: step(a=1, **known), C: erasure(), ("c", 2): erasure(), ("c", 3): step()}
    one = company("n", city={("c", 1, 0): blanked})
    found = view(state(one, deletions={GONE: frozenset("n")}, steps=steps))
    assert (found.revived, "n" in found.rows) == (revived, bool(revived))


def test_a_deletion_has_seen_its_own_step() -> None:
    assert shown(state(company("n", birth=B), deletions={GONE: frozenset("n")}, steps={B: step(a=1)})) == {}


def test_a_deletion_that_was_taken_back_hides_nothing() -> None:
    taken_back = {GONE: frozenset([("b", 2)])}
    found = state(company("n"), deletions={GONE: frozenset("n")}, revocations=taken_back, steps={B: step(a=1)})
    assert shown(found) == {"n": ("N", "")}


def test_a_row_made_unseen_brings_back_what_it_needs_and_what_went_with_that() -> None:
    rows = company("n"), application("p", "n"), row("offerings", "o", "n", "steel", birth=C)
    found = view(state(*rows, deletions={GONE: frozenset("np")}, steps={B: step(a=1)}))
    assert (set(found.rows), found.revived) == ({"n", "o", "p"}, {GONE: {"o"}})


def test_a_row_the_deletion_knew_goes_along() -> None:
    rows = company("n"), row("offerings", "o", "n", "steel", birth=C)
    found = view(state(*rows, deletions={GONE: frozenset("n")}, steps={B: step(a=1, c=1)}))
    assert (found.rows, found.revived) == ({}, {})


def test_a_hidden_meeting_brings_nobody_back() -> None:
    rows = company("n"), row("meetings", "m", "n", None, None, "", birth=C)
    plans = {C: KnownPlan(frozenset(), "")}
    assert shown(state(*rows, deletions={GONE: frozenset("n")}, steps={B: step(a=1)}, plans=plans)) == {}


# -- companies that became part of another


def merged(*rows: KnownRow, gone: str) -> MergeState:
    """Return a state in which companies were deleted as they became part of others."""
    deletions = {("b", 1, place): frozenset(uid) for place, uid in enumerate(gone)}
    return state(*rows, deletions=deletions, steps={B: step(a=1)})


def test_links_lead_to_what_a_company_became_part_of() -> None:
    rows = company("k"), company("n"), alias("x", "k", "n"), row("offerings", "o", "n", "steel", birth=C)
    found = view(merged(*rows, gone="n"))
    assert found.roots == {"n": "k"}
    values = {uid: values[2:] for uid, values in found.rows.items()}
    assert values == {"k": ("K", ""), "x": ("k", "n"), "o": ("k", "steel")}


def test_the_application_of_a_company_that_became_part_of_another_is_hidden() -> None:
    rows = company("k"), company("n"), alias("x", "k", "n"), application("p", "n", birth=C)
    assert view(merged(*rows, gone="n")).rows.keys() == {"k", "x"}


def test_a_company_that_became_part_of_one_that_did_too_leads_to_the_last() -> None:
    rows = company("k"), company("m"), company("n"), alias("x", "k", "m"), alias("y", "m", "n")
    found = view(merged(*rows, gone="mn"))
    assert (found.roots, set(found.rows)) == ({"m": "k", "n": "k"}, {"k", "x", "y"})


def test_of_companies_that_became_part_of_one_another_the_smallest_uid_stays() -> None:
    rows = company("m"), company("n"), alias("x", "m", "n"), alias("y", "n", "m")
    found = view(merged(*rows, gone="mn"))
    assert (found.roots, set(found.rows)) == ({"n": "m"}, {"m", "x", "y"})


def test_a_company_that_came_back_is_one_again_whatever_its_alias_says() -> None:
    found = merged(company("k"), company("n"), alias("x", "k", "n"), gone="n")
    found.revocations = {("b", 1, 0): frozenset([("b", 2)])}
    assert (view(found).roots, set(view(found).rows)) == ({}, {"k", "n", "x"})


def test_an_alias_that_was_deleted_merges_nothing() -> None:
    found = view(merged(company("k"), company("n"), alias("x", "k", "n"), gone="nx"))
    assert (found.roots, set(found.rows)) == ({}, {"k"})


def test_what_was_written_to_a_company_that_became_part_of_another_does_not_bring_it_back() -> None:
    rows = company("k"), company("n", city={("c", 1, 0): Write(("Gaspé",))}), alias("x", "k", "n")
    found = view(merged(*rows, gone="n"))
    assert (found.roots, found.revived, set(found.rows)) == ({"n": "k"}, {}, {"k", "x"})


# -- plans

PLANS = {B: KnownPlan(frozenset("s"), ""), C: KnownPlan(frozenset("s"), "")}
IN_ALL = (row("companies", "n", "N", ""), row("slots", "t", "s"))


def planned(*rows: KnownRow, by: tuple[StepId, ...] = (B, C)) -> MergeState:
    """Return a state of a session with these plans, the last one made being in force."""
    session = written(row("sessions", "s", ""), {IN_FORCE: {(*one, 0): Write(()) for one in by}})
    steps = {one: step(f"2026-01-0{place}") for place, one in enumerate(by, start=1)}
    return state(session, *IN_ALL, *rows, plans=PLANS, steps=steps)


def meeting(birth: StepId, **registers: dict[Dot, Write]) -> KnownRow:
    return written(row("meetings", "m", "n", "t", None, "", birth=birth), registers)


@pytest.mark.parametrize(("birth", "is_shown", "by_plan"), [(A, True, False), (B, False, True), (C, True, True)])
def test_a_meeting_is_shown_where_its_plan_is_in_force_or_it_has_none(
    birth: StepId, is_shown: bool, by_plan: bool
) -> None:
    found = view(planned(meeting(birth)))
    assert ("m" in found.rows, found.is_by_plan("m")) == (is_shown, by_plan)


def test_a_meeting_that_was_held_is_shown_whatever_plan_it_is_of() -> None:
    assert view(planned(meeting(B), row("outcomes", "o", "m"))).rows.keys() == {"m", "n", "o", "s", "t"}


def test_what_belongs_to_a_meeting_of_another_plan_does_not_bring_it_back() -> None:
    known = planned(meeting(B), row("meeting_delegates", "d", "m", birth=("d", 1)))
    known.deletions, known.steps["e", 1] = {("e", 1, 0): frozenset("m")}, step(a=1, b=1, c=1)
    assert (view(known).revived, set(view(known).rows)) == ({}, {"n", "s", "t"})


def test_the_latest_plan_is_in_force() -> None:
    assert [view(planned(by=by)).in_force for by in ((B, C), (C, B), ())] == [{"s": C}, {"s": B}, {}]


def test_a_plan_put_back_in_force_is_the_one_it_was() -> None:
    found = planned()
    found.rows["s"].registers[IN_FORCE] = {("c", 2, 0): Write((), B)}
    assert view(found).in_force == {"s": B}


def place(*writes: tuple[Dot, str]) -> dict[Dot, Write]:
    return {dot: Write(("t", table)) for dot, table in writes}


def test_a_place_chosen_by_hand_comes_before_those_of_plans() -> None:
    moved = meeting(A, slot_id=place((("a", 2, 0), "1"), (("c", 1, 0), "2")))
    found = planned(moved)
    assert view(found).candidates(moved, "slot_id") == place((("a", 2, 0), "1"))
    assert shown(found)["m"] == ("n", "t", "1", "")


def test_of_the_places_of_two_plans_only_that_in_force_counts() -> None:
    moved = meeting(A, slot_id=place((("b", 1, 0), "1"), (("c", 1, 0), "2")))
    found = planned(moved)
    assert view(found).candidates(moved, "slot_id") == place((("c", 1, 0), "2"))
    assert (view(found).chosen(moved, "slot_id"), shown(found)["m"]) == (("c", 1, 0), ("n", "t", "2", ""))


def test_what_a_plan_not_in_force_wrote_of_a_meeting_does_not_count() -> None:
    notes: dict[Dot, Write] = {(*one, 0): Write((text,)) for one, text in ((B, "b"), (C, "c"))}
    moved = meeting(A, slot_id=place((("b", 1, 0), "1"), (("c", 1, 0), "2")), notes=notes)
    assert view(planned(moved)).candidates(moved, "notes") == {("c", 1, 0): Write(("c",))}


def test_what_others_belong_to_ranks_first() -> None:
    assert view(state()).rank("companies") < view(state()).rank("meetings")
