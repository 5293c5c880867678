"""The page of what is taken: an earlier mission, or a start of the gallery."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from missionplanner.gui.start.taking_page import TakingPage
from missionplanner.jobs.starts import offered
from missionplanner.store.store import Store
from tests.unit.jobs.starts.earlier_mission import earlier_mission


def test_a_name_that_is_left_keeps_its_translations(qtbot: QtBot, tmp_path: Path) -> None:
    page = TakingPage()
    qtbot.addWidget(page)
    assert page.is_empty
    with Store.open(earlier_mission(tmp_path / "old.mission"), read_only=True) as old:
        page.show_earlier(old)
        assert (page.wanted.name, page.summary.endswith("14 parts taken")) == ("", True)
        page.form.fill({"name": "Ours"})
        assert page.wanted.name == "Ours"
    page.close_earlier()
    assert (page.old, page.is_empty) == (None, True)


def test_every_start_says_what_it_is(qtbot: QtBot) -> None:
    page = TakingPage()
    qtbot.addWidget(page)
    for start in offered.STARTS:
        page.show_start(start.name)
        assert (page.told.text(), page.filled.isHidden(), page.show_problems()) == (start.about, False, False)


def test_a_name_that_is_left_follows_the_year_of_the_departure(qtbot: QtBot, tmp_path: Path) -> None:
    page = TakingPage()
    qtbot.addWidget(page)
    with Store.open(earlier_mission(tmp_path / "old.mission"), read_only=True) as old:
        page.show_earlier(old)
        page.form.fill({"departure": date(2031, 3, 3)})
        assert (page.form.value("name"), page.wanted.name) == ("Mission 2031", "")
        page.form.fill({"name": "Ours 2031"})
        page.form.fill({"departure": date(2032, 3, 1)})
        assert page.form.value("name") == "Ours 2031"
        page.close_earlier()
