"""The journal of letters of moments: what was written, went out, and was answered."""

from datetime import timedelta

from missionplanner.domain.letters import base_of, fields_of, is_kind, kind_label, unknown_fields, variant, variants
from missionplanner.domain.moments import (
    MOMENT_FIELDS,
    MOMENT_KINDS,
    LetterJournal,
    LetterMark,
    LetterNote,
    LetterState,
    Moment,
    MomentLetter,
    OwnMoment,
    template_kind,
)
from tests.builders import moment


def letter(uid: str, company: int = 1, minute: int = 0, about: str = "") -> MomentLetter:
    when = moment(9) + timedelta(minutes=minute)
    return MomentLetter(
        uid=uid, company_id=company, moment=Moment.TIMETABLE, about=about, language="en", written_at=when
    )


def note(uid: str, mark: LetterMark, minute: int = 0) -> LetterNote:
    return LetterNote(uid=f"{uid}{minute}", letter=uid, mark=mark, noted_at=moment(10) + timedelta(minutes=minute))


def test_the_last_letter_says_how_far_it_is() -> None:
    journal = LetterJournal([letter("a"), letter("b", minute=5)], [note("a", LetterMark.OUT)], {})
    found = journal.written(1, None, [Moment.TIMETABLE])
    assert ([one.uid for one in found], journal.state(found)) == (["a", "b"], LetterState.WRITTEN)
    assert (journal.state(found[:1]), journal.state([])) == (LetterState.OUT, LetterState.WAITING)
    assert journal.written(1, None, [Moment.THANKS]) == journal.written(1, 7, [Moment.TIMETABLE]) == []


def test_what_did_not_go_out_was_not_written_until_it_is_said_that_it_did() -> None:
    marks = [note("a", LetterMark.OUT), note("a", LetterMark.KEPT, 1)]
    assert LetterJournal([letter("a")], marks, {}).written(1, None, [Moment.TIMETABLE]) == []
    again = LetterJournal([letter("a")], [*marks, note("a", LetterMark.OUT, 2)], {})
    assert again.marks(letter("a")) == {LetterMark.OUT}


def test_an_answer_replaces_the_one_before_and_nothing_else() -> None:
    marks = [note("a", LetterMark.OUT), note("a", LetterMark.ASKS, 1), note("a", LetterMark.ACCEPTS, 2)]
    assert LetterJournal([], marks, {}).marks(letter("a")) == {LetterMark.OUT, LetterMark.ACCEPTS}


def test_letters_to_a_company_that_became_part_of_another_are_its() -> None:
    journal = LetterJournal([letter("a", company=1)], [], {1: 2, 2: 3})
    assert [one.uid for one in journal.written(3, None, [Moment.TIMETABLE])] == ["a"]


def test_letters_about_one_thing_are_told_from_others() -> None:
    journal = LetterJournal([letter("a", about="x"), letter("b", about="y")], [], {})
    assert [one.uid for one in journal.written(1, None, [Moment.TIMETABLE], "y")] == ["b"]


def test_wordings_of_moments_have_fields_and_names_of_their_own() -> None:
    kind = template_kind(Moment.EVENING)
    assert (kind_label(kind), MOMENT_KINDS[kind]) == ("The evening before", Moment.EVENING)
    assert unknown_fields("{company} {items} {nothing}", (), kind) == ["nothing"]
    assert unknown_fields("{items}") == ["items"]
    assert set(MOMENT_FIELDS) <= set(fields_of(kind))


def test_kinds_of_wordings_say_whom_they_are_for() -> None:
    own = OwnMoment(uid="a1", name="Visit")
    assert variants("moment_thanks", "delegation", "guild") == (
        "moment_thanks@delegation/guild", "moment_thanks/guild", "moment_thanks@delegation", "moment_thanks",
    )  # fmt: skip
    assert variants("accepted", "delegation", "") == ("accepted@delegation", "accepted")
    assert kind_label("moment_thanks@counterpart/guild") == "Thanks – Counterpart – One kind of organisation"
    assert kind_label(own.kind) == "Own moment"
    assert [kind for kind in ("accepted/x", own.kind, "moment_thanks@x", "foo", "", "moment_thanks@delegation") if is_kind(kind)] == [
        "accepted/x", own.kind, "moment_thanks@delegation",
    ]  # fmt: skip
    assert kind_label("foo") == "foo"
    assert base_of(variant(own.kind, "delegation", "guild")) == own.kind


def test_a_letter_is_answered_once_somebody_noted_it() -> None:
    journal = LetterJournal(
        [letter("a"), letter("b", minute=5)], [note("a", LetterMark.ASKS), note("b", LetterMark.OUT)], {}
    )
    assert (journal.is_answered(letter("a")), journal.is_answered(letter("b"))) == (True, False)
    assert [one.uid for one in journal.last_of_each(1)] == ["b"]
    assert journal.last_of_each(2) == []
    assert [moment for moment in Moment if moment.asks_answer] == [
        Moment.INVITATION, Moment.FORM, Moment.FEE, Moment.STOPS, Moment.FOLLOW_UP,
    ]  # fmt: skip
