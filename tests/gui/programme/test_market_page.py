"""The figures of the market in the settings of the mission."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from missionplanner.gui.programme.market_page import MarketPage
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.jobs.market import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade


@pytest.fixture
def page(store: Store, qtbot: QtBot) -> MarketPage:
    with store.change(message("Trade")) as change:
        add_trade(change)
        add_trade(change, code="other", name_en="Other", position=1)
    found = MarketPage(store)
    qtbot.addWidget(found)
    return found


def shown(page: MarketPage) -> list[str]:
    model = page.figures.table.rows
    return [f"{model.text(row, 0)} {model.text(row, 1)}: {model.text(row, 2)}" for row in range(model.rowCount())]


def test_the_figures_of_the_selected_series_are_shown(page: MarketPage) -> None:
    assert len(shown(page)) == 4
    page.series.table.selectRow(1)
    assert shown(page) == ["Other 1994: under CAD 5 billion", "Other 2024: over CAD 56 billion"]
    page.refresh()
    assert len(shown(page)) == 2


def test_cells_are_pasted_once_somebody_said_where_they_are_from(
    page: MarketPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def accept(dialog: RecordDialog) -> int:
        titles.append(dialog.windowTitle())
        dialog.form.fill({"source": "Office", "as_of": "2025-03-04"})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    QGuiApplication.clipboard().setText("\t2022\t2023\nCows\t1\t2\n")
    page.paste()
    assert titles == ["Import figures – 1 new series, 2 new figures"]
    assert [(one.value, one.source) for one in entering.known(store).of[3]] == [(1.0, "Office"), (2.0, "Office")]
    monkeypatch.setattr(RecordDialog, "exec", lambda _dialog: 0)
    page.paste()
    assert store.steps.undo_label == "Import 2 figures"


def test_what_is_no_table_is_refused(page: MarketPage, tmp_path: Path, shown_errors: list[BaseException]) -> None:
    source = tmp_path / "t.csv"
    source.write_text("a,b\nc,d\n")
    page.bring_from(source)
    assert [getattr(error, "text", "") for error in shown_errors] == ["t.csv holds no figures."]
