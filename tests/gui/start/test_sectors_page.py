import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.start.sectors_page import SectorsPage


@pytest.fixture
def page(qtbot: QtBot) -> SectorsPage:
    found = SectorsPage()
    qtbot.addWidget(found)
    found.begin()
    return found


def test_ticked_and_typed_sectors_are_made_each_with_a_colour(page: SectorsPage, qtbot: QtBot) -> None:
    page.boxes["CT"].setChecked(True)
    with qtbot.waitSignal(page.edited):
        qtbot.keyClicks(page.own, "Wood, Ice hockey")
    assert [sector.name_en for sector in page.chosen()] == [
        "Clean technologies and energy", "Wood", "Ice hockey",
    ]  # fmt: skip
    assert page.summary == "Clean technologies and energy, Wood, Ice hockey"
    assert len({sector.colour for sector in page.chosen()}) == 3
    assert [code for code, box in page.boxes.items() if not box.icon().isNull()] == ["CT", "FO"]


def test_no_sector_is_no_mistake(page: SectorsPage) -> None:
    assert (page.is_empty, page.chosen()) == (True, ())
    assert page.summary == "No sector yet; they can be added later, too."
