"""What was written apart: each kind of clash with its choices, once, until somebody who saw all of it chose."""

from missionplanner.store.merging.clashes import Choice, Clash, ClashKind, clashes
from missionplanner.store.merging.state import IN_FORCE, Dot, KnownPlan, KnownRow, MergeState, StepId, Write
from missionplanner.store.merging.union import union
from missionplanner.store.merging.view import View
from tests.unit.store.merging.states import LAYOUT, B, C, row, state, step, written

GONE: Dot = ("b", 1, 0)
STEPS = {B: step("2026-01-02", a=1), C: step("2026-01-01")}
CITY = {("b", 1, 0): Write(("Laval",)), ("c", 1, 0): Write(("Gaspé",))}


def found(known: MergeState) -> list[Clash]:
    return clashes(known, View(known, LAYOUT), LAYOUT)


def company(uid: str, **registers: dict[Dot, Write]) -> KnownRow:
    return written(row("companies", uid, uid.upper(), ""), registers)


def choice(*values: str, by: tuple[StepId, ...] = (), is_shown: bool = False) -> Choice:
    return Choice(frozenset(by), values, is_shown)


def merged(city: str, unseen: str) -> MergeState:
    """Return a state in which `n` became part of `k`, and somebody gave it another city without knowing."""
    rows = (
        row("companies", "k", "K", city), row("companies", "n", "N", "", city={("c", 1, 0): Write((unseen,))}),
        row("aliases", "x", "k", "n"),
    )  # fmt: skip
    return state(*rows, deletions={GONE: frozenset("n")}, steps=STEPS)


def planned(*sessions: str, by: tuple[StepId, ...] = (B, C)) -> MergeState:
    """Return a state of sessions that each of these steps planned."""
    rows = (written(row("sessions", uid, ""), {IN_FORCE: {(*one, 0): Write(()) for one in by}}) for uid in sessions)
    return state(*rows, plans={one: KnownPlan(frozenset(sessions), "") for one in by}, steps=STEPS)


def test_two_values_of_a_register_are_a_clash_the_shown_one_first() -> None:
    choices = choice("Laval", by=(B,), is_shown=True), choice("Gaspé", by=(C,))
    clash = Clash(ClashKind.VALUE, "companies", "n", ("city",), choices, "city")
    assert found(state(company("n", city=CITY), steps=STEPS)) == [clash]


def test_a_value_that_both_wrote_is_no_clash() -> None:
    assert found(state(company("n", city=dict.fromkeys(CITY, Write(("Laval",)))), steps=STEPS)) == []


def test_of_three_writes_two_of_which_are_the_same_there_are_two_choices() -> None:
    city = CITY | {("d", 1, 0): Write(("Laval",))}
    (clash,) = found(state(company("n", city=city), steps=STEPS))
    assert clash.choices == (choice("Laval", by=(B, ("d", 1)), is_shown=True), choice("Gaspé", by=(C,)))


def test_columns_that_mean_something_together_are_one_clash() -> None:
    places: dict[Dot, Write] = {("b", 1, 0): Write(("t", "1")), ("c", 1, 0): Write(("t", "2"))}
    rows = company("n"), row("sessions", "s", ""), row("slots", "t", "s")
    (clash,) = found(state(*rows, row("meetings", "m", "n", "t", "1", "", slot_id=places), steps=STEPS))
    assert (clash.uid, clash.columns, clash.register) == ("m", ("slot_id", "table_id"), "slot_id")


def test_nobody_is_asked_about_what_sources_said() -> None:
    drafts = row("source_drafts", "d", "n", "", content=CITY)
    assert found(state(company("n"), drafts, steps=STEPS)) == []


def test_nobody_is_asked_about_a_row_that_is_hidden() -> None:
    gone = {("b", 2, 0): frozenset("n")}
    steps = STEPS | {("b", 2): step(a=1, b=1, c=1)}
    assert found(state(company("n", city=CITY), deletions=gone, steps=steps)) == []


def test_links_to_companies_that_became_one_are_no_clash() -> None:
    known = merged("", "")
    owners: dict[Dot, Write] = {("b", 1, 0): Write(("k",)), ("c", 1, 0): Write(("n",))}
    known.rows["o"] = row("offerings", "o", "k", "steel", company_id=owners)
    assert found(known) == []


def test_what_was_deleted_and_changed_is_kept_or_deleted_with_all_that_went_together() -> None:
    rows = row("applications", "b", "n", ""), company("n", city={("c", 1, 0): Write(("Gaspé",))})
    choices = choice(by=(C,), is_shown=True), choice(by=(B,))
    clash = Clash(ClashKind.DELETED, "companies", "n", (), choices, members=frozenset("bn"))
    assert found(state(*rows, deletions={GONE: frozenset("bn")}, steps=STEPS)) == [clash]


def test_what_was_deleted_and_used_names_who_used_it() -> None:
    rows = company("n"), row("offerings", "o", "n", "steel", birth=C)
    (clash,) = found(state(*rows, deletions={GONE: frozenset("n")}, steps=STEPS))
    assert (clash.uid, clash.choices[0].steps, clash.members) == ("n", frozenset([C]), frozenset("n"))


def test_a_deletion_that_was_taken_back_is_no_clash() -> None:
    one, taken_back = company("n", city={("c", 1, 0): Write(("Gaspé",))}), {GONE: frozenset([("c", 2)])}
    assert found(state(one, deletions={GONE: frozenset("n")}, revocations=taken_back, steps=STEPS)) == []


def test_a_deletion_that_everybody_made_is_no_clash() -> None:
    assert found(state(company("n"), deletions={GONE: frozenset("n")}, steps=STEPS)) == []


def test_what_was_written_to_a_merged_company_is_shown_beside() -> None:
    choices = choice("Laval", is_shown=True), choice("Gaspé", by=(C,))
    assert found(merged("Laval", "Gaspé")) == [
        Clash(ClashKind.MERGED, "companies", "k", ("city",), choices, members=frozenset("n"))
    ]


def test_what_was_written_to_a_merged_company_and_is_there_already_is_no_clash() -> None:
    assert found(merged("Gaspé", "Gaspé")) == []


def test_what_was_written_before_a_company_was_merged_is_no_clash() -> None:
    known = merged("Laval", "Gaspé")
    known.steps = {B: step(a=1, c=1)}
    assert found(known) == []


def test_companies_that_became_part_of_one_another_are_no_clash() -> None:
    known = merged("", "")
    known.rows["y"] = row("aliases", "y", "n", "k")
    known.deletions["b", 1, 1] = frozenset("k")
    assert found(known) == []


def test_two_timetables_are_one_clash_of_all_their_sessions() -> None:
    choices = choice(by=(B,), is_shown=True), choice(by=(C,))
    assert found(planned("s", "r")) == [Clash(ClashKind.PLAN, "sessions", "r", (), choices, IN_FORCE, frozenset("rs"))]


def test_sessions_with_other_plans_are_clashes_of_their_own() -> None:
    known = planned("r", "s")
    known.rows["s"].registers[IN_FORCE] |= {("d", 1, 0): Write(())}
    assert [clash.members for clash in found(known)] == [frozenset("r"), frozenset("s")]


def test_one_timetable_is_no_clash() -> None:
    assert found(planned("s", by=(B,))) == []


def test_a_timetable_and_the_same_put_back_are_no_clash() -> None:
    known = planned("s", by=(B,))
    known.rows["s"].registers[IN_FORCE][("c", 1, 0)] = Write((), B)
    assert found(known) == []


def test_clashes_come_by_table_record_and_column() -> None:
    both = {("b", 1, 0): Write(("x",)), ("c", 1, 0): Write(("y",))}
    rows = row("sessions", "a", "", name=both), company("n", city=both, name=both), company("m", city=both)
    listed = [(clash.uid, *clash.columns) for clash in found(state(*rows, steps=STEPS))]
    assert listed == [("m", "city"), ("n", "city"), ("n", "name"), ("a", "name")]


def apart() -> tuple[MergeState, MergeState]:
    """Return what two files know that each gave a company another city."""
    return tuple(  # type: ignore[return-value]
        state(company("n", city={dot: write}), steps=STEPS) for dot, write in CITY.items()
    )


def test_a_clash_is_open_once_however_often_files_are_merged() -> None:
    one, other = apart()
    known = union(one, other, LAYOUT)
    again = union(union(other, known, LAYOUT), one, LAYOUT)
    assert (len(found(known)), found(again)) == (1, found(known))


def test_a_write_that_saw_both_settles_it_for_everybody() -> None:
    one, other = apart()
    known = union(one, other, LAYOUT)
    settled = state(company("n", city={("c", 2, 0): Write(("Gaspé",))}))
    settled.seen |= {"b": 1}
    assert [found(union(settled, old, LAYOUT)) for old in (known, one, other)] == [[], [], []]


def test_a_write_that_saw_one_of_them_leaves_it_open() -> None:
    one, other = apart()
    later = state(company("n", city={("b", 2, 0): Write(("Rimouski",))}), steps={("b", 2): step("2026-01-03")})
    (clash,) = found(union(later, union(one, other, LAYOUT), LAYOUT))
    assert [one.values for one in clash.choices] == [("Rimouski",), ("Gaspé",)]
