"""The filter of the companies, its facets, and files of the first format."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Sector
from missionplanner.jobs.companies import registrations
from missionplanner.store.conditions import HAS, PREFIXES, CompanyFilter
from missionplanner.store.listing import SORT_COLUMNS
from missionplanner.store.store import Store
from tests.builders import key_of, moment, small_mission


def names(store: Store, **wanted: object) -> list[str]:
    found = store.companies.lines(store.companies.ids(CompanyFilter(**wanted)))  # type: ignore[arg-type]
    return [line.name for line in found]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("city:lévis", 7),
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


def test_values_of_a_chip_hold_any_or_every(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change("Sectors") as change:
            more = change.insert(Sector(code="CT", name_en="Clean technologies"))
        one, two = (registrations.records(store, [key_of(store, n)])[key_of(store, n)] for n in ("D1", "D2"))
        first = store.all(Sector)[0].id
        with store.change("Sectors") as change:
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


def test_completeness_follows_every_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        before = store.companies.lines([key])[0]
        assert "description" in before.missing
        with store.change("Describe") as change:
            change.update(replace(store.get(Company, key), description="Castings."))
        after = store.companies.lines([key])[0]
        assert after.complete > before.complete
        assert "description" not in after.missing
        store.undo()
        assert store.companies.lines([key])[0] == before


def test_bulk_inserts_are_undone_and_redone_exactly(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        new = [
            Registration(
                Company(side=Side.DELEGATION, name=f"N{n}\ud800 é\0"),
                Application(company_id=0, received=moment(9)),
                delegates=(Delegate(company_id=0, given_name=f"G{n}"),),
                offers=("a", "b"),
            )
            for n in range(50)
        ]
        with store.change("Many") as change:
            keys = registrations.add_all(change, new)
            change.update(replace(store.get(Company, keys[3]), city="Lévis"))
            change.delete(Company, [keys[4]])
        after = store.snapshot()
        assert len(after.companies) == len(before.companies) + 49
        assert len({company.uid for company in after.companies}) == len(after.companies)
        assert store.steps.history(1)[0].changes["companies"] == 50
        for _round in range(2):
            store.undo()
            assert store.snapshot() == before
            assert store.companies.ids(CompanyFilter(text="n1")) == []
            store.redo()
            assert store.snapshot() == after
            assert len(store.companies.ids(CompanyFilter(text="n1"))) == 11


def test_drafts_are_kept_beside_undo_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        for text in ("one", "two"):
            store.drafts.keep(FormDraft(company_id=0, side="delegation", content=text, saved_at=moment(9)))
        store.drafts.keep(FormDraft(company_id=5, side="counterpart", content="five", saved_at=moment(9)))
        assert store.steps.undo_label == ""
    with Store.open(path) as store:
        assert [store.drafts.find(0, "delegation").content, store.drafts.find(5, "").content] == ["two", "five"]  # type: ignore[union-attr]
        assert store.drafts.find(0, "counterpart") is None
        store.drafts.drop(0, "delegation")
        assert store.drafts.find(0, "delegation") is None
        assert store.drafts.find(5, "counterpart") is not None
