"""The history: searched, values and records put back."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.safety.history import HistoryDialog
from missionplanner.gui.widgets import places
from missionplanner.jobs.relationships import entering
from missionplanner.jobs.safety import history as file_history
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.gui.safety.merged_files import merge, work_apart

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_the_history_is_filtered_and_values_and_records_are_put_back(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change(message("Edit D1")) as change:
            change.update(replace(store.get(Company, key_of(store, "D1")), city="Lévis", region="Quebec"))
        with store.change(message("Delete D3")) as change:
            change.delete(Person, [p.id for p in store.all(Person) if p.family_name == "D3"])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        labels = [dialog.steps.rows.text(row, 2) for row in range(dialog.steps.rows.rowCount())]
        assert labels[:2] == ["Delete D3", "Edit D1"]
        assert dialog.values.rows.text(0, 2) == "deleted"
        dialog.put_record_back()
        assert {p.family_name for p in store.all(Person)} >= {"D3"}
        dialog.search.setText("d1")
        assert dialog.steps.rows.text(0, 2) == "Edit D1"
        texts = [[dialog.values.rows.text(row, c) for c in range(5)] for row in range(2)]
        assert texts == [["Company", "D1", "City", "", "Lévis"], ["Company", "D1", "Province or state", "", "Quebec"]]
        dialog.values.choose([0])
        dialog.put_value_back()
        assert (store.get(Company, key_of(store, "D1")).city, store.get(Company, key_of(store, "D1")).region) == (
            "",
            "Quebec",
        )
        assert store.steps.undo_label == "Restore from the history"
        dialog.save_csv(tmp_path / "h.csv")
        text = (tmp_path / "h.csv").read_text(encoding="utf-8-sig")
        assert "Edit D1,Company,D1,City,,Lévis" in text


def test_the_history_of_a_french_file_is_read_in_english(qtbot: QtBot, path: Path) -> None:
    with Store.open(path) as store:
        i18n.use("fr")
        decisions.set_status(store, [key_of(store, "D1")], Status.DECLINED)
        store.undo()
        for language, label in (("en", "Set status to Declined"), ("es", "Cambiar el estado a Rechazada")):
            i18n.use(language)
            dialog = HistoryDialog(store)
            qtbot.addWidget(dialog)
            dialog.search.setText(label)
            undo = {"en": "Undo: ", "es": "Deshacer: "}[language]
            assert [dialog.steps.rows.text(row, 2) for row in range(2)] == [undo + label, label]


def test_the_history_names_slots_tables_and_records_that_are_gone(qtbot: QtBot, path: Path) -> None:
    with Store.open(path) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        meeting = store.all(Meeting)[0]
        with store.change(message("Move")) as change:
            change.update(replace(meeting, slot_id=meeting.slot_id + 1, locked=True))
        with store.change(message("Delete")) as change:
            change.delete(Meeting, [meeting.id])
            change.delete(Request, [one.id for one in store.all(Request)])
            change.delete(Company, [key_of(store, "D1")])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        dialog.steps.choose([store.steps.history()[1].id])
        lines = [[dialog.values.rows.text(row, c) for c in range(5)] for row in range(2)]
        assert lines[0][:3] == ["Meeting", "D1 – C1", "Slot"]
        assert re.fullmatch(r"\w+, Feb \d+, \d\d:\d\d–\d\d:\d\d", lines[0][3].replace("\u202f", " "))
        assert lines[0][3] != lines[0][4]
        assert lines[1][2:] == ["Locked", "no", "yes"]
        deleted = [
            value for value in file_history.values(store, store.steps.history()[0].id) if value.record == "Meeting"
        ]
        assert re.search("Slot: .*; Table: Hall, table 2; Status: Planned; Locked: yes$", deleted[0].before)


def test_a_deleted_company_comes_back_with_all_that_went_with_it(
    qtbot: QtBot, path: Path, shown_errors: list[BaseException]
) -> None:
    with Store.open(path) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        before = store.snapshot()
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D1")])
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        row = [dialog.values.rows.text(row, 0) for row in range(dialog.values.rows.rowCount())].index("Meeting")
        dialog.values.choose([row])
        dialog.put_record_back()
        assert str(shown_errors[0]).startswith("What this record belongs to is no longer there")
        dialog.values.choose([0])
        dialog.put_record_back()
        assert store.snapshot() == before
        assert store.undo() == "Restore from the history"
        assert len(store.snapshot().companies) == len(before.companies) - 1


def test_the_search_of_the_history_narrows_what_a_step_changed(qtbot: QtBot, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change(message("Edit all")) as change:
            for company in store.all(Company):
                change.update(replace(company, city=f"City of {company.name}"))
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        assert dialog.values.rows.rowCount() == 6
        dialog.search.setText("c2")
        assert [dialog.values.rows.text(row, 1) for row in range(dialog.values.rows.rowCount())] == ["C2"]
        dialog.save_csv(tmp_path / "h.csv")
        text = (tmp_path / "h.csv").read_text(encoding="utf-8-sig")
        assert "City of C2" in text
        assert "City of C1" not in text
        dialog.search.setText("edit")
        assert dialog.values.rows.rowCount() == 6


def test_the_history_shows_what_everybody_did_and_where_its_values_are(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(path) as store:
        work_apart(store, tmp_path / "luc.mission", monkeypatch)
        merge(store, tmp_path / "luc.mission")
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        rows = dialog.steps.rows
        assert [(rows.text(row, 1), rows.text(row, 2)) for row in range(6)] == [
            ("ana", "Merge luc.mission"),
            ("luc", "Edit C2"),
            ("luc", "Edit D2"),
            ("luc", "Edit D1"),
            ("ana", "Edit D2"),
            ("ana", "Edit D1"),
        ]
        assert (dialog.elsewhere.text(), dialog.values.rows.rowCount()) == ("", 4)
        dialog.steps.choose([rows.key(1)])
        assert dialog.elsewhere.text() == "This change came with a merge; its values are in the file of luc."
        assert dialog.values.rows.rowCount() == 0
        dialog.steps.choose([rows.key(4)])
        assert (dialog.elsewhere.text(), dialog.values.rows.text(0, 4)) == ("", "Lévis")


def test_a_span_of_time_is_shown_with_whom_each_change_is_about(qtbot: QtBot, path: Path) -> None:
    with Store.open(path) as store:
        decisions.set_status(store, [key_of(store, "D1"), key_of(store, "C1")], Status.DECLINED)
        dialog = HistoryDialog(store)
        qtbot.addWidget(dialog)
        everything = dialog.number.text()
        dialog.show_span("yesterday")
        assert dialog.number.text() == everything
        assert [dialog.steps.rows.text(0, column) for column in (2, 3)] == ["Set status to Declined", "D1; C1"]
        dialog.span.choose("from_to")
        assert (dialog.first.isVisibleTo(dialog), dialog.number.text()) == (True, everything)
        dialog.last.line.setText("2020-01-01")
        dialog.last.edited.emit()
        assert (dialog.number.text(), dialog.steps.rows.rowCount()) == ("0 changes", 0)
        dialog.show_span("")
        assert (dialog.first.isVisibleTo(dialog), dialog.number.text()) == (False, everything)


def test_a_value_leads_to_the_page_it_stands_on(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
    made = entering.make(store, one, other, date(2020, 3, 20))
    said = Claim(relationship_id=made.id, teller_id=one.id, told_on=date(2020, 3, 20), stage=Stage.HELD)
    entering.say(store, said)
    led: list[object] = []
    monkeypatch.setattr(places, "go_to", lambda _widget, *where: led.append(where))
    dialog = HistoryDialog(store)
    qtbot.addWidget(dialog)
    dialog.values.choose([0])
    dialog.go_to_record()
    assert led == [("relationships", made.id)]
    assert dialog._go.isEnabled()
    entering.remove(store, [made.id])
    dialog.refresh()
    dialog.steps.choose([dialog.steps.rows.keys[1]])
    assert not dialog._go.isEnabled()
