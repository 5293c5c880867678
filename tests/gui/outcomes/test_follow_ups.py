"""Follow-ups of companies: listed, marked done, their forms written and read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.people import Person
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.outcomes.answers_dialog import AnswersDialog
from missionplanner.gui.outcomes.follow_ups import FollowUpsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.relationships import entering as relationships
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY
from tests.unit.jobs.relationships.filling import fill, grid_of, saved

TODAY = date.today()  # noqa: DTZ011


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, runner: Runner) -> FollowUpsPage:
    store = workspace.store
    entering.save_cells(store, [(meeting.id, "kind", "3") for meeting in store.all(Meeting)], message("Edit a cell"))
    found = FollowUpsPage(workspace, runner)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.until.choose(400)
    found.refresh()
    return found


def due() -> int:
    """How many follow-ups are due within 400 days, whenever the test is run."""
    days = (TODAY - DAY).days + 400
    return 6 * sum(after <= days for after in (30, 90, 180, 365))


def row_of(page: FollowUpsPage, company: str) -> int:
    return next(row for row in range(page.table.rows.rowCount()) if page.table.rows.text(row, 2) == company)


def test_companies_are_listed_the_oldest_first_with_what_is_late(page: FollowUpsPage, store: Store) -> None:
    rows = page.table.rows
    late = (TODAY - DAY).days - 30
    assert rows.rowCount() == due()
    assert [rows.text(0, column) for column in (0, 1, 2, 3, 5, 6)] == [
        "Mar 18, 2026", "30 days", "C1", "0 / 1", "", f"{late} days",
    ]  # fmt: skip
    assert page.summary.text().startswith(f"{due()} follow-ups are due · ")
    with store.change(message("Review")) as change:
        change.insert(Milestone(name_en="Review", day=DAY + timedelta(40)))
    assert rows.text(0, 7) == "Review, Mar 28, 2026"
    colour = rows.columns[7].colour
    assert colour
    assert colour(rows.record(0)) == colours().warn
    assert page.summary.text().endswith("6 past their milestones")


def test_what_is_done_is_recorded_with_a_remark_and_taken_back(
    page: FollowUpsPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(text="Samples sent")
    page.table.selectRow(0)
    page.mark_done()
    (done,) = store.all(CompanyFollowUp)
    assert (done.days, done.note, done.done_on) == (30, "Samples sent", TODAY)
    assert page.table.rows.rowCount() == due() - 1
    page.done_too.setChecked(True)
    assert page.table.rows.rowCount() == due()
    row = next(n for n in range(due()) if page.table.rows.text(n, 8))
    assert page.table.rows.text(row, 8).endswith("Samples sent")
    page.table.selectRow(row)
    page.mark_open()
    assert store.all(CompanyFollowUp) == []


def test_nothing_is_recorded_without_a_remark_or_a_selection(
    page: FollowUpsPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    page.table.selectRow(0)
    page.mark_done()
    page.table.clearSelection()
    page.mark_done()
    page.mark_open()
    page.write_forms()
    assert store.all(CompanyFollowUp) == []


def test_they_are_searched_by_name_and_owner(page: FollowUpsPage, store: Store) -> None:
    page.text.setText("d2 c2")
    assert {page.table.rows.text(row, 2) for row in range(page.table.rows.rowCount())} == {"D2", "C2"}
    page.text.setText("")
    relationships.edit(store, replace(store.all(Relationship)[0], owner="Ana"))
    page.owner.choose("Ana")
    assert {page.table.rows.text(row, 5) for row in range(page.table.rows.rowCount())} == {"Ana"}
    assert page.shown_list().subtitle == "Test mission – Ana"


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({}, ""),
        ({"email": "a@b.example"}, "Given D1, a@b.example"),
        ({"phone": "+1604", "mobile": "+1605"}, "Given D1, +1605"),
    ],
)
def test_whom_to_call_is_the_first_delegate_who_can_be_reached(
    page: FollowUpsPage, store: Store, contact: dict[str, str], expected: str
) -> None:
    person = store.all(Person)[0]
    with store.change(message("Reach")) as change:
        change.update(
            Person(id=person.id, uid=person.uid, company_id=1, given_name="Given", family_name="D1", **contact)  # type: ignore[arg-type]
        )
    assert page.table.rows.text(row_of(page, "D1"), 4) == expected


def test_forms_are_written_and_read_after_a_preview(
    page: FollowUpsPage,
    store: Store,
    runner: Runner,
    tmp_path: Path,
    qtbot: QtBot,
    told: list[tuple[str, str]],
    fill_dialogs: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "forms"))
    page.table.selectRow(row_of(page, "D1"))
    fill_dialogs(only=True)
    page.write_forms()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    (path,) = (tmp_path / "forms").iterdir()
    assert (path.name, told) == ("D1 (30, en).xlsx", [("1 form was written.", str(tmp_path / "forms"))])
    grid = grid_of(path)
    fill(grid, "C1", stage="Negotiation")
    saved(grid, path, told_on=date(2026, 3, 20))
    before = len(store.all(Claim))
    for answer in (0, 1):
        monkeypatch.setattr(AnswersDialog, "exec", lambda _dialog, answer=answer: answer)
        page.read_forms()
        qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
        assert len(store.all(Claim)) == before + answer
    assert store.all(Claim)[-1].stage is Stage.NEGOTIATION
    page.done_too.setChecked(True)
    assert page.table.rows.text(row_of(page, "D1"), 3) in ("0 / 1", "1 / 1")


def test_for_reading_only_nothing_can_be_marked(qtbot: QtBot, read_only_workspace: Workspace, runner: Runner) -> None:
    page = FollowUpsPage(read_only_workspace, runner)
    qtbot.addWidget(page)
    acts = [button for button in page.findChildren(QPushButton) if button is not page._empty.button]
    assert [button.isEnabled() for button in acts] == [False, True, False, False]


def test_acts_without_a_choice_say_what_is_needed(page: FollowUpsPage, told: list[tuple[str, str]]) -> None:
    page.table.clearSelection()
    page.mark_done()
    page.mark_open()
    assert told == [("Choose companies in the list.", "")] * 2
