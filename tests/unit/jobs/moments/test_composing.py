"""Letters of moments say what each reader needs."""

from dataclasses import replace
from datetime import UTC, datetime

from missionplanner.domain.journals import Letter
from missionplanner.domain.moments import Moment
from missionplanner.domain.people import Person
from missionplanner.jobs.moments.composing import compose
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet


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
    (found,) = (one for one in compose(store, Occasion(Moment.THANKS, per_person=True)) if one.company == "D1")
    assert (found.recipient, found.person) == ("", "Given D1")
