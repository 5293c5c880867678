"""Sixty columns that meant nothing here, in each place that takes from the mission: lists, packs, scores, copies."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain import completeness
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import OwnField, PackPlace, Subject, Suiting
from missionplanner.domain.people import Person
from missionplanner.domain.reviews import Criterion
from missionplanner.exchange.form_questions import questions
from missionplanner.i18n import translator
from missionplanner.jobs.cell_edits import Edit, replacements
from missionplanner.jobs.companies import cells, duplicates, registrations
from missionplanner.jobs.fields import definitions, forms, values
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export, mission_workbook, rows
from missionplanner.jobs.people import cells as people_cells
from missionplanner.jobs.requests import compared_fields
from missionplanner.jobs.safety import history, privacy
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.starts import earlier
from missionplanner.jobs.starts.earlier import Earlier
from missionplanner.jobs.starts.take import Take, whole
from missionplanner.messages import message
from missionplanner.pack import own_details
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests import workbooks
from tests.builders import key_of, small_mission
from tests.unit.jobs.fields import sixty

NAMES = [sixty.name_of(column) for column in range(sixty.NUMBER)]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("places")
    with small_mission(folder / "m.mission", 1, 1) as store:
        sixty.bring_in(store, folder)
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def set_all(store: Store, **changes: object) -> None:
    """Give every field a setting."""
    with store.change(message("Set")) as change:
        for field in store.all(OwnField):
            change.update(replace(field, **changes))  # type: ignore[arg-type]


def own(store: Store, name: str) -> dict[str, str]:
    return dict(registrations.records(store, [key_of(store, name)])[key_of(store, name)].company.own)


def test_the_search_finds_every_value_by_its_field(store: Store) -> None:
    for column in range(0, sixty.NUMBER, 6):
        found = store.companies.ids(CompanyFilter(text=f'"Zyx {column} qua":"{sixty.cell(3, column)}"'))
        assert found == [key_of(store, "Sixty 3")]


def test_the_form_asks_them_all(store: Store) -> None:
    asked = questions(forms.facts(store), Side.DELEGATION)
    assert [one.target for one in asked if one.target in NAMES] == NAMES


def test_lists_for_programs_have_them_all(store: Store) -> None:
    (row,) = rows.companies(store.snapshot(), {key_of(store, "Sixty 2")})
    assert sum(str(value) != "" for key, value in row.items() if "zyx" in key) == sixty.NUMBER


def test_csv_has_them_and_not_the_sensitive_ones(store: Store, tmp_path: Path) -> None:
    set_all(store, sensitive=True)
    first = store.all(OwnField)[0]
    with store.change(message("One is not")) as change:
        change.update(replace(first, sensitive=False))
    for sensitive, number in ((False, 1), (True, sixty.NUMBER)):
        run_now(export.export(tmp_path / "c.csv", sensitive=sensitive), store)
        heading = (tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        assert sum(name in NAMES for name in heading) == number


def test_the_workbook_has_them_and_takes_them_back(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    typed = {0: "new", 1: 7, 2: "9 CAD", 3: date(2026, 3, 1), 4: "no", 5: "Hotel 5C"}

    def change(sheets: workbooks.Cells) -> None:
        for column, cell in typed.items():
            workbooks.put(sheets["Companies"], "Sixty 1", f"Zyx {column} qua", cell)

    found = run_now(read_back.analyse(workbooks.edited(path, change)), store)
    read_back.accept(store, found)
    said = own(store, "Sixty 1")
    assert [said[NAMES[column]] for column in typed] == ["new", "7", "9 CAD", "2026-03-01", "no", "Hotel 5C"]


def test_they_are_found_and_replaced_and_changed_in_many(store: Store) -> None:
    keys = [key_of(store, f"Sixty {row}") for row in range(3)]
    known = [Edit(key, NAMES[0], sixty.cell(row, 0)) for row, key in enumerate(keys)]
    cells.edit(store, replacements(known, "answer", "reply"), message("Replace"))
    assert own(store, "Sixty 2")[NAMES[0]] == "reply 2 of column 0"
    report = cells.edit(store, [Edit(key, NAMES[4], "yes") for key in keys], message("Change many"))
    assert (report.refused, [own(store, f"Sixty {row}")[NAMES[4]] for row in range(3)]) == ((), ["yes"] * 3)


def test_required_ones_are_named_where_they_are_missing(store: Store) -> None:
    set_all(store, required=True)
    lines = store.companies.lines([key_of(store, "D1"), key_of(store, "Sixty 1")])
    lacks = [tuple(code for code in line.missing.split(",") if code in NAMES) for line in lines]
    assert lacks == [tuple(NAMES), ()]
    assert completeness.words(lacks[0][:2], values.fields(store)) == "Zyx 0 qua, Zyx 1 qua"


def test_criteria_are_read_from_them(store: Store) -> None:
    known = {field.name: field.id for field in store.all(OwnField)}
    criteria = [
        Criterion(name_en="Size", field_id=known[NAMES[1]], points="1004 = 5"),
        Criterion(name_en="Yes", field_id=known[NAMES[4]], points="yes = 4; no = 2"),
        Criterion(name_en="Hotel", field_id=known[NAMES[5]], points="Hotel 5A = 3"),
    ]
    decisions.save_criteria(store, criteria)
    assert decisions.all_scores(store)[key_of(store, "Sixty 6")].mean == 100 * (5 + 2 + 3) / 15


def test_suggestions_compare_them_with_reasons(store: Store) -> None:
    set_all(store, suits=Suiting.EQUAL)
    fields = values.fields(store)
    assert len(compared_fields.rules(fields)) == sixty.NUMBER
    said = own(store, "Sixty 1")
    reasons = compared_fields.reasons(fields, said, {name: said[name] for name in NAMES[2:6]})
    assert reasons == ["Zyx 2 qua: 201 CAD", "Zyx 3 qua: Feb 11, 2026", "Zyx 4 qua: yes", "Zyx 5 qua: Hotel 5B"]


@pytest.mark.parametrize("place", PackPlace)
def test_packs_print_them_where_they_were_chosen(store: Store, place: PackPlace) -> None:
    set_all(store, packs=place.value)
    snapshot = store.snapshot()
    found = own_details.of_company(snapshot, snapshot.company[key_of(store, "Sixty 1")], place, translator("fr"))
    assert len(found) == sixty.NUMBER
    assert [phrase.text for _label, phrase in found[3:6]] == ["11 févr. 2026", "oui", "Hotel 5B"]


def test_of_two_companies_that_are_one_each_is_chosen_for_itself(store: Store) -> None:
    one, two = (key_of(store, name) for name in ("Sixty 1", "Sixty 2"))
    found = registrations.records(store)
    differing = {row.field for row in duplicates.differences(store, found[one], found[two])}
    assert {name for name in NAMES if sixty.cell(1, NAMES.index(name)) != sixty.cell(2, NAMES.index(name))} <= differing
    duplicates.merge(store, one, two, {NAMES[0], NAMES[5]})
    said = own(store, "Sixty 1")
    assert [said[name] for name in NAMES[:6]] == [
        sixty.cell(2, 0), *(sixty.cell(1, column) for column in (1, 2, 3, 4)), sixty.cell(2, 5),
    ]  # fmt: skip


def test_copies_merge_field_by_field(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "a.mission")
    store.backup(tmp_path / "b.mission")
    with Store.open(tmp_path / "a.mission") as ours, Store.open(tmp_path / "b.mission") as other:
        key = key_of(store, "Sixty 1")
        cells.edit(ours, [Edit(key, name, "") for name in NAMES[::2]], message("Edit"))
        cells.edit(other, [Edit(key, name, "") for name in NAMES[1::2]], message("Edit"))
        joining.write(ours, joining.join(ours, other), message("Merge"))
        assert own(ours, "Sixty 1") == {}


def test_the_history_names_field_and_values_and_undo_brings_them_back(store: Store) -> None:
    key, before = key_of(store, "Sixty 1"), own(store, "Sixty 1")
    cells.edit(store, [Edit(key, NAMES[3], "2026-03-01"), Edit(key, NAMES[4], "no")], message("Edit"))
    told = history.values(store, store.steps.history()[0].id)
    assert [(one.about, one.before, one.after) for one in told] == [
        ("Sixty 1 – Zyx 3 qua – Mar 1, 2026", "Feb 11, 2026", "Mar 1, 2026"), ("Sixty 1 – Zyx 4 qua – no", "yes", "no"),
    ]  # fmt: skip
    store.undo()
    assert own(store, "Sixty 1") == before


def test_the_next_mission_has_the_fields_and_no_values_of_people(store: Store, tmp_path: Path) -> None:
    wanted = Earlier(whole([Take.FIELDS]), date(2027, 2, 15))
    made, _told = earlier.make(tmp_path / "next.mission", store, wanted, date(2026, 11, 30))
    with made:
        assert [field.name for field in values.fields(made)] == NAMES
        assert values.by_record(made, Subject.COMPANY) == {}


def test_erasing_everybody_empties_them(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "e.mission")
    with Store.open(tmp_path / "e.mission") as other:
        privacy.erase(other)
        assert values.by_record(other, Subject.COMPANY) == {}


def test_everything_of_somebody_is_written_out_and_erased_with_them(store: Store, tmp_path: Path) -> None:
    shirt = definitions.enter(store, None, {"name_en": "Shirt", "subject": Subject.PERSON, "sensitive": True})
    one, other = (person.id for person in store.all(Person) if person.email in ("a1@sixty.ca", "a2@sixty.ca"))
    people_cells.edit(store, [Edit(one, shirt.name, "Zebra 7"), Edit(other, shirt.name, "Plain")], message("Edit"))
    store.backup(tmp_path / "e.mission")
    with Store.open(tmp_path / "e.mission") as copy:
        privacy.save_person(copy, one, tmp_path / "one.json")
        assert ("Zebra 7" in (tmp_path / "one.json").read_text(), "Plain" in (tmp_path / "one.json").read_text()) == (
            True,
            False,
        )
        privacy.erase(copy, [one])
        assert values.by_record(copy, Subject.PERSON) == {other: {shirt.name: "Plain"}}
    assert b"Zebra 7" not in (tmp_path / "e.mission").read_bytes()


def test_a_second_form_is_asked_of_those_that_were_accepted(store: Store) -> None:
    set_all(store, second_form=True, required=True)
    assert [one for one in questions(forms.facts(store), Side.DELEGATION) if one.target in NAMES] == []
    (line,) = store.companies.lines([key_of(store, "D1")])
    is_in = store.where(Application, "company_id", [line.id])[0].status in (Status.ACCEPTED, Status.CONFIRMED)
    assert (NAMES[0] in line.missing.split(",")) is is_in
