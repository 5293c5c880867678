"""The conditions of a filter: words, fields, any and every."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Attachment, AttachmentKind, Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.reviews import Review
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.conditions import HAS, PREFIXES, CompanyFilter, taken_out, where
from missionplanner.store.listing import SORT_COLUMNS
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission


def names(store: Store, **wanted: object) -> list[str]:
    found = store.companies.lines(store.companies.ids(CompanyFilter(**wanted)))  # type: ignore[arg-type]
    return [line.name for line in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("city:lévis", 7),
        ("ville:lévis", 7),
        ("Ciudad:levis", 7),
        ("pays:canada ciudad:LEVIS", 7),
        ("city:LEVIS status:accepted", 7),
        ('city:"st. john"', None),
        ("delegate:tremblay", None),
        ("sector:agric", None),
        ("web:example", None),
        ("unknown:word", 0),
        ("city:nowhere", 0),
        ("email:.example", None),
        ("name:boreal", None),
        ("country:mexico side", 0),
    ],
)
def test_prefixed_words_search_one_field(example: Store, text: str, count: int | None) -> None:
    ids = example.companies.ids(CompanyFilter(text=text))
    if count is not None:
        assert (len(ids) > 0) == (count > 0)
    prefix, _colon, value = text.partition(":")
    if prefix == "city" and ids:
        wanted = value.split(" status")[0].strip('"').lower().replace("é", "e")
        assert all(wanted in line.city.lower().replace("é", "e") for line in example.companies.lines(ids))


def test_every_prefix_and_condition_is_sound_sql(example: Store) -> None:
    for prefix in PREFIXES:
        example.companies.ids(CompanyFilter(text=f"{prefix}:x'\"%_"))
    assert example.companies.ids(CompanyFilter(text="\ud800 city:\ud800", regions=("\ud800",))) == []
    for name in HAS:
        with_it = example.companies.ids(CompanyFilter(has=(name,)))
        without = example.companies.ids(CompanyFilter(lacks=(name,)))
        assert sorted([*with_it, *without]) == sorted(example.companies.ids(CompanyFilter())), name
    for column in SORT_COLUMNS:
        up = example.companies.ids(CompanyFilter(), column)
        assert sorted(up) == sorted(example.companies.ids(CompanyFilter(), column, descending=True)), column


def test_values_of_a_chip_hold_any_or_every(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Sectors")) as change:
            more = change.insert(Sector(code="CT", name_en="Clean technologies"))
        one, two = (registrations.records(store, [key_of(store, n)])[key_of(store, n)] for n in ("D1", "D2"))
        first = store.all(Sector)[0].id
        with store.change(message("Sectors")) as change:
            registrations.save(store, change, one, replace(one, sectors=(first, more)))
            registrations.save(store, change, two, replace(two, sectors=(first,)))
        assert names(store, sectors=("AM", "CT")) == ["D1", "D2"]
        assert names(store, sectors=("AM", "CT"), every=("sectors",)) == ["D1"]
        assert names(store, has=("delegate", "logo"), every=("has",)) == []
        assert names(store, has=("delegate", "logo"), side="delegation") == ["D1", "D2", "D3"]
        assert names(store, sizes=("?",), side="delegation") == ["D1", "D2", "D3"]
        assert names(store, since="2020-01-01", side="counterpart") == ["C1", "C2", "C3"]
        assert names(store, since="2999-01-01") == []
        assert len(names(store, incomplete=True)) == 6


@pytest.mark.parametrize(
    ("size", "employees"),
    [
        ("1-9", [1, 9]),
        ("10-49", [10, 48, 49]),
        ("50-249", [50, 249]),
        ("250+", [250, 10_000_000]),
        ("?", [None]),
    ],
)
def test_a_size_holds_from_its_least_to_its_most(store: Store, size: str, employees: list[int | None]) -> None:
    every = [0, 1, 9, 10, 48, 49, 50, 249, 250, 10_000_000, None]
    with store.change(message("Sizes")) as change:
        change.delete(Company, [company.id for company in store.all(Company)])
        for number in every:
            key = change.insert(Company(side=Side.DELEGATION, name="x", employees=number))
            change.insert(Application(company_id=key))
    found = store.companies.lines(store.companies.ids(CompanyFilter(sizes=(size,))))
    assert [line.employees for line in found] == employees


FILLED: dict[str, Callable[[Store], object]] = {
    "delegate": lambda _store: Person(company_id=1),
    "consent": lambda store: replace(store.get(Company, 1), consent=True),
    "meetings": lambda _store: Meeting(delegation_id=1, counterpart_id=2, slot_id=1, table_id=1),
    "requests": lambda _store: Request(delegation_id=1, counterpart_id=2),
    "logo": lambda _store: Attachment(company_id=1, kind=AttachmentKind.LOGO, name="a.png"),
    "attachments": lambda _store: Attachment(company_id=1, kind=AttachmentKind.FILE, name="a.pdf"),
    "description_en": lambda store: replace(store.get(Company, 1), description_en="x"),
    "description_fr": lambda store: replace(store.get(Company, 1), description="x", language="fr"),
    "description_es": lambda store: replace(store.get(Company, 1), description_es="x"),
    "review": lambda _store: Review(company_id=1, criterion_id=1, reviewer="Ana"),
    "announced": lambda store: replace(store.all(Application)[0], announced=Status.ACCEPTED.value),
    "edited": lambda store: replace(store.all(Application)[0], edited="name"),
}
_APART = ("fee",)
"""What companies have that says what they do not owe: tests/unit/jobs/fields/test_fees.py tries it."""


def test_everything_a_company_can_have_is_tried() -> None:
    assert [*FILLED, *_APART] == list(HAS)


@pytest.mark.parametrize("name", FILLED)
def test_what_a_company_has_it_does_not_lack(store: Store, name: str) -> None:
    with store.change(message("Empty")) as change:
        change.delete(Company, [3, 5, 6])
        change.delete(Person, [1])
    assert 1 in store.companies.ids(CompanyFilter(lacks=(name,)))
    record = FILLED[name](store)
    with store.change(message("Fill")) as change:
        if record.id:
            change.update(record)
        else:
            change.insert(record)
    assert 1 in store.companies.ids(CompanyFilter(has=(name,)))
    assert 1 not in store.companies.ids(CompanyFilter(lacks=(name,)))
    assert 4 not in store.companies.ids(CompanyFilter(has=(name,))) or name == "delegate"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (CompanyFilter(side="counterpart"), ["C1", "C2", "C3"]),
        (CompanyFilter(ids=(3, 1)), ["D1", "D3"]),
        (CompanyFilter(statuses=("declined", "waiting")), []),
        (CompanyFilter(regions=("Quebec",)), ["D1"]),
        (CompanyFilter(reviewers=("Ana",)), ["D2"]),
        (CompanyFilter(languages=("fr",)), ["D1", "D3"]),
        (CompanyFilter(languages=("es",)), ["D3"]),
        (CompanyFilter(languages=("r",)), []),
        (CompanyFilter(text="region:quebec reviewer:ana"), []),
        (CompanyFilter(text='region:"new que"'), []),
        (CompanyFilter(text="reviewer:ana"), ["D2"]),
        (CompanyFilter(text="Évaluateur:ana"), ["D2"]),
        (CompanyFilter(text="evaluador:ana estado:aceptada"), ["D2"]),
        (CompanyFilter(text="statut:acceptée province:québec"), ["D1"]),
        (CompanyFilter(text="statut:participe"), ["C1", "C2", "C3"]),
        (CompanyFilter(text="status:withdrawn"), []),
        (CompanyFilter(text="pays:allemagne país:alemania"), ["D1"]),
        (CompanyFilter(text="D1 given"), ["D1"]),
        (CompanyFilter(text="D1 D2"), []),
    ],
)
def test_a_filter_holds_of_the_companies_it_says(store: Store, wanted: CompanyFilter, found: list[str]) -> None:
    with store.change(message("Fill")) as change:
        change.update(replace(store.get(Company, 1), region="Quebec", country="Germany", language="fr"))
        change.update(replace(store.all(Application)[1], reviewer="Ana"))
        change.update(replace(store.all(Person)[2], languages="es,fr"))
    assert names_of(store, wanted) == found


def names_of(store: Store, wanted: CompanyFilter) -> list[str]:
    return [line.name for line in store.companies.lines(store.companies.ids(wanted))]


def test_a_filter_with_one_field_left_open_keeps_the_others() -> None:
    wanted = CompanyFilter(side="delegation", sizes=("1-9",), text="a")
    assert wanted.without("sizes") == CompanyFilter(side="delegation", text="a")
    assert wanted.without("text") == CompanyFilter(side="delegation", sizes=("1-9",))


def test_values_reach_sql_as_parameters_alone() -> None:
    sql, values = where(CompanyFilter(side="'; DROP", regions=("a", "b"), text="c", ids=(1,), since="2026-01-01"))
    assert "DROP" not in sql
    assert values[:3] == ["a", "b", "c"]
    assert values[3:5] == ["'; DROP", 1]
    assert sql.count("?") == len(values)
    assert where(CompanyFilter()) == ("1", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("robots free:10", ("robots", ["10"])),
        ('FREE:"tue 10" robots city:laval', ("robots city:laval", ["tue 10"])),
        ("libre:10 robots", ("robots", ["10"])),
        ("free:10 free:11", ("", ["10", "11"])),
        ("free 10  carefree:10", ("free 10  carefree:10", [])),
    ],
)
def test_what_is_asked_of_one_field_is_taken_out_of_a_search(text: str, expected: tuple[str, list[str]]) -> None:
    assert taken_out(text, "free") == expected
