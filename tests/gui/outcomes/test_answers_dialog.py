"""What forms say, before it is taken."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.issues import Severity
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.gui.outcomes.answers_dialog import AnswersDialog
from missionplanner.jobs.relationships.collecting import AnswersFound, FileIssue
from tests.builders import DAY

FOUND = AnswersFound(
    new=[((1, 2), Claim(relationship_id=0, told_on=DAY, stage=Stage.HELD))],
    files=2,
    issues=[FileIssue("a.xlsx", 6, "No stage."), FileIssue("b.pdf", 0, "No date.", Severity.WARNING)],
)


def test_everything_that_was_found_is_listed_or_only_what_is_not_read(qtbot: QtBot) -> None:
    dialog = AnswersDialog(FOUND)
    qtbot.addWidget(dialog)
    assert dialog.sentence.text() == "2 forms read, 1 new answer, 1 row not read."
    shown = [[dialog.table.rows.text(row, column) for column in range(4)] for row in range(2)]
    assert shown == [["a.xlsx", "6", "Not read", "No stage."], ["b.pdf", "", "Note", "No date."]]
    dialog.errors.setChecked(True)
    assert dialog.table.rows.rowCount() == 1


@pytest.mark.parametrize(
    ("found", "read_only", "can"), [(FOUND, False, True), (FOUND, True, False), (AnswersFound(), False, False)]
)
def test_there_has_to_be_something_to_take(qtbot: QtBot, found: AnswersFound, read_only: bool, can: bool) -> None:
    dialog = AnswersDialog(found, read_only)
    qtbot.addWidget(dialog)
    assert dialog.take.isEnabled() is can
