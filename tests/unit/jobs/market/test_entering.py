"""Series and figures as they are entered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.figures import Bounded, ChartKind, Figure, Series
from missionplanner.errors import UserError
from missionplanner.jobs.market import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade, check_undo, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("Trade")) as change:
            add_trade(change)
        yield found


def test_a_series_is_added_and_undone(store: Store) -> None:
    made = entering.enter_series(store, None, {"name_fr": " Exportations ", "currency": "cad"})
    assert (made.code, made.name_fr, made.currency, made.position) == ("exportations", "Exportations", "CAD", 1)
    check_undo(store, lambda s: entering.enter_series(s, None, {"name_en": "Tonnes"}), "Add series Tonnes")


def test_a_series_keeps_its_code_when_it_is_renamed(store: Store) -> None:
    (trade,) = store.all(Series)
    made = entering.enter_series(store, trade, {"name_en": "Goods"})
    assert (made.code, made.name_en, store.steps.undo_label) == ("trade", "Goods", "Edit series Goods")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({}, "The series needs a name."),
        ({"name_en": "trade"}, "There is a series “Trade” already."),
        ({"name_en": "X", "currency": "QQQ"}, "“QQQ” is no currency."),
        ({"name_en": "X", "chart": ChartKind.SHARE}, "Shares are counted in per cent."),
    ],
)
def test_what_a_series_cannot_be(store: Store, values: dict[str, object], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        entering.enter_series(store, None, values)


def test_a_figure_is_entered_edited_and_removed(store: Store) -> None:
    values = {"series_id": 1, "period": "Q1 2024", "value": 5.0, "source": " Office "}
    made = entering.enter_figure(store, None, values)
    assert (made.period, made.source) == ("2024-Q1", "Office")
    made = entering.enter_figure(store, made, {"value": 6.0})
    assert (made.value, store.steps.undo_label) == (6.0, "Edit figure Trade 2024-Q1")
    check_undo(store, lambda s: entering.remove_figures(s, [made.id]), "Delete 1 figure")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"series_id": 1, "period": "2024", "value": 1}, "“Trade” has a figure of 2024 already."),
        ({"series_id": 1, "period": "soon", "value": 1}, "“soon” is no period."),
        ({"series_id": 9, "period": "2023", "value": 1}, "A figure needs a series."),
    ],
)
def test_what_a_figure_cannot_be(store: Store, values: dict[str, object], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        entering.enter_figure(store, None, values)


def test_a_series_goes_with_its_figures_and_comes_back(store: Store) -> None:
    check_undo(store, lambda s: entering.remove_series(s, [1]), "Delete 1 series")
    entering.remove_series(store, [1])
    assert store.all(Figure) == []


def test_series_are_put_in_order(store: Store) -> None:
    entering.enter_series(store, None, {"name_en": "Second"})
    entering.put_in_order(store, [2, 1])
    assert [one.code for one in entering.known(store).series] == ["second", "trade"]


def test_series_and_figures_are_found_by_name(store: Store) -> None:
    assert entering.figure_called(store, "Échanges.2024").value == 56
    assert [entering.is_figure(name) for name in ("trade", "trade.2024", "U.S. trade", ".2024")] == [
        False, True, False, False,
    ]  # fmt: skip
    with pytest.raises(UserError, match=r"There is no figure “trade\.2023”") as caught:
        entering.figure_called(store, "trade.2023")
    assert caught.value.hint == "It has figures of 1994, 2024."
    with pytest.raises(UserError, match="There is no series “cows”"):
        entering.called(store, "cows")


def test_a_value_is_read_as_people_write_it() -> None:
    assert entering.read_value("over 56,2") == (56.2, Bounded.OVER)
    with pytest.raises(UserError, match="“much” is no number"):
        entering.read_value("much")
