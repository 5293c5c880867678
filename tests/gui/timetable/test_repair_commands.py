"""Incidents are recorded, and ways to repair the timetable are offered and carried out."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.gui.timetable.repair_commands import RepairCommands
from missionplanner.gui.timetable.repair_dialog import RepairDialog
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment
from tests.gui.conftest import Answers


def choose_fullest(dialog: RepairDialog) -> int:
    """Take the way that leaves the most meetings."""
    number = range(dialog.table.rows.rowCount())
    dialog.table.selectRow(max(number, key=lambda row: int(dialog.table.rows.text(row, 2))))
    return 1


def test_a_withdrawal_is_repaired_in_the_way_that_is_chosen(
    timetable: TimetableScreen,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    fill_dialogs: Answers,
    qtbot: QtBot,
) -> None:
    fill_dialogs(company="D1", reason="No longer interested")
    shown: list[tuple[int, str]] = []

    def choose(dialog: RepairDialog) -> int:
        assert dialog.chosen
        shown.append((len(dialog.chosen.lost), " ".join(label.text() for label in dialog.findChildren(QLabel))))
        return 1

    monkeypatch.setattr(RepairDialog, "exec", choose)
    timetable.repairs.record_withdrawal()
    qtbot.waitUntil(lambda: store.steps.undo_label.startswith("Repair the timetable"), timeout=60_000)
    assert shown[0][0] == 1
    assert "1 meeting fell away with what happened." in shown[0][1]
    assert "Undo takes it back" in shown[0][1]
    pairs = {m.pair for m in store.all(Meeting) if m.stands}
    assert pairs == {(key_of(store, "D2"), key_of(store, "C2")), (key_of(store, "D3"), key_of(store, "C3"))}
    assert planning.conflicts(store.snapshot()) == []


@pytest.mark.parametrize(
    ("record", "owner"),
    [(RepairCommands.record_illness, Owner.DELEGATE), (RepairCommands.record_lost_table, Owner.TABLE)],
    ids=["illness", "lost table"],
)
def test_illness_and_lost_tables_are_recorded_and_repaired(
    timetable: TimetableScreen,
    store: Store,
    fill_dialogs: Answers,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    record: Callable[[RepairCommands], None],
    owner: Owner,
) -> None:
    starts, ends = moment(8).replace(tzinfo=None), moment(9, 20).replace(tzinfo=None)
    fill_dialogs(
        who="Given D1 – D1",
        table=store.snapshot().tables[0].id,
        starts=starts,
        ends=ends,
        stop_id=1,
        reason="Illness",
    )
    monkeypatch.setattr(RepairDialog, "exec", choose_fullest)
    record(timetable.repairs)
    qtbot.waitUntil(lambda: store.steps.undo_label.startswith("Repair the timetable"), timeout=60_000)
    assert [a.owner for a in store.all(Availability)] == [owner]
    assert planning.conflicts(store.snapshot()) == []
    assert store.count(Meeting) == 3


@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_incident_looks_for_nothing(timetable: TimetableScreen, store: Store) -> None:
    before = store.steps.undo_label
    for record in (timetable.repairs.record_withdrawal, timetable.repairs.record_illness):
        record()
    assert (store.steps.undo_label, timetable.runner.is_busy) == (before, False)


def test_where_everything_stands_there_is_nothing_to_repair(
    timetable: TimetableScreen, store: Store, qtbot: QtBot
) -> None:
    meet(store, "D3", "C3", 0, 2)
    timetable.repairs.look()
    qtbot.waitUntil(lambda: timetable.dragging.sentence.words.startswith("Everything"), timeout=60_000)
    assert timetable.dragging.sentence.words == "Everything stands, and no request fits into what is free."


def test_a_way_that_is_not_taken_changes_nothing(
    timetable: TimetableScreen, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = store.all(Meeting)
    shown: list[RepairDialog] = []
    monkeypatch.setattr(RepairDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    timetable.repairs.look()
    qtbot.waitUntil(lambda: bool(shown), timeout=60_000)
    assert store.all(Meeting) == before
