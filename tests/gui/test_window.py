"""The window: screens, commands, undo, themes, languages, the form, the wizard, the timetable, the packs."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Mission, Venue
from missionplanner.domain.timetable import Meeting, Session
from missionplanner.errors import UserError
from missionplanner.gui.commands import commands_in
from missionplanner.gui.programme import places_and_people
from missionplanner.gui.programme.absences import Absences
from missionplanner.gui.programme.events import Events
from missionplanner.gui.programme.sessions import Sessions
from missionplanner.gui.programme.settings_dialog import MissionSettings
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.timetable.planning_dialogs import PlanDialog, ProposalDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.timetable import planning
from tests.builders import EXAMPLE

SCREENS = [one.name.removeprefix("show_") for one in commands_in(Navigation)]
SOURCES = new_mission.example_folder(EXAMPLE) / "registrations"


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


def test_bulk_status_reports_what_was_refused_and_is_undone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "missionplanner.gui.widgets.alerts.report", lambda _p, text, _headings, _rows: told.append(text)
    )
    companies = screen(window, "companies")
    companies.table.choose(companies.table.rows.keys[:3])
    companies.commands.set_status(Status.DECLINED)
    assert told == []
    assert window.menus.actions["undo"].text() == "Undo: Set status to Declined"
    companies.commands.set_status(Status.DECLINED)
    assert told == ["0 companies were changed. 3 companies were not changed."]
    window.do("undo")
    lines = window.workspace.store.companies.lines(companies.table.rows.keys[:3])
    assert {line.status for line in lines} == {"accepted"}
    assert window.menus.actions["redo"].text() == "Redo: Set status to Declined"


def test_timetable_is_made_previewed_and_accepted(window: MainWindow, qtbot: QtBot) -> None:
    timetable = screen(window, "timetable")
    store = window.workspace.store
    snapshot = store.snapshot()
    asked = PlanDialog(snapshot)
    qtbot.addWidget(asked)
    assert asked.part.count() == 1 + 3 + 6
    proposal = run_now(planning.plan(1), store)
    shown = ProposalDialog(snapshot, proposal)
    qtbot.addWidget(shown)
    assert shown.accept_button.isEnabled()
    planning.accept(store, proposal)
    assert store.count(Meeting) == len(proposal.meetings)
    assert timetable.model.rowCount() == 17
    assert timetable.model.columnCount() == 45
    cells = [cell for cell in timetable.model.cells.values() if cell.meeting]
    assert len(cells) > 50
    one = cells[0].meeting
    assert snapshot.company[one.delegation_id].name in cells[0].text
    assert snapshot.company[one.counterpart_id].name in cells[0].text
    timetable.view.setCurrentIndex(1)
    assert timetable.model.rows[1] == "Acadian Animation Ltd."
    assert timetable.side.unplaced.rows.rowCount() == len(proposal.unplaced)
    window.do("undo")
    assert store.count(Meeting) == 0


def test_programme_is_edited_and_meetings_are_not_stranded(
    window: MainWindow, shown_errors: list[BaseException]
) -> None:
    store = window.workspace.store
    programme = screen(window, "programme")
    lists = ("Events", "Sessions", "Slots", "Venues", "Travel times", "Interpreters", "Absences")
    counts = {name: programme.editor(name).table.rows.rowCount() for name in lists}
    assert counts == {
        "Events": 23,
        "Sessions": 12,
        "Slots": 102,
        "Venues": 3,
        "Travel times": 0,
        "Interpreters": 0,
        "Absences": 0,
    }
    events = Events(store)
    record = events.rows()[0]
    events.save(record, {**events.values(record), "name_en": "Renamed"})
    assert "Renamed" in {event.name_en for event in store.all(Event)}
    absences = Absences(store, store.snapshot())
    absences.save(None, {**absences.values(None), "whose": "Company: Acadian Solar", "reason": "flight"})
    assert screen(window, "programme").editor("Absences").table.rows.rowCount() == 1
    absences.save(absences.rows()[0], {**absences.values(absences.rows()[0]), "reason": "visa"})
    assert [absence.reason for absence in Absences(store, store.snapshot()).rows()] == ["visa"]
    planning.accept(store, run_now(planning.plan(1), store))
    sessions = Sessions(store)
    first = sessions.rows()[0]
    with pytest.raises(UserError, match="lose their place"):
        sessions.save(first, {**sessions.values(first), "slot_minutes": "30"})
    assert store.get(Session, first.id).slot_minutes == 20
    venues = places_and_people.venues(store)
    with pytest.raises(UserError, match="lose their place"):
        venues.save(venues.rows()[0], {**venues.values(venues.rows()[0]), "tables": "1"})
    venues.save(None, {"name": "New hall", "stop_id": 1, "address": "", "phone": "", "tables": "4"})
    assert "New hall" in {venue.name for venue in store.all(Venue)}


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
    stops = places_and_people.stops(window.workspace.store)
    values = stops.values(stops.rows()[0])
    with pytest.raises(UserError, match="before it starts"):
        stops.save(stops.rows()[0], {**values, "starts": values["ends"], "ends": values["starts"]})


def test_new_mission_dialog_makes_what_was_asked(open_window: Any, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(None)
    dialog = NewMissionDialog()
    qtbot.addWidget(dialog)
    dialog.form.editors["name"].setText("Mission to Peru")
    dialog.form.editors["host_country"].setText("Pérou")
    dialog.form.editors["stops"].setText("Lima; Arequipa")
    dialog.form.editors["time_zone"].setText("America/Lima")
    dialog.form.editors["sectors"].setText("Mining; Water")
    window.session.commands.opening.make_mission(tmp_path / "peru", dialog)
    snapshot = window.workspace.store.snapshot()
    assert snapshot.mission.host_country == "Peru"
    assert [stop.name_en for stop in snapshot.stops] == ["Lima", "Arequipa"]
    assert [sector.name_en for sector in snapshot.sectors] == ["Mining", "Water"]
    assert (tmp_path / "peru.mission").exists()
    for name in SCREENS:
        screen(window, name)


def test_wrong_mission_dates_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    from datetime import date

    with pytest.raises(UserError, match="before it starts"):
        new_mission.create(
            tmp_path / "m.mission",
            new_mission.NewMission(Mission(name="x", starts=date(2026, 2, 2), ends=date(2026, 2, 1))),
        )


def test_typed_work_is_stored_before_another_company_is_shown(window: MainWindow) -> None:
    companies = screen(window, "companies")
    companies.open_company(5)
    companies.form.form.editors["city"].setText("Gaspé")
    companies.open_company(6)
    assert window.workspace.store.get(Company, 5).city == "Gaspé"
    companies.form.form.editors["city"].setText("Rimouski")
    window.session.commands.view.use_language("fr")
    assert window.workspace.store.get(Company, 6).city == "Rimouski"
    window.session.commands.view.use_language("en")
