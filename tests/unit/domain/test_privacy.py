"""Personal data are sensitive, and gone when they are erased."""

from dataclasses import replace
from datetime import timedelta

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Mission
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import PERSONAL_DATA, anonymous, due, is_anonymous
from tests.builders import DAY, snapshot_of

PERSON = Person(
    id=3, uid="u", company_id=2, given_name="Ana", email="a@x.ca", passport="P1", languages="en", precedence=1
)


def test_an_anonymous_person_keeps_key_company_and_languages() -> None:
    assert anonymous(PERSON) == Person(id=3, uid="u", company_id=2, languages="en")
    assert is_anonymous(anonymous(PERSON))
    assert not is_anonymous(PERSON)


def test_personal_data_are_due_from_their_day_on_while_there_are_some() -> None:
    mission = Mission(starts=DAY, ends=DAY, keep_until=DAY)
    snapshot = snapshot_of(mission=mission, people=[anonymous(PERSON), PERSON])
    text = "Personal data were to be erased on February 16, 2026, and are still there."
    found = [Issue(PERSONAL_DATA, text, Severity.ERROR, subjects=(("people", 0),))]
    assert due(snapshot, DAY) == found
    assert due(snapshot, DAY + timedelta(1)) == found
    assert due(snapshot, DAY - timedelta(1)) == []
    assert due(replace(snapshot, people=[anonymous(PERSON)]), DAY) == []
    assert due(replace(snapshot, mission=replace(mission, keep_until=None)), DAY) == []
