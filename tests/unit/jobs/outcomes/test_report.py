"""The report on outcomes, as PDF and as workbook."""

from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from python_calamine import CalamineWorkbook

from missionplanner import i18n
from missionplanner.domain import outcomes
from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.outcomes import entering, report
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, meet
from tests.unit.pack.making import flowing_text

WORDS = ("Meetings with an outcome", "Host", "Outcome", "Due")


def test_the_report_says_what_was_entered_in_both_forms(store: Store, tmp_path: Path) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    typed = [(key, "kind", "6"), (key, "value", "1000"), (key, "currency", "CAD"), (key, "next_step", "=1+1 <b>")]
    assert entering.save_cells(store, typed, message("Type")) == []
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


def test_the_report_is_in_the_language_of_its_reader(store: Store, tmp_path: Path) -> None:
    with store.change(message("Name")) as change:
        change.update(replace(store.mission, name_fr="Mission au Mexique"))
    i18n.use("fr")
    words = flowing_text(run_now(report.report(tmp_path / "report.pdf"), store).read_bytes(), tmp_path)
    assert "Résultats – Mission au Mexique" in words
    line = outcomes.ScorecardLine("requests", 985, 1109, 40, 60)
    assert report._words(line).startswith("985 sur 1\u00a0109;")


def test_a_list_of_nothing_has_no_headings_and_counterparts_are_hosts_on_paper(store: Store, tmp_path: Path) -> None:
    empty = flowing_text(run_now(report.report(tmp_path / "empty.pdf"), store).read_bytes(), tmp_path)
    assert "Outcomes by kind" in empty
    assert not [one for one in ("Meetings with an outcome", "Host", "Due") if one in empty]
    filled(store)
    words = flowing_text(run_now(report.report(tmp_path / "report.pdf"), store).read_bytes(), tmp_path)
    assert all(one in words for one in WORDS)
    assert "Counterpart" not in words


def test_the_list_is_as_wide_as_the_texts_above_it(store: Store, tmp_path: Path) -> None:
    filled(store)
    with pymupdf.open(run_now(report.report(tmp_path / "report.pdf"), store)) as file:
        (title,) = (word for word in file[0].get_text("words") if word[4] == "Outcomes" and word[1] < 90)
        edges = {round(one["rect"].x0) for one in file[0].get_drawings() if one["rect"].width > 400}
    assert edges == {round(title[0])}


def filled(store: Store) -> None:
    """A sale, a meeting that was only held, a no-show."""
    one = meet(store, "D1", "C1", 0, 0)
    two = meet(store, "D2", "C2", 0, 1)
    three = meet(store, "D3", "C3", 1, 0)
    ask(store, ("D1", "C1", Priority.MEET))
    typed = [
        (one, "kind", "6"), (one, "value", "1000"), (one, "currency", "CAD"), (one, "second_meeting", "yes"),
        (one, "due", "2026-03-31"), (one, "next_step", "Send it"),
    ]  # fmt: skip
    assert entering.save_cells(store, typed, message("Type")) == []
    meeting_edits.set_status(store, [two], MeetingStatus.HELD)
    meeting_edits.no_show(store, [three], Side.COUNTERPART)


def test_the_workbook_holds_the_scorecard_and_every_meeting(store: Store, tmp_path: Path) -> None:
    filled(store)
    book = CalamineWorkbook.from_path(str(run_now(report.report(tmp_path / "r.XLSX"), store)))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert sheets["Scorecard"] == [
        ["Measure", "Number", "Of", "Percent", "Usual from", "Usual to"],
        ["Requests that became meetings", 1.0, 1.0, 100.0, 40.0, 60.0],
        ["Meetings that were held", 2.0, 3.0, 66.7, 80.0, 100.0],
        ["Held meetings that lead to a second one", 1.0, 2.0, 50.0, 20.0, 30.0],
    ]
    assert ["Contract or sale", 1.0] in sheets["Outcomes by kind"]
    assert sheets["Values"] == [["Currency", "Value"], ["CAD", 1000.0]]
    assert sheets["Meetings"] == [
        ["Time", "Delegation", "Counterpart", "Outcome", "Value", "Due", "Next step", "Second meeting", "State",
         "Currency"],
        ["Feb 16 09:00", "D1", "C1", "Contract or sale", 1000.0, "Mar 31, 2026", "Send it", "Yes", "Held", "CAD"],
        ["Feb 16 09:00", "D2", "C2", "", "", "", "", "", "Held", ""],
        ["Feb 16 09:25", "D3", "C3", "", "", "", "", "", "No-show", ""],
    ]  # fmt: skip


def test_the_pdf_holds_the_meetings_with_an_outcome(store: Store, tmp_path: Path) -> None:
    filled(store)
    i18n.use("fr")
    text = flowing_text(run_now(report.report(tmp_path / "r.pdf"), store).read_bytes(), tmp_path)
    assert "Send it" not in text  # next steps are in the workbook alone
    assert "31 mars 2026" in text
    assert "D1" in text
    assert "D2" not in text
    assert "1 000 CAD" in text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_mission_without_outcomes_has_a_report(store: Store, tmp_path: Path) -> None:
    text = flowing_text(run_now(report.report(tmp_path / "r.pdf"), store).read_bytes(), tmp_path)
    assert "No values entered yet." in text


def test_the_pdf_has_no_columns_beyond_the_due_day(store: Store, tmp_path: Path) -> None:
    filled(store)
    text = flowing_text(run_now(report.report(tmp_path / "r.pdf"), store).read_bytes(), tmp_path)
    assert "Due" in text
    assert "Next step" not in text
