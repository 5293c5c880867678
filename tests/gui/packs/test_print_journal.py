"""The journal of printed packs."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.gui.packs.print_journal import PrintJournal
from missionplanner.gui.workspace import Workspace
from tests.builders import key_of


def printed(key: int, **more: object) -> PackPrint:
    values: dict[str, object] = {
        "id": key, "language": "fr", "fingerprint": "", "file_name": f"{key}.pdf", "pages": 4,
        "printed_at": datetime(2026, 2, 1, 15, tzinfo=UTC), "printed_by": "Ana", "edition": Edition.DELEGATE, **more,
    }  # fmt: skip
    return PackPrint(**values)  # type: ignore[arg-type]


@pytest.fixture
def journal(qtbot: QtBot) -> PrintJournal:
    found = PrintJournal()
    qtbot.addWidget(found)
    return found


def test_prints_are_listed_newest_first(journal: PrintJournal, workspace: Workspace) -> None:
    one = key_of(workspace.store, "D1")
    journal.show_prints((printed(1, company_id=one), printed(2, company_id=one, delegate_id=1)), workspace.snapshot())
    rows = journal.table.rows
    assert [rows.text(row, 1) for row in range(2)] == ["D1 – Given D1", "D1"]
    assert [rows.text(0, column) for column in range(2, 6)] == ["Français", "4", "Ana", "2.pdf"]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (printed(1, edition=Edition.LEADER), "Leader edition"),
        (printed(1, edition=Edition.ORGANISER), "Organiser edition"),
        (printed(1, company_id=99), "a company that is gone"),
        (printed(1, company_id=1, delegate_id=99), "D1"),
    ],
)
def test_a_print_is_of_a_company_or_an_edition(
    journal: PrintJournal, workspace: Workspace, one: PackPrint, expected: str
) -> None:
    journal.show_prints((one,), workspace.snapshot())
    assert journal.owner_of(one) == expected
