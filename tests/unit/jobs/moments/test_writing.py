"""Drafts are written once for everybody and the same thing, also after interruptions."""

import mailbox
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import icalendar
import pytest

from missionplanner.domain.limits import LINE
from missionplanner.domain.moments import LetterMark, LetterState, Moment, MomentLetter
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.exchange import mail
from missionplanner.jobs.job import run_now
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.attached import AttachedOptions, LetterFile
from missionplanner.jobs.moments.occasions import Occasion, SentTo
from missionplanner.jobs.moments.writing import DraftForm, LettersWritten, WritingOptions
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import key_of, meet

TIMETABLE = Occasion(Moment.TIMETABLE)


@pytest.fixture
def planned(store: Store) -> Store:
    """Two meetings, and an address of everybody but those of C2."""
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    with store.change(message("Addresses")) as change:
        for person in store.all(Person):
            if person.family_name != "C2":
                change.update(replace(person, email=f"{person.family_name.lower()}@firm.ca"))
    return store


def wrote(
    store: Store, folder: Path, occasion: Occasion = TIMETABLE, form: DraftForm = DraftForm.EML, again: bool = False
) -> LettersWritten:
    """Write what is to be written."""
    keys = frozenset(one.key for one in writing.to_write(composing.compose(store, occasion), again))
    return run_now(writing.write(WritingOptions(occasion, folder, keys, form)), store)


def names(folder: Path) -> list[str]:
    """The files of a folder but for the mission."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("m.mission"))


def test_letters_asked_for_on_paper_that_is_not_there_are_pdfs_which_is_said(planned: Store, tmp_path: Path) -> None:
    keys = frozenset(one.key for one in composing.compose(planned, TIMETABLE) if one.recipient)
    along = AttachedOptions(LetterFile.WORD)
    done = run_now(writing.write(WritingOptions(TIMETABLE, tmp_path, keys, along=along)), planned)
    said = "3 letters are attached as PDF: no Word document of the office is chosen for them."
    assert writing.remarks(done) == [said]


def states(store: Store, occasion: Occasion = TIMETABLE) -> dict[str, LetterState]:
    return {one.company: one.state for one in composing.compose(store, occasion)}


def test_a_draft_is_written_for_everybody_and_on_paper_without_an_address(planned: Store, tmp_path: Path) -> None:
    done = wrote(planned, tmp_path)
    assert names(tmp_path) == [
        "C1 - Su agenda.eml", "C2 - Su agenda.pdf", "D1 - Your timetable.eml", "D2 - Your timetable.eml",
    ]  # fmt: skip
    assert (done.without_address, writing.words(done)) == (("C2",), "4 letters were written.")
    assert writing.remarks(done) == ["Without an address, to be printed: C2"]
    read = message_from_bytes((tmp_path / "D1 - Your timetable.eml").read_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    (calendar,) = read.iter_attachments()
    assert (read["To"], calendar.get_filename(), calendar.get_content_type()) == (
        "d1@firm.ca",
        "D1.ics",
        "text/calendar",
    )
    (event,) = icalendar.Calendar.from_ical(calendar.get_payload(decode=True)).walk("VEVENT")
    assert str(event["SUMMARY"]) == "C1"
    plain = read.get_body(("plain",))
    assert plain is not None
    assert "- Mon, Feb 16, 09:00, C1, Hall, table 1" in plain.get_content()


def test_the_longest_names_and_the_most_people_are_written_to_and_journaled(planned: Store, tmp_path: Path) -> None:
    with planned.change(message("Long")) as change:
        change.update(replace(planned.mission, name="x" * LINE))
        for number in range(60):
            address = f"somebody.{number}@{'a' * 20}.ca"
            change.insert(Person(company_id=key_of(planned, "D1"), given_name="A", family_name="B", email=address))
    done = wrote(planned, tmp_path, Occasion(Moment.TIMETABLE, sent_to=SentTo.ALL))
    kept = next(one for one in planned.all(MomentLetter) if one.company_id == key_of(planned, "D1"))
    assert (len(planned.all(MomentLetter)), len(kept.subject), len(kept.recipient)) == (len(done.letters), LINE, LINE)
    sent = next(one for one, _name in done.letters if one.company == "D1")
    assert len(sent.recipient.split(", ")) == 61


def test_nobody_is_written_to_twice_for_the_same(planned: Store, tmp_path: Path) -> None:
    wrote(planned, tmp_path)
    assert set(states(planned).values()) == {LetterState.WRITTEN}
    assert wrote(planned, tmp_path / "more").letters == ()
    assert len(wrote(planned, tmp_path, again=True).letters) == 4
    assert len(names(tmp_path)) == 9
    assert len(planned.all(MomentLetter)) == 8


def test_an_interrupted_run_is_gone_on_with_and_each_is_there_once(
    planned: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = frozenset(one.key for one in composing.compose(planned, TIMETABLE))
    job = writing.write(WritingOptions(TIMETABLE, tmp_path, keys))
    # Everything is on the disk, and the program is killed before the journal.
    job.work(job.read(planned), Progress())
    assert (len(names(tmp_path)), planned.all(MomentLetter)) == (4, [])
    wrote(planned, tmp_path)
    assert (len(names(tmp_path)), len(planned.all(MomentLetter))) == (4, 4)


def test_somebody_elses_file_is_not_written_over(planned: Store, tmp_path: Path) -> None:
    (tmp_path / "D1 - Your timetable.eml").write_bytes(b"To: x@y.z\n\nmine")
    wrote(planned, tmp_path)
    assert (tmp_path / "D1 - Your timetable.eml").read_bytes() == b"To: x@y.z\n\nmine"
    assert len(names(tmp_path)) == 5


def test_a_draft_of_another_mission_is_not_written_over(planned: Store, tmp_path: Path) -> None:
    other = mail.letter("x@y.ca", "Mine", "Text", key="another")
    (tmp_path / "D1 - Your timetable.eml").write_bytes(other)
    wrote(planned, tmp_path)
    assert (tmp_path / "D1 - Your timetable.eml").read_bytes() == other


def test_what_changed_is_told_to_whom_it_concerns(planned: Store, tmp_path: Path) -> None:
    assert composing.compose(planned, Occasion(Moment.CHANGES)) == []
    wrote(planned, tmp_path)
    writing.note(planned, writing.last_letters(planned, composing.compose(planned, TIMETABLE)), LetterMark.OUT)
    assert set(states(planned).values()) == {LetterState.OUT}
    with planned.change(message("Move")) as change:
        meeting = next(one for one in planned.all(Meeting) if one.delegation_id == key_of(planned, "D1"))
        change.update(replace(meeting, table_id=2))
    found = composing.compose(planned, Occasion(Moment.CHANGES))
    assert [(one.company, one.state) for one in found] == [("C1", LetterState.OTHERWISE), ("D1", LetterState.OTHERWISE)]
    assert "- Mon, Feb 16, 09:00 meeting with C1 moved to Hall, table 2" in found[1].body
    assert states(planned) == {
        "C1": LetterState.OTHERWISE, "C2": LetterState.OUT, "D1": LetterState.OTHERWISE, "D2": LetterState.OUT,
    }  # fmt: skip
    assert len(wrote(planned, tmp_path, Occasion(Moment.CHANGES)).letters) == 2
    assert states(planned, Occasion(Moment.CHANGES)) == {"C1": LetterState.WRITTEN, "D1": LetterState.WRITTEN}


def test_what_did_not_go_out_waits_again(planned: Store, tmp_path: Path) -> None:
    wrote(planned, tmp_path)
    one = writing.last_letters(planned, composing.compose(planned, TIMETABLE, {key_of(planned, "D1")}))
    assert writing.note(planned, one, LetterMark.KEPT) == 1
    assert (states(planned)["D1"], states(planned)["D2"]) == (LetterState.WAITING, LetterState.WRITTEN)
    assert [name.company for name, _file in wrote(planned, tmp_path).letters] == ["D1"]


def test_letters_that_changed_since_they_were_listed_are_not_written(planned: Store, tmp_path: Path) -> None:
    keys = frozenset(one.key for one in composing.compose(planned, TIMETABLE))
    with planned.change(message("Move")) as change:
        change.update(replace(planned.all(Meeting)[0], table_id=2))
    with pytest.raises(UserError, match="Something changed since"):
        run_now(writing.write(WritingOptions(TIMETABLE, tmp_path / "out", keys)), planned)
    assert not (tmp_path / "out").exists()


def test_a_mailbox_and_a_table_hold_all(planned: Store, tmp_path: Path) -> None:
    wrote(planned, tmp_path, form=DraftForm.MBOX)
    with closing(mailbox.mbox(tmp_path / "Your timetable.mbox")) as box:
        found = [(one["To"], one.is_multipart()) for one in box]
    assert found == [
        ("c1@firm.ca", True), ("d1@firm.ca", True), ("d2@firm.ca", True),
    ]  # fmt: skip
    # Who has no address is in neither, and gets paper.
    assert names(tmp_path) == ["C2 - Su agenda.pdf", "Your timetable.mbox"]
    wrote(planned, tmp_path, form=DraftForm.CSV, again=True)
    lines = (tmp_path / "Your timetable.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "email,name,company,language,subject,body"


def test_everybody_gets_a_letter_of_their_own_where_that_is_wanted(planned: Store, tmp_path: Path) -> None:
    with planned.change(message("Second")) as change:
        change.insert(
            Person(company_id=key_of(planned, "D1"), given_name="Ana", family_name="Roy", email="ana@firm.ca")
        )
    done = wrote(planned, tmp_path, Occasion(Moment.TIMETABLE, sent_to=SentTo.PEOPLE))
    assert "D1 - Ana Roy - Your timetable.eml" in names(tmp_path)
    assert [one.recipient for one, _name in done.letters if one.person == "Ana Roy"] == ["ana@firm.ca"]


def test_a_day_is_told_the_evening_before(planned: Store, tmp_path: Path) -> None:
    day = planned.mission.starts
    found = composing.compose(planned, Occasion(Moment.EVENING, day))
    assert [one.company for one in found] == ["C1", "C2", "D1", "D2"]
    assert composing.compose(planned, Occasion(Moment.EVENING, day + timedelta(days=30))) == []
    wrote(planned, tmp_path, Occasion(Moment.EVENING, day))
    assert f"D1 - The evening before - {day.isoformat()}.eml" in names(tmp_path)


def test_a_letter_is_tried_out_on_oneself(planned: Store, tmp_path: Path) -> None:
    one = composing.compose(planned, TIMETABLE)[0]
    made = run_now(writing.trial(one, tmp_path / "try.eml", "me@office.ca"), planned)
    read = message_from_bytes(made.read_bytes(), policy=default)
    assert (read["To"], read["Subject"], planned.all(MomentLetter)) == ("me@office.ca", one.subject, [])


def test_each_meeting_is_invited_to_and_cancelled_in_a_mail_of_its_own(planned: Store, tmp_path: Path) -> None:
    def write(occasion: Occasion, folder: Path) -> LettersWritten:
        keys = frozenset(one.key for one in writing.to_write(composing.compose(planned, occasion)))
        along = AttachedOptions(inviting="office@org.ca")
        return run_now(writing.write(WritingOptions(occasion, folder, keys, along=along)), planned)

    first, second = tmp_path / "first", tmp_path / "second"
    write(TIMETABLE, first)
    assert [name for name in names(first) if "D1" in name] == [
        "D1 - Your timetable - 01.eml",
        "D1 - Your timetable.eml",
    ]
    parts, event = invited(first / "D1 - Your timetable - 01.eml")
    assert (parts, str(event["ORGANIZER"]), str(event["ATTENDEE"])) == (
        ["text/plain", "text/calendar REQUEST"], "mailto:office@org.ca", "mailto:d1@firm.ca",
    )  # fmt: skip
    assert b".ics" not in (first / "D1 - Your timetable.eml").read_bytes()
    with planned.change(message("Cancel")) as change:
        meeting = next(one for one in planned.all(Meeting) if one.delegation_id == key_of(planned, "D1"))
        change.delete(Meeting, [meeting.id])
    write(Occasion(Moment.CHANGES), second)
    parts, gone = invited(second / "D1 - What changed for you - 01.eml")
    assert (parts[1], str(gone["UID"]), str(gone["STATUS"])) == ("text/calendar CANCEL", str(event["UID"]), "CANCELLED")
    assert gone["SEQUENCE"] > event["SEQUENCE"]


def invited(path: Path) -> tuple[list[str], icalendar.Event]:
    """The types of the parts of a mail, and the item of its calendar."""
    read = message_from_bytes(path.read_bytes(), policy=default)
    text, calendar = read.iter_parts()
    types = [text.get_content_type(), f"{calendar.get_content_type()} {calendar.get_param('method')}"]
    (event,) = icalendar.Calendar.from_ical(calendar.get_payload(decode=True)).walk("VEVENT")
    return types, event


def test_a_mailbox_has_the_invitations_too(planned: Store, tmp_path: Path) -> None:
    keys = frozenset(one.key for one in composing.compose(planned, TIMETABLE))
    along = AttachedOptions(inviting="office@org.ca")
    run_now(writing.write(WritingOptions(TIMETABLE, tmp_path, keys, DraftForm.MBOX, along)), planned)
    with closing(mailbox.mbox(tmp_path / "Your timetable.mbox")) as box:
        assert [one["To"] for one in box] == ["c1@firm.ca", "d1@firm.ca", "d2@firm.ca"] * 2
