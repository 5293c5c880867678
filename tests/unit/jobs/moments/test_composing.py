"""Letters of moments say what each reader needs."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Stop
from missionplanner.domain.moments import Moment
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.moments.composing import compose
from missionplanner.jobs.moments.occasions import Occasion, SentTo
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, key_of, meet


def test_a_letter_is_in_the_language_of_its_reader_with_the_fields_filled_in(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    found = {one.company: one for one in compose(store, Occasion(Moment.TIMETABLE))}
    assert (found["C1"].language, found["C1"].subject) == ("es", "Test mission: su agenda")
    assert found["D1"].subject == "Test mission: your timetable"
    assert "{" not in found["D1"].body
    assert list(found) == ["C1", "D1"]
    only = compose(store, Occasion(Moment.TIMETABLE), {key_of(store, "D1")})
    assert [(one.company, one.key) for one in only] == [("D1", found["D1"].key)]


def test_a_reminder_names_the_letter_it_is_about(store: Store) -> None:
    sent = datetime(2026, 1, 5, tzinfo=UTC)
    key = key_of(store, "D1")
    store.record(Letter(company_id=key, kind="accepted", language="en", subject="You are in", sent_at=sent))
    (found,) = compose(store, Occasion(Moment.REMINDER, now=datetime(2026, 2, 1, tzinfo=UTC)))
    assert found.subject == "Reminder: You are in"
    assert "On January 5, 2026 we wrote to D1: “You are in”." in found.body


def test_an_address_no_mail_can_go_to_is_none(store: Store) -> None:
    with store.change(message("Address")) as change:
        for person in store.where(Person, "company_id", [key_of(store, "D1")]):
            change.update(replace(person, email="nobody"))
    (found,) = (one for one in compose(store, Occasion(Moment.THANKS, sent_to=SentTo.PEOPLE)) if one.company == "D1")
    assert (found.recipient, found.person) == ("", "Given D1")


@pytest.fixture
def asked(store: Store) -> Occasion:
    """D1, which speaks French, is asked to come to Monterrey, where it could meet C1 of Saltillo and C2, not C3."""
    ask(store, ("D1", "C1", Priority.MEET), ("D1", "C2", Priority.MUST_MEET), ("D1", "C3", Priority.NO_THANKS))
    with store.change(message("Fill")) as change:
        stop = change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))
        d1, *others = (key_of(store, name) for name in ("D1", "C1", "C2", "C3"))
        change.insert_all(CompanyStop(company_id=key, stop_id=1 if key == d1 else stop) for key in (d1, *others))
        change.update(replace(store.get(Company, others[0]), city="Saltillo"))
        person = store.where(Person, "company_id", [d1])[0]
        change.update(replace(person, email="zoe@d1.ca", languages="fr"))
    return Occasion(Moment.STOPS, asks=frozenset({(d1, stop)}))


def test_a_letter_asks_to_come_to_a_city_for_the_meetings_there(store: Store, asked: Occasion) -> None:
    (found,) = compose(store, asked)
    assert (found.language, found.recipient, found.about) == ("fr", "zoe@d1.ca", store.all(Stop)[1].uid)
    assert " ".join(found.subject.split()) == "Test mission : pourriez-vous venir aussi à Monterrey ?"
    assert "- C2\n- C1 (Saltillo)\n\n" in found.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_question_for_stops_is_filled_in(store: Store, asked: Occasion, language: str) -> None:
    with store.change(message("Speak")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), language=language))
    (found,) = compose(store, asked)
    assert (found.language, "{" in found.subject + found.body) == (language, False)
