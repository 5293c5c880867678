"""The story of a relationship has everything that happened in it, by day, and nothing of others."""

from datetime import UTC, date, datetime

from missionplanner.domain.agreements import Agreement, AgreementParty
from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.journals import Letter
from missionplanner.domain.moments import Moment, MomentLetter
from missionplanner.domain.relationships import Proof, Relationship, Stage
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import MeetingStatus, Outcome
from missionplanner.jobs.relationships.story import StoryKind, StoryLine, story
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, key_of, meet
from tests.unit.jobs.relationships.told import ON, related, say

K = StoryKind


def told(store: Store, known: Relationship) -> list[StoryLine]:
    return story(store, store.snapshot(), known)


def of(lines: list[StoryLine], kind: StoryKind) -> list[StoryLine]:
    return [one for one in lines if one.kind is kind]


def test_it_begins_with_the_register(store: Store) -> None:
    known = related(store)
    assert told(store, known) == [StoryLine(K.MADE, ON, "Entered in the register", key=known.id)]


def test_everything_stands_by_day(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET), ("D2", "C1", Priority.MEET))
    meeting = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D2", "C1", 1, 0)
    known = related(store)
    claim = say(
        store, known, Stage.AGREEMENT, "C1", value=500.0, currency="CAD", period="a year", since=DAY, jobs=12,
        began_before=True, about="Pumps", evidence="a.pdf",
    )  # fmt: skip
    with store.change(message("Fill")) as change:
        change.insert(Outcome(meeting_id=meeting, kind="lead", value=9.0, currency="CAD", next_step="Call"))
        change.insert(
            Proof(claim_id=claim, value=450.0, currency="CAD", verified_on=date(2026, 4, 2), verified_by="Eva")
        )
        change.insert(CompanyFollowUp(company_id=key_of(store, "C1"), days=30, done_on=date(2026, 3, 22), note="Away"))
        one = change.insert(Agreement(title_en="Joint plant", signed_on=date(2026, 5, 1), announced_value=7.0))
        other = change.insert(Agreement(title_en="With a third"))
        for agreement, name in ((one, "D1"), (one, "C1"), (other, "D1")):
            change.insert(AgreementParty(agreement_id=agreement, company_id=key_of(store, name)))
    at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    store.record(
        Letter(company_id=key_of(store, "D1"), kind="accepted", language="en", subject="You are in", sent_at=at)
    )
    thanks = MomentLetter(company_id=key_of(store, "C1"), moment=Moment.THANKS, language="es", written_at=at)
    store.record(thanks)
    store.record(Letter(company_id=key_of(store, "D2"), kind="accepted", language="en", sent_at=at))
    found = told(store, known)
    assert [one.kind for one in found if one.kind is not K.REQUEST] == [
        K.LETTER, K.LETTER, K.MEETING, K.OUTCOME, K.MADE, K.SAID, K.FOLLOW_UP, K.PROOF, K.AGREEMENT,
    ]  # fmt: skip
    days = [one.day for one in found]
    assert days == sorted(day for day in days if day)
    (request,) = of(found, K.REQUEST)
    assert (request.what, request.who, request.company_id) == ("Must meet", "D1", key_of(store, "D1"))
    (met,), (outcome,) = of(found, K.MEETING), of(found, K.OUTCOME)
    assert (met.what, met.who, met.key) == ("Held", "09:00, Hall, table 1", meeting)
    assert (outcome.what, outcome.value, outcome.note) == ("Serious lead", "9 CAD", "Call")
    assert [(one.what, one.who, one.note) for one in of(found, K.LETTER)] == [
        ("Accepted", "D1", "You are in"), (Moment.THANKS.label, "C1", ""),
    ]  # fmt: skip
    (said,) = of(found, K.SAID)
    assert (said.what, said.who, said.value, said.key) == ("Agreement", "C1", "500 CAD, a year", claim)
    assert said.note == "Pumps; since Feb 16, 2026; Began before the mission; Jobs: 12; a.pdf"
    (proof,), (asked,) = of(found, K.PROOF), of(found, K.FOLLOW_UP)
    assert (proof.what, proof.who, proof.value) == ("Verified", "Eva", "450 CAD")
    assert (asked.what, asked.note) == ("Asked after 30 days", "Away")
    (signed,) = of(found, K.AGREEMENT)
    assert (signed.what, signed.value, signed.note) == ("Memorandum of understanding: Draft", "7", "Joint plant")


def test_what_was_withdrawn_stays_and_says_so(store: Store) -> None:
    known = related(store)
    say(store, known, Stage.QUOTATION, value=5.0, currency="CAD", expected=True, withdrawn_on=date(2026, 4, 1))
    (said,) = of(told(store, known), K.SAID)
    assert (said.value, said.note) == ("5 CAD (expected)", "withdrawn on Apr 1, 2026")
    assert said.who == "the organisers"


def test_an_agreement_without_a_day_comes_last(store: Store) -> None:
    known = related(store)
    with store.change(message("Fill")) as change:
        key = change.insert(Agreement(title_en="Some day"))
        for name in ("D1", "C1"):
            change.insert(AgreementParty(agreement_id=key, company_id=key_of(store, name)))
    assert [(one.kind, one.day) for one in told(store, known)] == [(K.MADE, ON), (K.AGREEMENT, None)]


def test_kinds_have_names() -> None:
    assert len({one.label for one in StoryKind}) == len(StoryKind)
