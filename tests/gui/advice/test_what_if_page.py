"""What if: numbers typed, tried, listed and drawn."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.scenarios import Outlook, Scenario
from missionplanner.gui.advice.what_if_page import CHARTS, WhatIfPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store


@pytest.fixture
def page(workspace: Workspace, store: Store, runner: Runner, qtbot: QtBot) -> WhatIfPage:
    found = WhatIfPage(workspace, runner)
    qtbot.addWidget(found)
    return found


def outlook(companies: int) -> Outlook:
    return Outlook(
        Scenario(companies), companies=companies, counterparts=3, requested=9, possible=9, must_requested=4,
        must_possible=4, meetings=companies * 2, meetings_bound=9, must_unplaced=1, must_unplaced_bound=0,
        shares={1: companies}, company_days=5, company_days_bound=4, peak_tables=3, peak_tables_bound=2,
    )  # fmt: skip


def test_typed_numbers_are_tried_with_enter(page: WhatIfPage, runner: Runner, qtbot: QtBot) -> None:
    page.numbers["companies"].setText("1-2")
    page.numbers["tables"].setText("1")
    with qtbot.waitSignal(runner.ended, timeout=20_000):
        qtbot.keyClick(page.numbers["tables"], Qt.Key.Key_Return)
    listed = page.shown_list()
    assert listed is not None
    assert [list(row[:3]) for row in listed.rows] == [
        ["1 company, 1 table a venue", "1", "1"], ["2 companies, 1 table a venue", "2", "1"],
    ]  # fmt: skip
    assert page.words.text() == (
        "With up to 2 companies every must-meet that can be held has a place;"
        " with up to 2 companies every request that can be held has one."
    )


def test_what_is_no_number_is_a_sentence(page: WhatIfPage, shown_errors: list[BaseException]) -> None:
    page.numbers["days"].setText("x")
    page.try_button.click()
    assert [str(error) for error in shown_errors] == [
        "“x” is no list of whole numbers. Write for example 40, 60, 80 or 40-80/10."
    ]


def test_before_anything_was_tried_there_is_no_list(page: WhatIfPage) -> None:
    assert (page.shown_list(), page.words.text().startswith("How many companies can be taken?")) == (None, True)


@pytest.mark.parametrize(
    ("figure", "values"),
    [
        ("meetings", "2; 4"), ("per_company", "2; 2"), ("least", "1; 1"), ("must", "1; 1"), ("days", "5; 5"), ("peak", "3; 3"),
    ],
)  # fmt: skip
def test_a_figure_is_drawn(page: WhatIfPage, figure: str, values: str) -> None:
    page.show_outlooks([outlook(1), outlook(2)])
    page.figure.choose(figure)
    one, two = values.split("; ")
    assert page.chart.accessibleDescription() == f"1 company: {one}; 2 companies: {two}"
    assert set(CHARTS) == {"meetings", "per_company", "least", "must", "days", "peak"}


def test_a_refresh_keeps_what_was_found(page: WhatIfPage) -> None:
    page.show_outlooks([outlook(1)])
    page.refresh()
    assert page.words.text() == "In none of these does every must-meet that can be held have a place."


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_figures_stand_side_by_side_on_a_small_screen(
    workspace: Workspace, runner: Runner, qtbot: QtBot, language: str
) -> None:
    i18n.use(language)
    page = WhatIfPage(workspace, runner)
    qtbot.addWidget(page)
    page.resize(1019, 560)  # beside the names of the screens, where the screen is 1366 wide
    page.show()
    page.show_outlooks([outlook(n) for n in range(40, 240, 20)])
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 10)
    qtbot.wait(1)
    bar = page.table.horizontalScrollBar()
    listed = page.shown_list()
    i18n.use("en")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert listed is not None
    assert not [heading for heading in listed.headings if "\n" in heading]
