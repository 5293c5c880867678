"""From a page of a pack to its record."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.packs import page_records
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.jobs.packs.previews import PageSource


@pytest.mark.parametrize(
    ("source", "owner", "asked"),
    [(PageSource((2,)), 3, [2]), (PageSource(section="fellows"), 3, [3]), (PageSource(), 3, [3])],
)
def test_pages_lead_to_a_company(
    packs: PacksScreen, qtbot: QtBot, source: PageSource, owner: int, asked: list[int]
) -> None:
    with qtbot.waitSignal(packs.company_asked) as found:
        page_records.go_to(source, packs, packs.workspace.store.snapshot(), lambda _kind: None, owner)
    assert found.args == asked


def test_a_text_is_shown_where_it_is_written(packs: PacksScreen) -> None:
    shown: list[str] = []
    page_records.go_to(PageSource(section="welcome"), packs, packs.workspace.store.snapshot(), shown.append, 3)
    assert shown == ["welcome"]
