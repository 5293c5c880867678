"""The window: screens, commands, undo, themes, languages, the form, the wizard, the timetable, the packs."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Mission, Venue
from missionplanner.domain.timetable import Meeting, Session
from missionplanner.errors import UserError
from missionplanner.gui.commands import commands_in
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.imports.wizard import ImportWizard
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
from tests.builders import EXAMPLE, key_of

SCREENS = [one.name.removeprefix("show_") for one in commands_in(Navigation)]
SOURCES = new_mission.example_folder(EXAMPLE) / "registrations"


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


def test_filter_shows_what_the_store_finds(window: MainWindow, qtbot: QtBot) -> None:
    companies = screen(window, "companies")
    assert len(companies.table.rows.keys) == 465
    companies.filter_bar.text.setText("LEVIS")
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) < 465)
    count = len(companies.table.rows.keys)
    assert count > 0
    qtbot.waitUntil(lambda: companies.count_label.text().startswith(f"{count} compan"))
    companies.filter_bar.chips["side"].tick("counterpart", True)
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == 0)
    companies.filter_bar.reset()
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == 465)


def test_sorting_by_a_heading_goes_both_ways(window: MainWindow) -> None:
    companies = screen(window, "companies")
    header = companies.table.horizontalHeader()
    header.sectionClicked.emit(5)
    cities = [companies.table.rows.record(row).city for row in (0, 464)]
    header.sectionClicked.emit(5)
    assert companies.table.rows.record(464).city == cities[0]
    assert companies.table.rows.record(0).city == cities[1]


def test_bulk_status_reports_what_was_refused_and_is_undone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "missionplanner.gui.widgets.alerts.report", lambda _p, text, _headings, _rows: told.append(text)
    )
    companies = screen(window, "companies")
    companies.table.choose(companies.table.rows.keys[:3])
    companies.set_status(Status.DECLINED)
    assert told == []
    assert window.menus.actions["undo"].text() == "Undo: Set status to Declined"
    companies.set_status(Status.DECLINED)
    assert told == ["0 companies were changed. 3 companies were not changed."]
    window.do("undo")
    lines = window.workspace.store.companies.lines(companies.table.rows.keys[:3])
    assert {line.status for line in lines} == {"accepted"}
    assert window.menus.actions["redo"].text() == "Redo: Set status to Declined"


def test_copy_gives_the_block_a_spreadsheet_takes(window: MainWindow, qtbot: QtBot) -> None:
    companies = screen(window, "companies")
    companies.table.choose(companies.table.rows.keys[1:3])
    qtbot.keyClick(companies.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(companies.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("Acadian Animation Ltd.\tDelegation\tAccepted")
    shown = [c for c in range(companies.table.rows.columnCount()) if not companies.table.isColumnHidden(c)]
    assert len(lines[0].split("\t")) == len(shown)


def test_registration_is_entered_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.do("new_company")
    companies = screen(window, "companies")
    form: CompanyForm = companies.form
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClicks(QApplication.focusWidget(), "Zeta Robotics Inc.")
    for text in ("Zeta", "adv"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.form.value("sectors").startswith("Advanced manufacturing")
    form.people.item(0, 1).setText("Ada")
    form.people.item(0, 5).setText("ada@zeta.example")
    form.people.item(0, 6).setText("(604) 324-6083")
    assert "Ctrl+Return" in form._save.toolTip()  # without a screen no window is active, so no shortcut fires
    form._save.click()
    store = window.workspace.store
    key = key_of(store, "Zeta Robotics Inc.")
    assert store.companies.lines([key])[0].sectors == (1,)
    person = store.where(Delegate, "company_id", [key])[0]
    assert (person.given_name, person.email, person.phone) == ("Ada", "ada@zeta.example", "+16043246083")
    window.do("undo")
    assert "Zeta Robotics Inc." not in {company.name for company in store.all(Company)}


def test_form_says_what_is_wrong_beside_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.do("new_company")
    form: CompanyForm = screen(window, "companies").form
    form.form.editors["website"].setText("not a site")
    form.form.editors["sectors"].setText("Forestry")
    assert not form.form._notes["website"].isHidden()
    assert "Forestry" in form.form._notes["sectors"].text()
    assert not form.save()
    assert form.form._notes["name"].text() == "The company needs a name."
    form.form.editors["name"].setText("Acadian Animation Limited")
    qtbot.waitUntil(lambda: "Acadian Animation Ltd." in form.form._notes["name"].text())


def test_edit_of_a_company_is_one_step_and_same_again_is_none(window: MainWindow) -> None:
    companies = screen(window, "companies")
    companies.open_company(5)
    form: CompanyForm = companies.form
    assert not form.is_changed
    form.form.editors["city"].setText("Gaspé")
    assert form.is_changed
    assert form.save()
    assert window.workspace.store.get(Company, 5).city == "Gaspé"
    label = window.workspace.store.steps.undo_label
    assert form.save()
    assert window.workspace.store.steps.undo_label == label


def test_wizard_shows_every_row_and_writes_one_step(open_window: Any, tmp_path: Path, qtbot: QtBot) -> None:
    new_mission.from_example(tmp_path / "e.mission", EXAMPLE).close()
    window = open_window(tmp_path / "e.mission")
    wizard = ImportWizard(window.workspace, window.runner, SOURCES / "registrations_en.xlsx")
    qtbot.addWidget(wizard)
    wizard.analyse()
    qtbot.waitUntil(lambda: wizard.accept_button.isEnabled(), timeout=20_000)
    assert len(wizard.table.rows.keys) == 200
    assert "New: 185  ·  Duplicate: 12  ·  Rejected: 3" in wizard.summary.text()
    wizard.shown.choose(RowOutcome.REJECTED)
    wizard.shown.activated.emit(0)
    assert len(wizard.table.rows.keys) == 3
    assert wizard.mapping.table.rowCount() == 22
    wizard.correct("City", "")
    qtbot.waitUntil(lambda: "City" in wizard.summary.text(), timeout=20_000)
    wizard.accept()
    assert window.workspace.store.count(Company) == 185
    assert not any(company.city for company in window.workspace.store.all(Company))
    assert window.workspace.store.steps.undo_label == "Import registrations_en.xlsx"


def test_wizard_tells_of_a_file_that_is_no_table(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    (tmp_path / "x.csv").write_bytes(b"\x89PNG....")
    wizard = ImportWizard(window.workspace, window.runner, tmp_path / "x.csv")
    qtbot.addWidget(wizard)
    wizard.analyse()
    qtbot.waitUntil(lambda: bool(shown_errors), timeout=10_000)
    assert isinstance(shown_errors[0], UserError)
    assert not wizard.accept_button.isEnabled()


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


def test_form_is_not_stored_while_something_would_be_lost(window: MainWindow) -> None:
    companies = screen(window, "companies")
    companies.open_company(5)
    before = window.workspace.store.companies.lines([5])[0].sectors
    form = companies.form
    form.form.editors["sectors"].setText("Forestry")
    companies.open_company(6)
    assert form.record.company.id == 5
    assert window.workspace.store.companies.lines([5])[0].sectors == before


def test_wizard_analyses_again_what_was_changed_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    wizard = ImportWizard(window.workspace, window.runner, SOURCES / "contrapartes_es.xlsx", "delegation")
    qtbot.addWidget(wizard)
    wizard.analyse()
    wizard.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: wizard.plan is not None and not window.runner.is_busy, timeout=20_000)
    assert wizard.plan.options.side == "counterpart"
