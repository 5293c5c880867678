"""The settings of the mission: its own data, stops, sectors and texts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.journals import FormDraft
from missionplanner.errors import UserError
from missionplanner.gui.programme.settings_dialog import MissionPage, MissionSettings
from missionplanner.gui.programme.stops import stop_kind
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store


@pytest.fixture
def page(store: Store, qtbot: QtBot) -> MissionPage:
    found = MissionPage(store)
    qtbot.addWidget(found)
    return found


def fill(page: MissionPage, **values: object) -> None:
    page.form.set_values({**page.form.values(), **values})


def test_saving_what_is_shown_changes_nothing(page: MissionPage, store: Store) -> None:
    before = store.mission
    page.save()
    assert store.mission == before


def test_countries_are_shown_in_the_language_of_the_screen_and_stored_in_english(store: Store, qtbot: QtBot) -> None:
    i18n.use("fr")
    page = MissionPage(store)
    qtbot.addWidget(page)
    assert (page.form.value("home_country"), page.form.value("host_country")) == ("Canada", "Mexique")
    fill(page, host_country="Allemagne")
    page.save()
    assert store.mission.host_country == "Germany"


def test_the_data_of_the_mission_are_stored_in_one_step(page: MissionPage, store: Store) -> None:
    before = store.mission
    fill(page, name="Other", closes="2025-11-28T23:59-08:00", keep_until="2027-03-31", meetings_a_day="6")
    page.save()
    assert store.mission == replace(
        before,
        name="Other",
        registration_closes=datetime(2025, 11, 29, 7, 59, tzinfo=UTC),
        keep_until=date(2027, 3, 31),
        meetings_a_day=6,
    )
    assert store.steps.undo_label == "Edit the mission"
    store.undo()
    assert store.mission == before


def test_what_was_typed_and_not_saved_comes_back(page: MissionPage, store: Store, qtbot: QtBot) -> None:
    page.form.restore({"organiser": "Somebody", "starts": "no day"})
    page.draft.keep()
    again = MissionPage(store)
    qtbot.addWidget(again)
    assert (again.form.typed()["organiser"], again.form.typed()["starts"]) == ("Somebody", "no day")
    assert (again.draft.isVisibleTo(again), page.draft.isVisibleTo(page)) == (True, False)
    again.form.restore({"starts": str(store.mission.starts)})
    again.save()
    assert (store.mission.organiser, again.draft.isVisibleTo(again), store.all(FormDraft)) == ("Somebody", False, [])


def test_what_is_emptied_is_not_set(page: MissionPage, store: Store) -> None:
    fill(page, keep_until="2027-03-31", meetings_a_day="6")
    page.save()
    fill(page, keep_until="", meetings_a_day="")
    page.save()
    assert (store.mission.keep_until, store.mission.meetings_a_day) == (None, None)


@pytest.mark.parametrize(
    ("field", "good", "bad", "words"),
    [
        ("lunch_starts", "14:00", "lunch", "“lunch” is no time, such as 14:00, 9h30 or 2 pm."),
        ("keep_until", "2027-03-31", "31 Feb", "“31 Feb” is no date, such as 2027-10-12, 12 Oct or Tue."),
        ("closes", "2025-11-28T23:59-08:00", "soon", "“soon” is no day and time"),
        ("closes", "", "03/04/2027 9:00", "Which one is meant by “03/04/2027 9:00”?"),
        ("places_min", "20", "0", "This is no number."),
        ("places_max", "", "many", "“many” is no whole number, such as 20 or 1,200."),
    ],
)
def test_what_cannot_be_read_is_refused(
    page: MissionPage,
    store: Store,
    shown_errors: list[BaseException],
    field: str,
    good: str,
    bad: str,
    words: str,
) -> None:
    fill(page, **{field: good})
    assert page.form.problems == []
    before = store.mission
    fill(page, **{field: bad})
    page.save()
    assert words in str(shown_errors.pop())
    assert store.mission == before


def test_a_mission_that_ends_before_it_starts_is_refused(
    page: MissionPage, store: Store, shown_errors: list[BaseException]
) -> None:
    before = store.mission
    fill(page, starts=date(2026, 2, 17), ends=date(2026, 2, 16))
    page.save()
    assert str(shown_errors.pop()).startswith("Ends: It ends before it starts.")
    assert store.mission == before


def test_texts_are_stored_when_the_dialog_closes(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    dialog = MissionSettings(workspace)
    qtbot.addWidget(dialog)
    dialog.texts.kind.setCurrentIndex(0)
    dialog.texts.language.setCurrentIndex(1)
    dialog.texts.title.setText("Bonjour")
    dialog.done(0)
    assert store.steps.undo_label == "Edit texts"


def test_stops_and_sectors_are_listed_and_kept_up_to_date(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    dialog = MissionSettings(workspace)
    qtbot.addWidget(dialog)
    stops, sectors = dialog.stops, dialog.sectors
    assert [stops.table.rows.rowCount(), sectors.table.rows.rowCount()] == [2, 1]
    stops._kind.remove([2])
    assert stops.table.rows.rowCount() == 1


def test_mission_settings_are_stored_and_undone(window: MainWindow, qtbot: QtBot) -> None:
    dialog = MissionSettings(window.workspace)
    qtbot.addWidget(dialog)
    page = dialog.texts
    page.kind.setCurrentIndex(0)
    page.language.setCurrentIndex(1)
    page.title.setText("Bonjour")
    page.save()
    assert window.workspace.store.steps.undo_label == "Edit texts"
    window.do("undo")
    stops = stop_kind(window.workspace.store)
    values = stops.values(stops.rows()[0])
    with pytest.raises(UserError, match="before it starts"):
        stops.save(stops.rows()[0], {**values, "starts": values["ends"], "ends": values["starts"]})
