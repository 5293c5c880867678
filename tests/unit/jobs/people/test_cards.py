"""The card of a person: whom they represent, and where they are when."""

from missionplanner.domain.events import Audience, Event, Part
from missionplanner.domain.people import Person, Post
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.jobs.people import attendance, cards
from missionplanner.jobs.people.cards import Card, Represented
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment
from tests.unit.jobs.people.conftest import Folk


def card(store: Store, key: int) -> Card:
    return cards.card(store.snapshot(), store.get(Person, key))


def post(position: str) -> Post:
    return Post(position=position, position_en="", position_fr="", position_es="")


def appointments(store: Store, key: int) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.what, one.place, one.part) for one in card(store, key).appointments]


def test_organisations_have_role_and_post(store: Store, folk: Folk) -> None:
    assert card(store, folk.rosa).organisations == (
        Represented(key_of(store, "D1"), "D1", "", post("Consultant"), True),
        Represented(key_of(store, "D2"), "D2", "Minister", post("Board member"), False),
    )
    assert card(store, folk.luis).organisations == ()


def test_meetings_of_all_organisations_events_and_absences_are_in_the_order_of_time(store: Store, folk: Folk) -> None:
    first, second = meet(store, "D2", "C1", 1, 0), meet(store, "D1", "C2", 0, 1)
    with store.change(message("More")) as change:
        change.insert(Event(stop_id=1, venue_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)))
        change.insert(
            Event(stop_id=1, place="Bay", name_en="Talk", starts=moment(8), ends=moment(9), audience=Audience.LISTED)
        )
        for owner, key, reason in ((Owner.DELEGATE, folk.rosa, "Doctor"), (Owner.COMPANY, key_of(store, "D2"), "")):
            change.insert(Availability(owner=owner, owner_id=key, starts=moment(15), ends=moment(16), reason=reason))
    assert appointments(store, folk.rosa) == [
        ("Meeting", "C2, for D1", "Hall, table 2", ""),
        ("Absence", "Doctor", "", ""),
        ("Absence", "Not available", "D2", ""),
        ("Event", "Dinner", "Hall", ""),
    ]
    assert [one.meeting_id for one in card(store, folk.rosa).appointments][:1] == [second]
    assert first != second


def test_a_meeting_of_somebody_with_one_company_is_named_by_the_other(store: Store) -> None:
    meet(store, "D3", "C1", 0, 0)
    person = store.where(Person, "company_id", [key_of(store, "D3")])[0]
    assert appointments(store, person.id) == [("Meeting", "C1", "Hall, table 1", "")]


def test_what_was_entered_by_hand_is_said(store: Store, folk: Folk) -> None:
    with store.change(message("Events")) as change:
        dinner, talk = (
            change.insert(Event(stop_id=1, name_en=name, starts=moment(hour), ends=moment(hour + 1), audience=audience))
            for name, hour, audience in (("Dinner", 19, Audience.EVERYONE), ("Talk", 8, Audience.LISTED))
        )
    assert [event.id for event in cards.other_events(store.snapshot(), store.get(Person, folk.luis))] == [talk]
    attendance.set_part(store, dinner, [folk.luis], Part.OUT)
    attendance.set_part(store, talk, [folk.luis], Part.IN)
    assert appointments(store, folk.luis) == [
        ("Event", "Talk", "", "Attends"),
        ("Event", "Dinner", "", "Does not attend"),
    ]
    assert [one.comes for one in card(store, folk.luis).appointments] == [True, False]
    assert [event.id for event in cards.other_events(store.snapshot(), store.get(Person, folk.luis))] == [dinner]
