"""The days of the leader edition."""

from dataclasses import replace

from missionplanner.domain.events import Event
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.pack import leader_days
from missionplanner.pack.editions import LeaderDay
from missionplanner.pack.phrases import plain, text_of
from missionplanner.store.store import Store


def cards(store: Store, language: str = "en") -> list[LeaderDay]:
    """The cards, with those who have a place in the order of precedence."""
    snapshot = store.snapshot()
    ranked = [person for person in snapshot.people if person.precedence is not None]
    return list(leader_days.days(snapshot, ranked, translator(language)))


def test_a_day_with_meetings_and_no_event_has_a_card(store: Store) -> None:
    with store.change(message("Rank")) as change:
        (found,) = [one for one in store.all(Person) if one.family_name == "D2"]
        change.update(replace(found, precedence=1))
    (day,) = cards(store, "fr")
    assert day.title == "Lundi 16 février 2026 · Mexico City"
    (entry,) = day.events
    assert (entry.time, entry.title.text) == ("09:00–10:10", "3 rencontres")
    assert (text_of(entry.place), entry.expected) == ("Hall", "4 entreprises, avec G.\u00a0D2")


def test_meetings_stand_among_the_events_of_their_day_by_time(eventful: Store) -> None:
    (day,) = cards(eventful)
    assert [entry.title.text for entry in day.events] == ["3 meetings", "Reception"]


def test_meetings_that_were_called_off_make_no_card(store: Store) -> None:
    with store.change(message("Off")) as change:
        for meeting in store.all(Meeting):
            change.update(replace(meeting, status=MeetingStatus.CANCELLED))
    assert cards(store) == []


def test_talking_points_are_lines_without_their_signs(eventful: Store) -> None:
    with eventful.change(message("Points")) as change:
        change.update(replace(eventful.all(Event)[0], talking_points="- Thank the hosts\n\nName the figures"))
    assert plain(cards(eventful)[0].events[1].points) == ("Thank the hosts", "Name the figures")
