"""The filters typed on the command line, as a filter of the store."""

import argparse
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.errors import UserError
from missionplanner.store.listing import CompanyFilter
from tests.builders import meet, small_mission


def typed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_filters(parser)
    return parser.parse_args(words)


def test_nothing_typed_is_no_filter(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        assert company_filter(store, typed()) == CompanyFilter()


def test_every_filter_is_taken(tmp_path: Path) -> None:
    words = ("--side", "delegation", "--status", "accepted", "--stop", "mexico  CITY", "--search", "a b")
    with small_mission(tmp_path / "m.mission") as store:
        found = company_filter(store, typed(*words, "--sector", "am", "--sector", "Fabrication de pointe"))
    assert found == CompanyFilter("delegation", ("AM", "AM"), ("accepted",), (1,), "a b")


def test_unknown_sector_names_the_codes(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store, pytest.raises(UserError) as caught:
        company_filter(store, typed("--sector", "XX"))
    assert str(caught.value) == "There is no sector “XX”. The codes are: AM."


def test_unknown_stop_names_the_stops_in_the_language(tmp_path: Path) -> None:
    i18n.use("fr")
    with small_mission(tmp_path / "m.mission") as store, pytest.raises(UserError) as caught:
        company_filter(store, typed("--stop", "Paris"))
    assert str(caught.value) == "Il n’y a pas d’étape « Paris ». Les étapes sont : Mexico City."


def test_status_of_now_has_another_name_where_a_status_is_given() -> None:
    parser = argparse.ArgumentParser()
    add_filters(parser, "--was")
    assert parser.parse_args(["--was", "reserve"]).status_filter == "reserve"


def test_who_is_free_is_found_out(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        meet(store, "D1", "C1", 0, 0)
        found = company_filter(store, typed("--side", "delegation", "--search", "free:9 d"))
        assert [line.name for line in store.companies.lines(store.companies.ids(found))] == ["D2", "D3"]
        with pytest.raises(UserError) as caught:
            company_filter(store, typed("--search", "free:23"))
    assert str(caught.value) == "There are no meetings at 23. See the times of the sessions in the window."
