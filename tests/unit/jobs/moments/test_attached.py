"""The files that go along with letters."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.moments import Moment
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.exchange import mail
from missionplanner.exchange.files import Source
from missionplanner.exchange.follow_up_answers import form_in
from missionplanner.jobs.moments import attached
from missionplanner.jobs.moments.attached import AttachedOptions, LetterFile
from missionplanner.jobs.moments.composing import MomentDraft, compose
from missionplanner.jobs.moments.occasions import Occasion, SentTo
from missionplanner.jobs.papers import choosing
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.exchange.documents import document, lines


def first(store: Store, moment: Moment, sent_to: SentTo = SentTo.COMPANY) -> tuple[MomentDraft, attached.Attached]:
    """The letter to D1, and the files."""
    (one,) = compose(store, Occasion(moment, sent_to=sent_to), {key_of(store, "D1")})
    return one, attached.Attached([one], attached.basis_of(store, AttachedOptions()))


def test_each_moment_has_its_files(store: Store) -> None:
    with store.change(message("Fill")) as change:
        change.insert(OwnField(code="hotel", name_en="Hotel", second_form=True))
        change.insert(Person(company_id=key_of(store, "D2"), family_name="Roy", passport="X9"))
    one, files = first(store, Moment.FORM)
    assert [(part.name, part.content[:2]) for part in files.parts(one)] == [("D1.xlsx", b"PK")]
    assert files.text(one) == one.body
    one, files = first(store, Moment.VISA)
    assert (one.obstacle, one.is_to_write, one.person) == ("Missing: Passport", False, "Given D1")
    (part,) = files.parts(one)
    assert (part.name, part.content[:4], part.media) == ("Given D1.pdf", b"%PDF", "application/pdf")
    # What is on paper is not in the mail.
    assert "Attached is the letter" in files.text(one)
    assert "passport X9" not in files.text(one)
    one, files = first(store, Moment.THANKS)
    assert (files.parts(one), files.new) == ([], ())


def test_a_follow_up_takes_its_form_along_once_a_meeting_was_held(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    one, files = first(store, Moment.FOLLOW_UP)
    assert files.parts(one) == []
    with store.change(message("Held")) as change:
        change.update(replace(store.all(Meeting)[0], status=MeetingStatus.HELD))
    one, files = first(store, Moment.FOLLOW_UP)
    (part,) = files.parts(one)
    form = form_in(Source(part.name, part.content))
    assert form
    assert (part.name, form.days, [line.cells["with"] for line in form.lines[:1]]) == (
        "D1.xlsx",
        int(one.about),
        ["C1"],
    )


def test_one_letter_goes_to_all_people_of_a_company(store: Store) -> None:
    with store.change(message("People")) as change:
        for name in ("ana", "bo", "ana"):
            change.insert(Person(company_id=key_of(store, "D1"), family_name=name, email=f"{name}@firm.ca"))
    one, _files = first(store, Moment.THANKS, SentTo.ALL)
    assert one.recipient == "ana@firm.ca, bo@firm.ca"
    assert b"To: ana@firm.ca, bo@firm.ca" in mail.letter(one.recipient, one.subject, one.body)


def test_a_letter_goes_along_on_the_offices_paper_or_as_pdf(store: Store, tmp_path: Path) -> None:
    one, _files = first(store, Moment.THANKS)
    for wanted, ending in ((LetterFile.WORD, ".pdf"), (LetterFile.PDF, ".pdf")):
        files = attached.Attached([one], attached.basis_of(store, AttachedOptions()), AttachedOptions(wanted))
        assert [part.name for part in files.parts(one)] == [f"D1{ending}"]
    (tmp_path / "p.docx").write_bytes(document("{company}: {subject}", "{text}"))
    choosing.choose(store, "", "", tmp_path / "p.docx")
    basis = attached.basis_of(store, AttachedOptions())
    (part,) = attached.Attached([one], basis, AttachedOptions(LetterFile.WORD)).parts(one)
    assert (part.name, lines(part.content)[0]) == ("D1.docx", "D1: Test mission: thank you")
    assert lines(part.content)[-1] == "With kind regards,"
    assert attached.Attached([one], basis).parts(one) == []
    assert attached.Attached([one], basis).on_paper(one)[0] == ".docx"
    assert attached.Attached([one], basis, AttachedOptions(LetterFile.PDF)).on_paper(one)[0] == ".pdf"
