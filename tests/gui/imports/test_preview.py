"""The rows of the preview and what narrows them."""

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.gui.imports.preview import PreviewRow, columns, filter_options, is_shown
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.widgets.theme import colours
from tests.gui.imports.conftest import WizardOpener


@pytest.fixture
def wizard(open_wizard: WizardOpener) -> ImportWizard:
    return open_wizard("Company,City,Employees\nNord Foods,Laval,12\nD1,Gaspé,\nSud Foods,Québec,many\n,Lost,\n")


def test_rows_say_what_would_happen(wizard: ImportWizard) -> None:
    texts = [[column.text(row) for column in columns()[:3]] for row in wizard._rows]
    assert texts == [
        ["2", "New", "Nord Foods"],
        ["3", "Changed", "D1"],
        ["4", "New", "Sud Foods"],
        ["5", "Rejected", ""],
    ]
    assert "many" in columns()[3].text(wizard._rows[2])


def test_only_outcomes_that_occur_are_offered(wizard: ImportWizard) -> None:
    assert filter_options(wizard._rows) == [
        (None, "All rows"),
        (RowOutcome.NEW, "New (2)"),
        (RowOutcome.CHANGED, "Changed (1)"),
        (RowOutcome.REJECTED, "Rejected (1)"),
    ]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [(None, True), (RowOutcome.NEW, True), (RowOutcome.SAME, False), ("like", False), ("kept", False)],
)
def test_a_row_is_shown_for_its_outcome(wanted: object, expected: bool) -> None:
    assert is_shown(PreviewRow(2, RowOutcome.NEW, "D1", ""), wanted) == expected


@pytest.mark.parametrize(
    ("outcome", "colour"),
    [
        (RowOutcome.NEW, "good"), (RowOutcome.CHANGED, "accent"), (RowOutcome.REJECTED, "bad"),
        (RowOutcome.DUPLICATE, "warn"), (RowOutcome.SAME, "quiet"),
    ],
)  # fmt: skip
def test_outcomes_have_their_colours(outcome: RowOutcome, colour: str) -> None:
    shown = columns()[1].colour
    assert shown
    assert shown(PreviewRow(2, outcome, "", "")) == getattr(colours(), colour)


def test_somebody_more_of_a_company_is_no_duplicate(open_wizard: WizardOpener) -> None:
    text = "Company,First name,Last name,E-mail\nNord,Ann,Roy,a@n.ca\nNord,Bo,Lee,b@n.ca\nNord,Bo,Lee,b@n.ca\n"
    wizard = open_wizard(text)
    assert [[column.text(row) for column in columns()[1:]] for row in wizard._rows] == [
        ["New", "Nord", ""],
        ["Further person", "Nord", "Bo Lee: of the company of row 2."],
        ["Duplicate", "Nord", "The same company as row 2."],
    ]
    assert wizard.summary.text().splitlines()[0] == "3 rows  ·  New: 1  ·  Duplicate: 1  ·  Further person: 1"
    assert filter_options(wizard._rows)[2:] == [
        (RowOutcome.DUPLICATE, "Duplicate (1)"),
        ("added", "Further person (1)"),
    ]
    added = wizard._rows[1]
    assert columns()[1].colour(added) == colours().accent  # type: ignore[misc]
    assert [is_shown(added, wanted) for wanted in (RowOutcome.DUPLICATE, "added")] == [False, True]
