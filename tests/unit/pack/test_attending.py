"""Who attends a meeting, as cards and lines have it."""

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import MeetingDelegate
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.pack import attending
from missionplanner.pack.phrases import Phrase
from missionplanner.store.store import Store
from tests.builders import key_of


def test_both_sides_come_in_the_order_of_protocol_with_posts_and_short_forms(store: Store) -> None:
    one, other = key_of(store, "D1"), key_of(store, "C1")
    with store.change(message("People")) as change:
        first = Person(company_id=other, given_name="José Luis", family_name="Peña", position="CEO", precedence=1)
        invited = change.insert(first)
        change.insert(Person(company_id=one, given_name="Jean-Pierre", family_name="Roy"))
    snapshot, t = store.snapshot(), translator("en")
    meeting = next(m for m in snapshot.meetings_of[one] if m.counterpart_id == other)
    assert attending.of_ours(snapshot, meeting, snapshot.company[one], t) == {
        "ours": "", "who": "Given D1, Jean-Pierre Roy", "ours_names": ("Given D1", "Jean-Pierre Roy"),
        "ours_short": ("G.\u00a0D1", "J.-P.\u00a0Roy"),
    }  # fmt: skip
    assert attending.of_theirs(snapshot, meeting, other, t) == {
        "theirs": (), "person": "José Luis Peña", "addressed": "José Luis Peña",
        "theirs_names": ("José Luis Peña", "Given C1"), "theirs_short": ("J. L.\u00a0Peña", "G.\u00a0C1"),
    }  # fmt: skip
    with store.change(message("Only one")) as change:
        change.insert(MeetingDelegate(meeting_id=meeting.id, delegate_id=invited))
    found = attending.of_theirs(store.snapshot(), meeting, other, t)
    assert (found["theirs"], found["theirs_names"]) == ((Phrase("José Luis Peña, CEO"),), ("José Luis Peña",))
