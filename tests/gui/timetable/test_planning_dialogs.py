"""What is asked before a timetable is made, and shown of it before it is accepted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.goals import Goal
from missionplanner.domain.plan_stages import PlanStage
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep, Scope
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.planning_dialogs import DifferenceTabs, PlanDialog, ProgressDialog, ProposalDialog
from missionplanner.gui.widgets.table import DataTable
from missionplanner.jobs.timetable import planning
from missionplanner.jobs.timetable.planning import Proposal, Unplaced
from missionplanner.store.store import Store
from tests.builders import DAY, key_of


def proposal(snapshot: Snapshot, **more: object) -> Proposal:
    """D1's meeting moved to the last slot, D2's dropped, D3's new, one request not placed."""
    first, second = snapshot.meetings
    new = replace(first, id=0, delegation_id=first.delegation_id + 2, counterpart_id=first.counterpart_id + 2)
    request = Request(delegation_id=second.delegation_id, counterpart_id=second.counterpart_id, priority=Priority.MEET)
    values: dict[str, object] = {
        "meetings": [replace(first, slot_id=snapshot.slots[3].id), new],
        "unplaced": [Unplaced(request, "C2 is away.")],
        "requested": 3,
        "idle_slots": 2,
        "max_idle": 1,
        "bound": 2,
        "status": "feasible",
        "seconds": 1.0,
        "kept": 0,
        "new": 1,
        "moved": 1,
        "dropped": 1,
        **more,
    }
    return Proposal(**values)  # type: ignore[arg-type]


def plan_dialog(qtbot: QtBot, store: Store, companies: tuple[int, ...] = ()) -> PlanDialog:
    dialog = PlanDialog(store.snapshot(), companies=companies)
    qtbot.addWidget(dialog)
    return dialog


def labels(dialog: PlanDialog) -> list[str]:
    return [dialog.part.itemText(n) for n in range(dialog.part.count())]


def test_a_stop_of_one_day_is_offered_as_a_whole(store: Store, qtbot: QtBot) -> None:
    assert labels(plan_dialog(qtbot, store)) == ["The whole mission", "Mexico City"]


def test_each_day_of_a_stop_is_offered(tuesday: date, store: Store, qtbot: QtBot) -> None:
    assert labels(plan_dialog(qtbot, store)) == [
        "The whole mission",
        "Mexico City",
        "Mexico City, Monday, February 16, 2026",
        "Mexico City, Tuesday, February 17, 2026",
    ]


def test_the_whole_mission_is_planned_around_locked_meetings_unless_said_otherwise(store: Store, qtbot: QtBot) -> None:
    dialog = plan_dialog(qtbot, store)
    assert (dialog.keep.value, dialog.scope, dialog.seconds.value) == (Keep.LOCKED, Scope(), 10)


def test_only_a_part_is_planned(tuesday: date, store: Store, qtbot: QtBot) -> None:
    dialog = plan_dialog(qtbot, store)
    dialog.part.setCurrentIndex(2)
    dialog.companies.setText("D1; C3; ")
    assert dialog.scope == Scope(DAY, 1, frozenset({key_of(store, "D1"), key_of(store, "C3")}))


def test_given_companies_are_filled_in_and_all_meetings_are_kept(store: Store, qtbot: QtBot) -> None:
    dialog = plan_dialog(qtbot, store, (key_of(store, "D2"), 999))
    assert (dialog.companies.text, dialog.keep.value) == ("D2", Keep.ALL)


def test_a_name_nobody_has_is_refused(store: Store, qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    dialog = plan_dialog(qtbot, store)
    dialog.companies.setText("Nobody Ltd")
    with pytest.raises(UserError, match="Nobody Ltd"):
        assert dialog.scope
    dialog.accept()
    assert (dialog.result(), len(shown_errors)) == (0, 1)
    dialog.companies.setText("")
    dialog.accept()
    assert dialog.result() == 1


def test_progress_shows_what_is_done_and_cancels(store: Store, runner: Runner, qtbot: QtBot) -> None:
    job = planning.plan(60)
    dialog = ProgressDialog(runner, job, 60)
    qtbot.addWidget(dialog)
    found: list[object] = []
    runner.start(job, found.append)
    runner.progressed.emit(0.5, "Placing meetings")
    assert (dialog.bar.value(), dialog.text.text()) == (500, "Placing meetings")
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.result() == 1, timeout=60_000)
    assert found == []


def test_what_is_prepared_once_has_no_limit_and_nothing_to_keep(runner: Runner, qtbot: QtBot) -> None:
    dialog = ProgressDialog(runner, planning.plan(5), 5)
    qtbot.addWidget(dialog)
    dialog._show_preparing(True)
    dialog._tick()
    shown = (dialog.elapsed.text(), dialog.bar.maximum(), dialog.stop.isEnabled())
    dialog._show_preparing(False)
    dialog._tick()
    assert shown == ("0 s; about a minute, this once", 0, False)
    assert (dialog.elapsed.text(), dialog.bar.maximum(), dialog.stop.isEnabled()) == ("0 of at most 5 s", 1000, True)


def test_more_seconds_than_were_asked_for_are_not_said_to_be_fewer(runner: Runner, qtbot: QtBot) -> None:
    dialog = ProgressDialog(runner, planning.plan(5), 5)
    qtbot.addWidget(dialog)
    dialog._started -= 7
    dialog._tick()
    assert dialog.elapsed.text() == "7 s so far"


def test_stages_are_drawn_while_the_job_runs(store: Store, runner: Runner, qtbot: QtBot) -> None:
    job = planning.plan(60)
    dialog = ProgressDialog(runner, job, 60)
    qtbot.addWidget(dialog)
    runner.staged.emit(PlanStage(0.1, 1, 10, 20, None, 0, 0, 0))
    before = dialog.chart.curves
    found: list[Proposal] = []
    runner.start(job, found.append)
    qtbot.waitUntil(lambda: bool(dialog.chart.curves), timeout=60_000)
    dialog.stop.click()
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    assert (before, dialog.chart.curves[-1].points[-1][1]) == ([], found[0].idle_slots)


def test_progress_waits_for_the_job_before(runner: Runner, qtbot: QtBot) -> None:
    dialog = ProgressDialog(runner, planning.plan(60), 60)
    qtbot.addWidget(dialog)
    runner.progressed.emit(0.5, "Something else")
    assert (dialog.bar.value(), dialog.text.text()) == (-1, "Reading the requests")


def test_stopping_keeps_the_best(store: Store, runner: Runner, qtbot: QtBot) -> None:
    job = planning.plan(60)
    dialog = ProgressDialog(runner, job, 60)
    qtbot.addWidget(dialog)
    found: list[Proposal] = []
    runner.start(job, found.append)
    dialog.stop.click()
    qtbot.waitUntil(lambda: dialog.result() == 1, timeout=60_000)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    assert len(found[0].meetings) == 3


def test_a_proposal_says_what_is_new_moved_dropped_and_not_placed(store: Store, qtbot: QtBot) -> None:
    snapshot = store.snapshot()
    tabs = DifferenceTabs(snapshot, proposal(snapshot))
    qtbot.addWidget(tabs)
    assert [tabs.tabText(n) for n in range(4)] == ["New (1)", "Moved (1)", "Dropped (1)", "Not placed (1)"]
    rows = []
    for n in range(4):
        table = tabs.widget(n)
        assert isinstance(table, DataTable)
        rows.append([table.rows.text(0, column) for column in range(table.rows.columnCount())])
    assert rows == [
        ["Mon, Feb 16, 09:00", "D3", "C3", "Mexico City", "1"],
        ["Mon, Feb 16, 10:15", "D1", "C1", "Mexico City", "1", "Mon, Feb 16, 09:00, 1"],
        ["Mon, Feb 16, 09:25", "D2", "C2", "Mexico City", "2", "Mon, Feb 16, 09:25, 2"],
        ["Meet", "D2", "C2", "C2 is away."],
    ]


def test_what_was_lost_already_counts_as_dropped_and_the_first_list_with_rows_is_shown(
    store: Store, qtbot: QtBot
) -> None:
    snapshot = store.snapshot()
    lost = replace(snapshot.meetings[0], id=99)
    tabs = DifferenceTabs(snapshot, proposal(snapshot, meetings=list(snapshot.meetings), unplaced=[]), [lost])
    qtbot.addWidget(tabs)
    assert [tabs.tabText(n) for n in range(4)] == ["New (0)", "Moved (0)", "Dropped (1)", "Not placed (0)"]
    assert tabs.currentIndex() == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"status": "feasible"}, "2 idle slots, at most 1 for one company; fewer than 2 cannot be."),
        ({"status": "feasible", "bound": 0}, "2 idle slots, at most 1 for one company."),
        ({"status": "feasible", "idle_slots": 0, "max_idle": 0, "bound": 0}, "Nobody waits between two meetings."),
        (
            {"status": "optimal"},
            "2 idle slots, at most 1 for one company; fewer than 2 cannot be.\nThis is proved to be the best.",
        ),
        ({"status": "infeasible", "contradiction": "D1 is locked twice."}, "D1 is locked twice."),
        (
            {"status": "infeasible", "contradiction": ""},
            "Meetings that were kept break rules; the overview tells which.",
        ),
    ],
)
def test_a_proposal_says_how_good_it_is(store: Store, qtbot: QtBot, more: dict[str, object], words: str) -> None:
    snapshot = store.snapshot()
    dialog = ProposalDialog(snapshot, proposal(snapshot, **more))
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts[0].startswith("2 of 3 requested meetings are placed.")
    told = [line for line in texts[1].split("\n") if "company-day" not in line and "able" not in line]
    assert "\n".join(told) == words


def test_what_comes_first_is_asked(store: Store, qtbot: QtBot) -> None:
    dialog = plan_dialog(qtbot, store)
    assert dialog.goal.value is Goal.DAYS
    dialog.goal.choose(Goal.WAITS)
    assert dialog.goal.value is Goal.WAITS


def test_meetings_with_another_interpreter_are_listed_apart(store: Store, qtbot: QtBot) -> None:
    snapshot = store.snapshot()
    meetings = [replace(one, interpreter_id=99) for one in snapshot.meetings]
    tabs = DifferenceTabs(snapshot, proposal(snapshot, meetings=meetings, unplaced=[]))
    qtbot.addWidget(tabs)
    title = f"Another interpreter ({len(meetings)})"
    assert [tabs.tabText(n) for n in range(4)] == ["New (0)", "Moved (0)", "Dropped (0)", title]
    table = tabs.currentWidget()
    assert isinstance(table, DataTable)
    assert [column.heading for column in table.rows.columns][-1] == "Interpreter"


def test_where_nothing_changes_what_is_not_placed_is_shown_first(store: Store, qtbot: QtBot) -> None:
    snapshot = store.snapshot()
    for unplaced, place in ((proposal(snapshot).unplaced, 3), ([], 0)):
        tabs = DifferenceTabs(snapshot, proposal(snapshot, meetings=list(snapshot.meetings), unplaced=unplaced))
        qtbot.addWidget(tabs)
        assert tabs.currentIndex() == place
