"""The companies as lists show them: filtered, sorted, counted."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector, Side
from missionplanner.domain.mission import Mission, Sector
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.messages import message
from missionplanner.store import listing
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.listing import CompanyLine
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet


def names(store: Store, **wanted: object) -> list[str]:
    found = store.companies.lines(store.companies.ids(CompanyFilter(**wanted)))  # type: ignore[arg-type]
    return [line.name for line in found]


def test_filter_finds_whatever_the_field_accents_and_case(example: Store) -> None:
    def names(**wanted: object) -> list[str]:
        ids = example.companies.ids(CompanyFilter(**wanted))  # type: ignore[arg-type]
        return [line.name for line in example.companies.lines(ids)]

    assert len(names()) == 465
    assert len(names(side="delegation")) == 245
    assert len(names(sectors=("AM",), side="counterpart")) == 39
    by_text = names(text="levis GROUPE")
    assert by_text
    assert all("Groupe" in name for name in by_text)
    assert names(text="laurentian.data@nowhere") == []
    assert len(names(statuses=("accepted",))) == 465
    assert names(statuses=("declined",)) == []
    guadalajara = names(stops=(2,), side="delegation")
    assert 0 < len(guadalajara) < 245


def test_filter_by_subsector_is_narrower_than_by_its_sector(example: Store) -> None:
    narrow = set(example.companies.ids(CompanyFilter(sectors=("AM-1",))))
    wide = set(example.companies.ids(CompanyFilter(sectors=("AM",))))
    assert narrow
    assert narrow < wide | narrow


def test_sorting_is_stable_both_ways(example: Store) -> None:
    for key in ("name", "city", "sectors", "meetings", "status", "delegate", "employees"):
        up = example.companies.ids(CompanyFilter(), key)
        down = example.companies.ids(CompanyFilter(), key, descending=True)
        assert sorted(up) == sorted(down)
        assert up == example.companies.ids(CompanyFilter(), key)


def test_stop_filter_is_what_the_list_says_of_stops(example: Store) -> None:
    snapshot = example.snapshot()
    for stop in snapshot.stops:
        listed = set(example.companies.ids(CompanyFilter(stops=(stop.id,))))
        assert listed == {company.id for company in snapshot.companies if stop.id in snapshot.stops_for(company.id)}


def test_stop_filter_falls_back_to_the_programme_of_the_sectors(store: Store) -> None:
    assert len(store.companies.ids(CompanyFilter(stops=(1,)))) == 6


@pytest.mark.parametrize("name", ["statuses", "regions", "sizes", "reviewers", "sectors", "languages"])
def test_facets_agree_with_the_list(example: Store, name: str) -> None:
    base = CompanyFilter(side="delegation", text="inc")
    facets = example.companies.facets(base, name)
    for value, number in facets.items():
        found = example.companies.ids(replace(base, **{name: (value,)}))
        if name == "languages":
            assert number <= len(found)
        else:
            assert number == len(found), value
    assert sum(facets.values()) > 0 or name in ("reviewers", "languages")


@pytest.fixture
def equals(tmp_path: Path) -> Iterator[Store]:
    """Companies stored in no order, most of them equal in what they are sorted by."""
    with Store.create(tmp_path / "e.mission", Mission(starts=DAY, ends=DAY)) as store:
        with store.change(message("Fill")) as change:
            for name, city in (
                ("Zeta", "Laval"),
                ("Alfa", "Laval"),
                ("Alfa", "Laval"),
                ("Mid", "Gaspé"),
                ("Beta", "Laval"),
            ):
                key = change.insert(Company(side=Side.DELEGATION, name=name, city=city))
                change.insert(Application(company_id=key))
        yield store


@pytest.mark.parametrize(
    ("sort", "descending", "ids"),
    [
        ("city", False, [4, 2, 3, 5, 1]),
        ("city", True, [2, 3, 5, 1, 4]),
        ("status", False, [2, 3, 5, 4, 1]),
        ("name", False, [2, 3, 5, 4, 1]),
        ("name", True, [1, 4, 5, 2, 3]),
    ],
)
def test_companies_that_are_equal_come_by_name_and_then_by_key(
    equals: Store, sort: str, descending: bool, ids: list[int]
) -> None:
    assert equals.companies.ids(CompanyFilter(), sort, descending) == ids
    assert equals.companies.ids(CompanyFilter(side="delegation"), sort, descending) == ids


def test_a_line_says_of_a_company_what_lists_show(store: Store) -> None:
    key = key_of(store, "D2")
    meet(store, "D2", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 0, status=MeetingStatus.CANCELLED)
    with store.change(message("Fill")) as change:
        more = change.insert(Sector(code="CT", name_en="Clean technologies"))
        change.insert_all(CompanySector(company_id=key, sector_id=s, position=p) for s, p in ((1, 1), (more, 0)))
        change.insert(Person(company_id=key, given_name="Second", family_name="Person", email="second@x.example"))
        change.update(replace(store.where(Person, "company_id", [key])[0], email="first@x.example"))
        change.update(replace(store.get(Company, key), city="Lévis", employees=12))
    (line,) = store.companies.lines([key])
    assert (line.name, line.side, line.status, line.city, line.employees) == (
        "D2",
        "delegation",
        "accepted",
        "Lévis",
        12,
    )
    assert (line.sectors, line.delegate, line.email, line.meetings) == ((more, 1), "Given D2", "first@x.example", 1)


def test_lines_come_in_the_order_asked_for_without_those_that_are_gone(store: Store) -> None:
    assert [line.name for line in store.companies.lines([6, 99, 1])] == ["C3", "D1"]
    assert store.companies.lines([]) == []


def test_a_company_without_delegates_and_sectors_is_listed(equals: Store) -> None:
    (line,) = equals.companies.lines([1])
    assert (line.sectors, line.delegate, line.email, line.meetings) == ((), "", "", 0)


def test_fields_of_a_line_are_read_in_their_order() -> None:
    assert list(listing._PLAIN) == [field.name for field in fields(CompanyLine)][: len(listing._PLAIN)]


def test_companies_are_counted_by_side_and_status(store: Store) -> None:
    with store.change(message("Decline")) as change:
        change.update(replace(store.all(Application)[0], status=Status.DECLINED))
    assert store.companies.counts(CompanyFilter()) == {
        ("delegation", "accepted"): 2, ("delegation", "declined"): 1, ("counterpart", "accepted"): 3,
    }  # fmt: skip
    assert store.companies.counts(CompanyFilter(text="D1")) == {("delegation", "declined"): 1}


def test_facets_leave_the_own_choice_of_a_field_open(store: Store) -> None:
    with store.change(message("Sizes")) as change:
        for key, employees in ((1, 9), (2, 10), (3, 49)):
            change.update(replace(store.get(Company, key), employees=employees, region="Quebec" if key < 3 else ""))
    narrow = CompanyFilter(side="delegation", sizes=("1-9",))
    assert store.companies.facets(narrow, "sizes") == {"1-9": 1, "10-49": 2}
    assert store.companies.facets(narrow, "regions") == {"Quebec": 1}
    assert store.companies.facets(replace(narrow, every=("sizes",)), "sizes") == {"1-9": 1}
    assert store.companies.facets(CompanyFilter(), "sizes") == {"1-9": 1, "10-49": 2, "?": 3}
