"""Follow-up forms as they are written, and who was noted as asked."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.timetable import FollowUp, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.exchange import workbooks
from missionplanner.jobs.job import run_now
from missionplanner.jobs.relationships import asking
from missionplanner.jobs.relationships.asking import FormsWanted
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, small_mission, undone_and_redone, whole


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return small_mission(tmp_path / "m.mission")


def test_a_form_lists_everybody_a_company_met_in_its_language(store: Store, tmp_path: Path) -> None:
    for slot, other in enumerate(("C2", "C1")):
        meet(store, "D1", other, slot, 0, status=MeetingStatus.HELD)
    written = run_now(asking.write(FormsWanted(tmp_path / "out", 90, (".xlsx", ".pdf"))), store)
    assert [path.name for path in written] == [
        f"{name} (90, {language}).{ending}"
        for name, language in (("D1", "en"), ("C1", "es"), ("C2", "es"))
        for ending in ("xlsx", "pdf")
    ]
    _head, lines, lists = workbooks.read("a.xlsx", written[0].read_bytes())
    assert [row[1:3] for row in lines.rows[5:7]] == [
        ("C1", "Meeting held, February 16, 2026"),
        ("C2", "Meeting held, February 16, 2026"),
    ]
    assert lines.name == "Answers"
    assert (lists.hidden, lists.rows[0][:2], lists.rows[1][1]) == (True, ("Introduced", "CAD"), "MXN")
    assert workbooks.read("a.xlsx", written[2].read_bytes())[1].rows[3][3] == "Etapa de la relación"
    with pikepdf.open(written[1]) as pdf:
        fields = {str(one.T): one for one in pdf.Root.AcroForm.Fields}  # type: ignore[attr-defined]
        assert str(fields["1|with"].V) == "C1"
        assert str(fields["1|stage"].TU) == "C1: Stage"
        assert [str(one) for one in fields["1|began_before"].Opt] == ["", "Yes", "No"]
        assert bool(pdf.Root.MarkInfo.Marked)


def test_there_has_to_be_a_horizon_and_somebody_to_ask(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Follow-ups are due after 30, 90, 180, 365 days"):
        asking.write(FormsWanted(tmp_path, 31))
    with pytest.raises(UserError, match="There is nobody to ask"):
        run_now(asking.write(FormsWanted(tmp_path / "out", 30)), store)


def test_who_was_asked_is_noted_and_taken_back(store: Store) -> None:
    before = whole(store)
    one = key_of(store, "D1")
    asking.note_done(store, [(one, 30), (one, 90)], DAY, "called")
    undone_and_redone(store, before)
    asking.note_done(store, [(one, 30)], date(2026, 5, 1))
    assert [(row.days, row.done_on, row.note) for row in store.all(CompanyFollowUp)] == [
        (30, date(2026, 5, 1), "called"), (90, DAY, "called"),
    ]  # fmt: skip
    meeting = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    with store.change(message("Asked")) as change:
        change.insert(FollowUp(meeting_id=meeting, days=30, done_on=DAY))
        change.insert(FollowUp(meeting_id=meeting, days=90, done_on=DAY))
    asking.take_back(store, [(one, 30)])
    assert [row.days for row in store.all(CompanyFollowUp)] == [row.days for row in store.all(FollowUp)] == [90]
