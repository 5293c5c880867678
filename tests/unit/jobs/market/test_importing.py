"""Tables of figures brought in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.figures import Figure, Series
from missionplanner.errors import UserError
from missionplanner.jobs.market import importing
from missionplanner.jobs.market.importing import Origin
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade, check_undo, small_mission

BLOCK = "Series\t1994\t2024\t2025\nTrade\t4.5\t56\tx1\nExports (CAD)\t1\t2\t3\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("Trade")) as change:
            add_trade(change)
        yield found


def test_a_block_is_compared_with_the_mission_and_taken_as_one_step(store: Store) -> None:
    found = importing.pasted(store, BLOCK, Origin("Yearbook", "https://y.ca", date(2025, 5, 5)))
    assert found.sentence == "1 new series, 3 new figures, 2 figures changed, 1 cell is no figure"
    check_undo(store, lambda s: importing.take(s, found), "Import 5 figures")
    importing.take(store, found)
    exports = store.all(Series)[1]
    assert (exports.code, exports.currency, exports.name_en) == ("exports", "CAD", "Exports")
    old = store.all(Figure)[0]
    assert (old.value, old.source, old.as_of, old.bounded) == (4.5, "Yearbook", date(2025, 5, 5), "")
    assert [one.period for one in store.where(Figure, "series_id", [exports.id])] == ["1994", "2024", "2025"]
    again = importing.pasted(store, BLOCK, Origin())
    assert (again.new, again.changed, again.same) == (0, 0, 5)
    importing.take(store, again)
    assert store.steps.undo_label == "Import 5 figures"


def test_a_file_says_itself_where_its_figures_are_from(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("Year,Cows\n2020,1\n2021,2\nSource: Farmers,\n", encoding="utf-8")
    importing.take(store, importing.from_file(store, source, Origin("Somebody else")))
    assert {one.source for one in store.all(Figure)[2:]} == {"Farmers"}


@pytest.mark.parametrize(
    ("text", "problem"), [("", "The clipboard holds no text."), ("a\tb\nc\td", "The clipboard holds no figures.")]
)
def test_what_is_no_table_is_refused(store: Store, text: str, problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        importing.pasted(store, text, Origin())


def test_a_sheet_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("Year,Cows\n2020,1\n", encoding="utf-8")
    with pytest.raises(UserError, match="There is no sheet “Old”"):
        importing.from_file(store, source, Origin(), "Old")
