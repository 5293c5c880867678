"""A calendar has the entries it was given and nothing else, whatever is in their fields."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from missionplanner.exchange.calendar import CalendarItem, calendar
from tests.builders import HOSTILE, moment

PIECES = (
    "\r\n", "\n", "\r", "\u2028", "\v", ":", ";", ",", "\\", "\\n", '"', "^n", "=0D=0A", " ", "é", "x",
    "END:VEVENT", "BEGIN:VALARM", "ATTENDEE;CN=x:mailto:x@y.z", "ORGANIZER:mailto:x@y.z",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=100),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from([text[:2000] for text in HOSTILE]),
)
FIELDS = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION"}


def line(text: str) -> str:
    """A text as one line holds it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@settings(deadline=None)
@given(name=TEXTS, uid=TEXTS, title=TEXTS, place=TEXTS, text=TEXTS)
@example("n\r\nX-A:b", "u\r\nATTENDEE:x", "t\nEND:VEVENT", "p\r\nORGANIZER:x", "d\r\n\r\nBEGIN:VALARM")
def test_every_field_is_read_back_and_no_other(name: str, uid: str, title: str, place: str, text: str) -> None:
    made = calendar(name, [CalendarItem(uid, title, moment(9), moment(10), place, text)])
    found = Calendar.from_ical(made)
    events = found.walk("VEVENT")
    assert [part.name for part in found.walk()].count("VALARM") == 0
    assert (len(events), str(found["X-WR-CALNAME"])) == (1, line(name))
    event = events[0]
    assert set(event) == FIELDS
    wanted = (f"{line(uid)}@missionplanner", line(title), line(place), "\n".join(map(line, text.splitlines())))
    assert (str(event["UID"]), str(event["SUMMARY"]), str(event["LOCATION"]), str(event["DESCRIPTION"])) == wanted


def test_times_stay_in_their_zone() -> None:
    zone = ZoneInfo("America/Mexico_City")
    starts, ends = (moment(hour).astimezone(zone) for hour in (9, 10))
    item = CalendarItem("u", "t", starts, ends, "", "")
    event = Calendar.from_ical(calendar("n", [item])).walk("VEVENT")[0]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (starts, ends)
    assert event.decoded("DTSTAMP") <= datetime.now(UTC)
