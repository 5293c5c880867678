"""The report on outcomes, as PDF and as workbook."""

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from missionplanner.domain.companies import Side
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.outcomes import entering, report
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import meet


def test_the_report_says_what_was_entered_in_both_forms(store: Store, tmp_path: Path) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    typed = [(key, "kind", "6"), (key, "value", "1000"), (key, "currency", "CAD"), (key, "next_step", "=1+1 <b>")]
    assert entering.save_cells(store, typed, "Type") == []
    meeting_edits.no_show(store, [store.all(Meeting)[1].id], Side.COUNTERPART)
    pdf = run_now(report.report(tmp_path / "report.pdf"), store)
    assert pdf.read_bytes().startswith(b"%PDF")
    book = CalamineWorkbook.from_path(str(run_now(report.report(tmp_path / "report.xlsx"), store)))
    assert book.sheet_names == ["Scorecard", "Outcomes by kind", "Values", "Meetings"]
    assert book.get_sheet_by_name("Values").to_python()[1] == ["CAD", 1000.0]
    rows = book.get_sheet_by_name("Meetings").to_python()
    assert rows[1][3] == "Contract or sale"
    assert rows[1][6] == "=1+1 <b>"
    assert rows[2][8] == "No-show"
    with pytest.raises(UserError, match="cannot be made"):
        report.report(tmp_path / "report.txt")
