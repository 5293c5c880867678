"""How the mission stands: figures, bars, deadlines, and what needs attention."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import Sector
from missionplanner.gui.overview.screen import OverviewScreen
from missionplanner.jobs.safety import clashes
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store import history
from missionplanner.store.store import Store
from tests.builders import ask_all, key_of, meet
from tests.gui.conftest import ScreenShower
from tests.gui.safety.merged_files import edit, merge, work_apart

TODAY = date.today()  # noqa: DTZ011


@pytest.fixture
def screen(show_screen: ScreenShower) -> OverviewScreen:
    found = show_screen(OverviewScreen)
    assert isinstance(found, OverviewScreen)
    found.finish()
    return found


def change_mission(screen: OverviewScreen, **values: Any) -> None:
    store = screen.workspace.store
    with store.change(message("Settings")) as change:
        change.update(replace(store.mission, **values))
    screen.finish()


def attention(screen: OverviewScreen) -> list[str]:
    return [screen.attention.item(row).text() for row in range(screen.attention.count())]


def test_figures_count_the_mission(screen: OverviewScreen, store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", 0, 0)
    screen.finish()
    assert {name: label.text() for name, label in screen.figures.items()} == {
        "delegation": "3", "delegates": "3", "counterparts": "3", "requests": "9", "meetings": "1", "conflicts": "0",
    }  # fmt: skip


def test_conflicts_are_counted_and_come_first(screen: OverviewScreen, store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 0, 1)
    screen.finish()
    assert screen.figures["conflicts"].text() != "0"
    assert "D1" in attention(screen)[0]
    asked: list[str] = []
    screen.timetable_asked.connect(lambda: asked.append("timetable"))
    screen.attention.itemActivated.emit(screen.attention.item(0))
    screen.settle()
    assert asked == ["timetable"]


def test_what_a_merge_leaves_to_settle_is_counted_beside_the_window(
    screen: OverviewScreen, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert not screen.runner.is_busy  # nobody's work was merged yet: there is nothing to count
    work_apart(store, tmp_path / "luc.mission", monkeypatch)
    merge(store, tmp_path / "luc.mission")
    screen.finish()
    qtbot.waitUntil(lambda: attention(screen)[0] == "3 clashes are to be settled.")
    asked: list[str] = []
    screen.clashes_asked.connect(lambda: asked.append("clashes"))
    screen.attention.itemActivated.emit(screen.attention.item(0))
    assert asked == ["clashes"]
    clashes.settle(store, clashes.choose(clashes.open_clashes(store), "mine"))
    screen.finish()
    qtbot.waitUntil(lambda: "settled" not in attention(screen)[0])


def test_clashes_are_counted_also_where_the_clock_of_the_other_is_ahead(
    screen: OverviewScreen, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shutil.copy(store.path, tmp_path / "luc.mission")
    edit(store, "D1", city="Lévis")
    with Store.open(tmp_path / "luc.mission") as theirs, monkeypatch.context() as tomorrow:
        tomorrow.setattr(history, "datetime", Ahead)
        edit(theirs, "D1", city="Laval")
    merge(store, tmp_path / "luc.mission")
    screen.finish()
    qtbot.waitUntil(lambda: attention(screen)[0] == "1 clash is to be settled.")
    clashes.settle(store, clashes.choose(clashes.open_clashes(store), "mine"))
    screen.finish()
    qtbot.waitUntil(lambda: "settled" not in attention(screen)[0])


class Ahead(datetime):
    """A clock that is a day ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return datetime.now(tz) + timedelta(1)


def test_double_bookings_of_a_merged_mission_are_counted_and_lead_to_the_timetable(
    screen: OverviewScreen, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copy(store.path, tmp_path / "luc.mission")
    with Store.open(tmp_path / "luc.mission") as theirs:
        meet(theirs, "D1", "C2", 0, 1)
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C1", 0, 1)
    screen.finish()
    assert "double booking" not in attention(screen)[0]
    merge(store, tmp_path / "luc.mission")
    screen.finish()
    qtbot.waitUntil(lambda: not screen.runner.is_busy)
    assert attention(screen)[0] == "The timetable has 3 double bookings."
    asked: list[str] = []
    screen.timetable_asked.connect(lambda: asked.append("timetable"))
    screen.attention.itemActivated.emit(screen.attention.item(0))
    assert asked == ["timetable"]


def test_companies_are_counted_by_sector_and_status(screen: OverviewScreen, store: Store) -> None:
    with store.change(message("Sectors")) as change:
        sub = change.insert(Sector(code="AM1", name_en="Robots", parent_id=store.all(Sector)[0].id))
        change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=sub))
    decisions.set_status(store, [key_of(store, "D2")], Status.DECLINED)
    assert screen.sectors.accessibleDescription() == "Advanced manufacturing: 1; No sector: 2"
    assert screen.counterparts.accessibleDescription() == "Advanced manufacturing: 0; No sector: 3"
    statuses = screen.statuses.accessibleDescription().split("; ")
    assert [text for text in statuses if not text.endswith(": 0")] == ["Accepted: 2", "Declined: 1"]
    invited = screen.invited.accessibleDescription().split("; ")
    assert [text for text in invited if not text.endswith(": 0")] == ["Comes: 3"]
    assert (len(statuses), len(invited)) == (len(Status), len(Status) - 2)  # prospects and confirmed are of one side


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (3, 5, "3 days until the mission starts."),
        (1, 5, "1 day until the mission starts."),
        (0, 0, "The mission is under way."),
        (-2, 0, "The mission is under way."),
    ],
)
def test_the_deadlines_follow_the_day(screen: OverviewScreen, starts: int, ends: int, expected: str) -> None:
    change_mission(screen, starts=TODAY + timedelta(starts), ends=TODAY + timedelta(ends))
    assert screen._deadlines.text() == expected


def test_a_mission_that_is_over_says_when_it_ended(screen: OverviewScreen) -> None:
    change_mission(screen, starts=date(2020, 2, 3), ends=date(2020, 2, 5))
    assert screen._deadlines.text() == "The mission ended on February 5, 2020."


@pytest.mark.parametrize(("year", "words"), [(2020, "closed"), (2100, "closes")])
def test_registration_closes(screen: OverviewScreen, year: int, words: str) -> None:
    change_mission(screen, registration_closes=datetime(year, 1, 5, 17, tzinfo=UTC))
    assert screen._deadlines.text().split("  ·  ")[0] == (f"Registration {words} on January 5, {year}, 17:00 (UTC).")


def test_what_needs_attention_leads_to_its_company(screen: OverviewScreen, store: Store) -> None:
    asked: list[int] = []
    screen.company_asked.connect(asked.append)
    row = next(n for n, text in enumerate(attention(screen)) if "D2" in text)
    screen.attention.itemActivated.emit(screen.attention.item(row))
    assert asked == [key_of(store, "D2")]
    assert screen.shown_list().rows == [[text] for text in attention(screen)]


def test_personal_data_that_are_due_come_first(screen: OverviewScreen) -> None:
    change_mission(screen, keep_until=date(2020, 3, 1))
    assert "March 1, 2020" in attention(screen)[0]
    asked: list[str] = []
    screen.personal_data_asked.connect(lambda: asked.append("personal data"))
    screen.attention.itemActivated.emit(screen.attention.item(0))
    assert asked == ["personal data"]


def test_much_that_needs_attention_is_counted(screen: OverviewScreen, store: Store) -> None:
    with store.change(message("Many")) as change:
        for n in range(60):
            key = change.insert(replace(store.get(Company, 1), id=0, uid="", name=f"N{n}"))
            change.insert(Application(company_id=key, status=Status.ACCEPTED))
    screen.finish()
    assert screen.attention.count() == 61
    assert attention(screen)[60].startswith("and ")


def test_nothing_needs_attention_in_an_empty_mission(screen: OverviewScreen, store: Store) -> None:
    with store.change(message("Empty")) as change:
        change.delete(Company, [one.id for one in store.all(Company)])
    screen.finish()
    assert attention(screen) == ["Nothing. Everything that can be checked is in order."]


def test_the_check_list_leads_on_until_the_first_pack(
    screen: OverviewScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    asked: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(type(dialog).__name__) or 0)
    screen.command_asked.connect(asked.append)
    screen.import_asked.connect(asked.append)
    screen.new_company_asked.connect(asked.append)
    screen.settings_asked.connect(asked.append)
    screen.programme_asked.connect(asked.append)
    for button in screen.check_list.buttons.values():
        button.click()
    # Its cities have venues with tables and hours: their lists are what is left to go to.
    assert opened == []
    assert asked == [
        "stops", "Venues", "Sessions", "import_file", "make_forms", "delegation", "counterpart", "requests", "show_requests", "make_timetable",
        "show_packs",
    ]  # fmt: skip
    assert not screen.check_list.isHidden()
    screen.arrive()
    assert screen.focusWidget() is screen.check_list.main_button()
    store.record(PackPrint(printed_at=datetime.now(UTC)))
    screen.refresh()
    assert screen.check_list.isHidden()


def test_everybody_who_waits_is_accepted_at_once(screen: OverviewScreen, store: Store) -> None:
    decisions.set_status(store, [key_of(store, "D1"), key_of(store, "C2")], Status.APPLIED)
    assert not screen.check_list.buttons["accept_all"].isHidden()
    screen.check_list.buttons["accept_all"].click()
    assert {application.status for application in store.all(Application)} == {Status.ACCEPTED}
    assert screen.check_list.buttons["accept_all"].isHidden()


def test_the_mission_is_called_as_in_the_language_of_the_screen(screen: OverviewScreen) -> None:
    change_mission(screen, name_fr="Mission commerciale")
    i18n.use("fr")
    screen.refresh()
    screen.finish()
    assert screen._mission.text().startswith("Mission commerciale  ·  ")
