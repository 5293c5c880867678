"""Series and figures typed on the command line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.figures import Bounded, ChartKind, Direction, Scale
from missionplanner.domain.mission import Stop
from missionplanner.errors import UserError
from missionplanner.jobs.market import typed
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_a_series_with_everything(store: Store) -> None:
    texts = {
        "name": "Exports",
        "scale": "billion",
        "direction": "exports",
        "chart": "LINE",
        "sector": "wood",
        "stop": "",
    }
    texts["sector"] = store.snapshot().sectors[0].code.lower()
    made = typed.enter_series(store, None, texts, "exports")
    assert (made.scale, made.direction, made.chart) == (Scale.BILLION, Direction.EXPORTS, ChartKind.LINE)
    assert (made.sector_id, made.stop_id, made.name_en) == (1, None, "Exports")
    assert typed.enter_series(store, made, {"stop": store.snapshot().stops[0].name_en}).stop_id == 1


def test_a_series_without_a_name_is_called_as_its_code(store: Store) -> None:
    assert typed.enter_series(store, None, {}, "goods_trade").name_en == "Goods trade"


def test_a_figure_is_added_and_changed(store: Store) -> None:
    typed.enter_series(store, None, {}, "trade")
    made = typed.enter_figure(store, "trade.2024", {"value": "over 56", "as_of": "2025-03-04"}, is_new=True)
    assert (made.value, made.bounded, made.as_of) == (56.0, Bounded.OVER, date(2025, 3, 4))
    made = typed.enter_figure(store, "trade.2024", {"bounded": "about", "source": "Office"}, is_new=False)
    assert (made.value, made.bounded, made.source) == (56.0, Bounded.ABOUT, "Office")


@pytest.mark.parametrize(
    ("texts", "problem"), [({}, "A figure needs a value."), ({"value": "1", "bounded": "sure"}, "There is no “sure”.")]
)
def test_what_a_figure_cannot_have(store: Store, texts: dict[str, str], problem: str) -> None:
    typed.enter_series(store, None, {}, "trade")
    with pytest.raises(UserError, match=problem):
        typed.enter_figure(store, "trade.2024", texts, is_new=True)


def test_what_is_not_in_the_mission_is_refused(store: Store) -> None:
    with store.change(message("Rename")) as change:
        change.update(replace(store.all(Stop)[0], name_es="Ciudad de México"))
    i18n.use("es")
    with pytest.raises(UserError, match="“Moon” no está en la misión") as refused:
        typed.enter_series(store, None, {"stop": "Moon"}, "trade")
    assert refused.value.hint == "Ciudad de México"
