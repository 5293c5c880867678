"""Follow-ups that are due, marked done, and taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import FollowUp, Meeting
from missionplanner.gui.outcomes.follow_ups import FollowUpsPage
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.outcomes import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> FollowUpsPage:
    store = workspace.store
    entering.save_cells(store, [(meeting.id, "kind", "3") for meeting in store.all(Meeting)], message("Edit a cell"))
    found = FollowUpsPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.until.choose(400)
    found.refresh()
    return found


def due() -> int:
    """How many follow-ups are due within 400 days, whenever the test is run."""
    days = (date.today() - DAY).days + 400  # noqa: DTZ011
    return 3 * sum(after <= days for after in (30, 90, 180, 365))


def test_follow_ups_are_listed_the_oldest_first(page: FollowUpsPage) -> None:
    rows = page.table.rows
    assert rows.rowCount() == due()
    assert [rows.text(0, column) for column in (0, 1, 2, 3, 5)] == [
        "Mar 18, 2026",
        "30 days",
        "D1 – C1",
        "Serious lead",
        "",
    ]
    assert page.summary.text() == f"{due()} follow-ups are due"


def test_what_is_done_is_recorded_with_a_remark_and_taken_back(
    page: FollowUpsPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(text="Samples sent")
    page.table.selectRow(0)
    page.mark_done()
    (done,) = store.all(FollowUp)
    assert (done.days, done.note, done.done_on) == (30, "Samples sent", date.today())  # noqa: DTZ011
    assert page.table.rows.rowCount() == due() - 1
    page.done_too.setChecked(True)
    assert page.table.rows.rowCount() == due()
    row = next(n for n in range(due()) if page.table.rows.text(n, 5))
    assert page.table.rows.text(row, 5).endswith("Samples sent")
    colour = page.table.rows.columns[0].colour
    assert colour
    assert [colour(page.table.rows.record(n)) == colours().good for n in (row, row - 1 if row else row + 1)] == [
        True,
        False,
    ]
    page.table.selectRow(row)
    page.mark_open()
    assert store.all(FollowUp) == []


def test_nothing_is_recorded_when_the_remark_is_cancelled(
    page: FollowUpsPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    page.table.selectRow(0)
    page.mark_done()
    assert store.all(FollowUp) == []


def test_nothing_is_recorded_without_a_selection(page: FollowUpsPage, store: Store) -> None:
    page.table.clearSelection()
    page.mark_done()
    page.mark_open()
    assert store.all(FollowUp) == []


def test_follow_ups_are_searched_by_company(page: FollowUpsPage) -> None:
    page.text.setText("d2")
    assert {page.table.rows.text(row, 2) for row in range(page.table.rows.rowCount())} == {"D2 – C2"}
    page.text.setText("d2 c1")
    assert page.table.rows.rowCount() == 0


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({}, ""),
        ({"email": "a@b.example"}, "Given D1, a@b.example"),
        ({"phone": "+1604", "mobile": "+1605"}, "Given D1, +1605"),
    ],
)
def test_whom_to_ask_is_the_first_delegate_who_can_be_reached(
    page: FollowUpsPage, store: Store, contact: dict[str, str], expected: str
) -> None:
    person = store.all(Person)[0]
    with store.change(message("Reach")) as change:
        change.update(
            Person(id=person.id, uid=person.uid, company_id=1, given_name="Given", family_name="D1", **contact)  # type: ignore[arg-type]
        )
    assert page.table.rows.text(0, 4) == expected


def test_the_list_says_of_what_it_is(page: FollowUpsPage) -> None:
    shown = page.shown_list()
    assert (shown.title, shown.subtitle, len(shown.rows)) == ("Follow-ups", "Test mission", due())


def test_for_reading_only_nothing_can_be_marked(qtbot: QtBot, read_only_workspace: Workspace) -> None:
    page = FollowUpsPage(read_only_workspace)
    qtbot.addWidget(page)
    acts = [button for button in page.findChildren(QPushButton) if button is not page._empty.button]
    assert [button.isEnabled() for button in acts] == [False, False]
