"""A calendar has the entries it was given and nothing else, whatever is in their fields."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from missionplanner.exchange.calendar import Attendee, CalendarItem, CalendarKind, calendar, invitation
from tests.builders import HOSTILE, moment

STAMP = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PIECES = (
    "\r\n", "\n", "\r", "\u2028", "\v", ":", ";", ",", "\\", "\\n", '"', "^n", "=0D=0A", " ", "é", "x",
    "END:VEVENT", "BEGIN:VALARM", "ATTENDEE;CN=x:mailto:x@y.z", "ORGANIZER:mailto:x@y.z",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=100),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from([text[:2000] for text in HOSTILE]),
)
FIELDS = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "SEQUENCE", "STATUS", "LAST-MODIFIED",
}  # fmt: skip
ATTENDANTS = {"ORGANIZER", "ATTENDEE"}


def line(text: str) -> str:
    """A text as one line holds it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@settings(deadline=None)
@given(name=TEXTS, uid=TEXTS, title=TEXTS, place=TEXTS, text=TEXTS)
@example("n\r\nX-A:b", "u\r\nATTENDEE:x", "t\nEND:VEVENT", "p\r\nORGANIZER:x", "d\r\n\r\nBEGIN:VALARM")
@example(*['é:,;"\\' * 834] * 5)
@example(*["\u202eevil\u202c مرحبا, שלום: \u200f"] * 5)
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


@settings(deadline=None)
@given(name=TEXTS, title=TEXTS, email=st.emails())
@example('n"\r\nX-A:b', "t\nEND:VEVENT", "a@b.ca")
def test_an_invitation_names_who_sends_it_and_whom_it_is_for(name: str, title: str, email: str) -> None:
    item = CalendarItem("u", title, moment(9), moment(10), "", "", sequence=3)
    found = Calendar.from_ical(invitation(item, Attendee(name, email), [Attendee(name, email)], STAMP))
    (event,) = found.walk("VEVENT")
    assert (found["METHOD"], set(event), event["SEQUENCE"]) == ("REQUEST", FIELDS | ATTENDANTS, 3)
    shown = line(name).replace('"', "'").replace("\\", "/")
    for one in (event["ORGANIZER"], event["ATTENDEE"]):
        assert (str(one), str(one.params.get("CN", ""))) == (f"mailto:{email}", shown)
    assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"


def test_what_fell_away_is_cancelled() -> None:
    item = CalendarItem("u", "t", moment(9), moment(10), "", "", 2, STAMP, is_cancelled=True)
    mail = Calendar.from_ical(invitation(item, Attendee("Ana", "a@b.ca"), [Attendee("Bo", "b@b.ca")], STAMP))
    (event,) = mail.walk("VEVENT")
    assert (mail["METHOD"], event["STATUS"], event["SEQUENCE"], "RSVP" in event["ATTENDEE"].params) == (
        "CANCEL", "CANCELLED", 2, False,
    )  # fmt: skip
    made = Calendar.from_ical(
        calendar("n", [item, replace(item, uid="v", is_cancelled=False)], CalendarKind(STAMP, 15))
    )
    assert (made["METHOD"], [str(one["STATUS"]) for one in made.walk("VEVENT")]) == (
        "PUBLISH", ["CANCELLED", "CONFIRMED"],
    )  # fmt: skip
    (reminder,) = made.walk("VALARM")
    assert (reminder.decoded("TRIGGER"), reminder["ACTION"]) == (timedelta(minutes=-15), "DISPLAY")


def test_equal_contents_are_equal_files() -> None:
    item = CalendarItem("u", "t", moment(9), moment(10), "p", "d", changed_at=STAMP)
    assert calendar("n", [item], CalendarKind(STAMP)) == calendar("n", [item], CalendarKind(STAMP))
    (event,) = Calendar.from_ical(calendar("n", [item], CalendarKind(STAMP))).walk("VEVENT")
    assert (event.decoded("DTSTAMP"), event.decoded("LAST-MODIFIED")) == (STAMP, STAMP)


def test_times_stay_in_their_zone() -> None:
    zone = ZoneInfo("America/Mexico_City")
    starts, ends = (moment(hour).astimezone(zone) for hour in (9, 10))
    item = CalendarItem("u", "t", starts, ends, "", "")
    event = Calendar.from_ical(calendar("n", [item])).walk("VEVENT")[0]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (starts, ends)
    assert event.decoded("DTSTAMP") <= datetime.now(UTC)


def test_an_item_is_the_same_in_every_calendar_it_is_in() -> None:
    when = moment(9).astimezone(ZoneInfo("America/Mexico_City"))
    one, other = (CalendarItem(uid, uid, when, when, "", "", 0, STAMP) for uid in "ab")
    alone, both = calendar("n", [one], CalendarKind(STAMP)), calendar("m", [other, one], CalendarKind(STAMP, 15))
    assert [len(Calendar.from_ical(made).walk("VTIMEZONE")) for made in (alone, both)] == [1, 1]
    assert [str(event["UID"])[0] for event in Calendar.from_ical(both).walk("VEVENT")] == ["b", "a"]
    # The reminder of one calendar is not in another.
    assert [made.count(b"BEGIN:VALARM") for made in (alone, both)] == [0, 2]
