"""Sixty columns that meant nothing here, each usable wherever a built-in field is."""

from collections.abc import Iterator

import pytest

from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells as company_cells
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.fields import definitions, values
from missionplanner.jobs.people import cells as people_cells
from missionplanner.jobs.people import listing
from missionplanner.jobs.selection import letters
from missionplanner.messages import message
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.jobs.fields import sixty


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sixty")
    with small_mission(folder / "m.mission", 1, 1) as store:
        sixty.bring_in(store, folder)
        definitions.enter(store, None, {"name_en": "Badge note", "subject": Subject.PERSON, "kind": FieldKind.NUMBER})
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def names(store: Store, **wanted: object) -> list[str]:
    """The names of the companies that pass a filter."""
    return [line.name for line in store.companies.lines(store.companies.ids(CompanyFilter(**wanted)))]  # type: ignore[arg-type]


def test_no_value_is_lost_and_kinds_are_guessed(store: Store) -> None:
    known = values.by_record(store, Subject.COMPANY)
    assert sum(map(len, known.values())) == sixty.NUMBER * sixty.COMPANIES
    kinds = [field.kind for field in values.fields(store).of(Subject.COMPANY)]
    assert kinds[:6] == [
        FieldKind.TEXT, FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE, FieldKind.YES_NO, FieldKind.ONE,
    ]  # fmt: skip


def test_lines_hold_the_values_and_are_sorted_by_what_they_are(store: Store) -> None:
    company = key_of(store, "Sixty 3")
    (line,) = store.companies.lines([company])
    assert {line.own[sixty.name_of(n)] for n in (0, 1)} == {sixty.cell(3, 0), "1003"}
    company_cells.edit(store, [Edit(company, sixty.name_of(1), "9")], message("Edit"))
    found = [line.name for line in store.companies.lines(store.companies.ids(CompanyFilter(), sixty.name_of(1), True))]
    assert (found[0], found[-3:]) == ("Sixty 7", ["Sixty 3", "C1", "D1"])


def test_a_filter_takes_values_and_counts_them(store: Store) -> None:
    choice = sixty.name_of(5)
    facets = store.companies.own_facets(CompanyFilter(own=(f"{choice}=Hotel 5A",)), choice)
    assert facets == {"": 2, "Hotel 5A": 3, "Hotel 5B": 3, "Hotel 5C": 2}
    assert names(store, own=(f"{choice}=Hotel 5C", f"{sixty.name_of(4)}=yes")) == ["Sixty 5"]
    assert names(store, own=(f"{choice}=", f"{choice}=Hotel 5C")) == ["C1", "D1", "Sixty 2", "Sixty 5"]
    wanted = CompanyFilter(own=(f"{choice}=x", "company.other=y"))
    assert (wanted.without_own(choice).own, wanted.own_values("company.other")) == (("company.other=y",), ("y",))


def test_one_of_several_values_is_found_and_counted(store: Store) -> None:
    field = definitions.enter(store, None, {"name_en": "Meals", "kind": FieldKind.SEVERAL, "choices": "A\nB\nAB"})
    edits = [Edit(key_of(store, name), field.name, text) for name, text in (("C1", "A; AB"), ("D1", "AB"))]
    company_cells.edit(store, edits, message("Edit"))
    assert (names(store, own=("company.meals=A",)), names(store, own=("company.meals=AB",))) == (["C1"], ["C1", "D1"])
    found = store.companies.own_facets(CompanyFilter(), field.name, is_several=True)
    assert (found["A"], found["AB"], found[""]) == (1, 2, sixty.COMPANIES)


def test_cells_are_checked_as_in_the_form_and_undone(store: Store) -> None:
    key = key_of(store, "Sixty 0")
    before = registrations.records(store, [key])[key].company.own
    edits = [
        Edit(key, sixty.name_of(n), text) for n, text in ((1, "12,5"), (3, "15 Feb 2026"), (2, "many"), (4, "Yes"))
    ]
    report = company_cells.edit(store, edits, message("Paste"))
    own = registrations.records(store, [key])[key].company.own
    assert [own[sixty.name_of(n)] for n in (1, 3, 2, 4)] == [
        "12.5",
        "2026-02-15",
        before[sixty.name_of(2)],
        "yes",
    ]
    assert [(one.column, one.reason) for one in report.refused] == [
        (sixty.name_of(2), "This is no sum of money, such as 1,500 CAD."),
    ]  # fmt: skip
    store.undo()
    assert registrations.records(store, [key])[key].company.own == before


def test_a_field_of_the_other_side_is_refused(store: Store) -> None:
    definitions.enter(store, None, {"name_en": "Gate", "side": "counterpart"})
    report = company_cells.edit(store, [Edit(key_of(store, "D1"), "company.gate", "B")], message("Edit"))
    assert [one.reason for one in report.refused] == ["“Gate” is a field of the other side."]


def test_people_are_listed_searched_sorted_and_edited_by_their_fields(store: Store) -> None:
    people = {line.person.family_name: line.key for line in listing.lines(store.snapshot())}
    edits = [Edit(people["C1"], "person.badge_note", "10"), Edit(people["D1"], "person.badge_note", "9")]
    assert people_cells.edit(store, edits, message("Edit")).changed == 2
    lines = listing.lines(store.snapshot())
    ordered = [line.person.own.get("person.badge_note", "") for line in listing.ordered(lines, "person.badge_note")]
    assert [text for text in ordered if text] == ["9", "10"]
    assert [line.key for line in listing.narrowed(lines, listing.PeopleFilter("10"))] == [people["C1"]]


def test_letters_have_them_in_braces(store: Store) -> None:
    wanted = LetterTemplate(kind="accepted", language="en", subject="{company}", body="On {zyx_3_qua}, {zyx_0_qua}")
    letters.save_template(store, wanted)
    company = key_of(store, "D1")
    company_cells.edit(store, [Edit(company, sixty.name_of(3), "2026-02-17")], message("Edit"))
    (letter,) = letters.compose(store, [company])
    assert (letter.body, "zyx_3_qua" in letters.field_names(store)) == ("On Feb 17, 2026,", True)
