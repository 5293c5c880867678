"""Whom the occasions of letters concern."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.mission import Stop
from missionplanner.domain.moments import LetterMark, Moment, MomentLetter, OwnMoment
from missionplanner.domain.people import OrganisationKind
from missionplanner.i18n import translator
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.occasions import Occasion, asked_stops, basis_of, day_of, days_of, kind_of, wording
from missionplanner.jobs.moments.reminders import recipients
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, moment
from tests.unit.jobs.moments.known import known

NOW = datetime(2026, 2, 1, tzinfo=UTC)


def names(store: Store, occasion: Occasion) -> list[tuple[str, str]]:
    """Whom it concerns, and how far their letter is."""
    return [(one.company.name, one.state.value) for one in recipients(basis_of(store), occasion)]


def set_status(store: Store, name: str, status: Status) -> None:
    with store.change(message("Status")) as change:
        for one in store.where(Application, "company_id", [key_of(store, name)]):
            change.update(replace(one, status=status))


def test_who_applied_is_told_that_the_registration_is_there(store: Store) -> None:
    set_status(store, "D1", Status.APPLIED)
    set_status(store, "C1", Status.APPLIED)
    assert names(store, Occasion(Moment.RECEIVED)) == [("D1", "waiting")]


def test_who_takes_part_is_thanked(store: Store) -> None:
    set_status(store, "D1", Status.WITHDRAWN)
    assert names(store, Occasion(Moment.THANKS)) == [(name, "waiting") for name in ("D2", "D3", "C1", "C2", "C3")]


def test_what_was_not_answered_in_time_is_reminded_of_until_there_is_an_answer(store: Store) -> None:
    sent = NOW - timedelta(days=7)
    store.record(Letter(company_id=key_of(store, "D1"), kind="accepted", language="en", subject="Come", sent_at=sent))
    store.record(Letter(company_id=key_of(store, "D2"), kind="declined", language="en", sent_at=sent))
    reminder = Occasion(Moment.REMINDER, now=NOW)
    assert names(store, reminder) == [("D1", "waiting")]
    assert names(store, replace(reminder, days=8)) == []
    letter = store.all(Letter)[0]
    made = {"moment": Moment.REMINDER, "about": letter.uid, "language": "en", "written_at": NOW}
    store.record(MomentLetter(company_id=letter.company_id, **made))
    assert names(store, reminder) == [("D1", "written")]
    writing.note(store, store.all(MomentLetter), LetterMark.OUT)
    assert names(store, reminder) == [("D1", "out")]
    writing.note(store, store.all(MomentLetter), LetterMark.ASKS)
    assert names(store, reminder) == []


def test_a_decision_that_was_answered_is_not_reminded_of(store: Store) -> None:
    sent = NOW - timedelta(days=30)
    store.record(Letter(company_id=key_of(store, "D1"), kind="accepted", language="en", sent_at=sent))
    set_status(store, "D1", Status.CONFIRMED)
    assert names(store, Occasion(Moment.REMINDER, now=NOW)) == []


def test_the_day_is_the_next_one_of_the_mission(store: Store) -> None:
    snapshot = store.snapshot()
    start = snapshot.mission.starts
    assert day_of(snapshot, Occasion(Moment.EVENING, now=NOW)) == start
    assert day_of(snapshot, Occasion(Moment.EVENING, now=moment(9) + timedelta(days=400))) == snapshot.mission.ends
    assert day_of(snapshot, Occasion(Moment.EVENING, start + timedelta(days=3), now=NOW)) == start + timedelta(days=3)
    assert days_of(replace(snapshot.mission, ends=start + timedelta(days=1))) == [start, start + timedelta(days=1)]


def test_the_wording_is_the_one_that_is_meant_for_the_fewest() -> None:
    kind = OrganisationKind(id=1, uid="guild", name_en="Guild")
    company = Company(id=1, side=Side.DELEGATION, name="D1", kind_id=1)
    order = ("moment_thanks@delegation/guild", "moment_thanks/guild", "moment_thanks@delegation", "moment_thanks")
    own = tuple(LetterTemplate(kind=one, language="fr", subject=one, body="Bref.") for one in order)
    for place, wanted in enumerate((*order, "{mission} : merci")):
        basis = known(wordings=own[place:], companies=[company], organisation_kinds=[kind])
        assert wording(basis, "moment_thanks", company, "fr").subject == wanted
    basis = known(wordings=own, companies=[company])
    assert wording(basis, "moment_thanks", replace(company, side=Side.COUNTERPART), "fr").subject == "moment_thanks"
    assert wording(basis, "moment_own_abc", company, "en").subject == "{mission}: a message to {company}"


def test_a_moment_is_called_as_it_is_named() -> None:
    basis = known(own=(OwnMoment(id=1, uid="a", name="Visit"),))
    assert basis.called(Occasion(Moment.OWN, own="a"), translator("fr")) == "Visit"
    assert basis.called(Occasion(Moment.THANKS), translator("fr")) == "Merci"
    assert kind_of(basis, Occasion(Moment.OWN, own="a")) == "moment_own_a"


def test_who_was_asked_to_come_to_a_stop_is_asked_once_and_again_for_another(store: Store) -> None:
    with store.change(message("Stops")) as change:
        stops = [1, *(change.insert(Stop(name_en=name, starts=DAY, ends=DAY)) for name in "AB")]
    keys = {name: key_of(store, name) for name in ("D1", "C1")}
    once = Occasion(Moment.STOPS, asks=frozenset({(keys["D1"], stops[1]), (keys["C1"], stops[1])}))
    assert (names(store, Occasion(Moment.STOPS)), names(store, once)) == ([], [("D1", "waiting"), ("C1", "waiting")])
    uids = [stop.uid for stop in store.all(Stop)]
    both = ",".join(uids[:2])
    made = {"moment": Moment.STOPS, "about": both, "language": "en", "written_at": NOW}
    store.record(MomentLetter(company_id=keys["D1"], **made))
    assert names(store, once) == [("D1", "written"), ("C1", "waiting")]
    assert names(store, replace(once, asks=frozenset({(keys["D1"], stops[2])}))) == [("D1", "waiting")]
    assert names(store, Occasion(Moment.STOPS)) == [("D1", "written")]
    (letter,) = writing.last_letters(store, composing.compose(store, once, {keys["D1"]}))
    writing.note(store, [letter], LetterMark.ACCEPTS)
    assert names(store, once)[0] == ("D1", "written")
    assert asked_stops(store.snapshot(), both) == store.all(Stop)[:2]
