"""Dates and times as people type them: each means one thing, is asked about, or is refused."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain import dates
from missionplanner.domain.dates import Around
from missionplanner.i18n import LANGUAGES, translator

MISSION = date(2027, 10, 11), date(2027, 10, 16)
AROUND = Around(MISSION, date(2027, 10, 12), date(2026, 11, 29), datetime(2027, 10, 12, 9))


@pytest.mark.parametrize(
    "text",
    [
        "2027-10-12", "2027/10/12", "2027.10.12", "20271012", "2027-10-12T00:00", "27-10-12", "12 oct", "12 oct.", "oct 12",
        "Oct 12th, 2027", "12 octobre", "12 octobre 2027", "12 octubre", "12 de octubre de 2027", "el 12 de octubre del 2027",
        "12-Oct-27", "12oct2027", "2027 oct 12", "Tue", "mardi", "mar", "mar.", "martes", "Tue 12/10/2027",
        "Tuesday, October 12, 2027", "mardi 12 octobre 2027", "martes, 12 de octubre de 2027", "+0", "12", "  12 OCT  ",
    ],
)  # fmt: skip
def test_the_twelfth_of_october(text: str) -> None:
    assert dates.days(text, AROUND) == (date(2027, 10, 12),)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/10/2027", ["2027-10-12", "2027-12-10"]), ("03/04/2027", ["2027-04-03", "2027-03-04"]),
        ("12102027", ["2027-10-12", "2027-12-10"]), ("12 10 27", ["2027-10-12", "2027-12-10"]), ("12/10", ["2027-10-12", "2027-12-10"]),
        ("27-10-28", ["2027-10-28", "2028-10-27"]), ("12 jui", ["2027-07-12", "2027-06-12"]),
    ],
)  # fmt: skip
def test_what_can_be_several_days_is_all_of_them_the_nearest_first(text: str, days: list[str]) -> None:
    assert [str(day) for day in dates.days(text, AROUND)] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+3", "2027-10-15"), ("-1", "2027-10-11"), ("− 1", "2027-10-11"), ("+2w", "2027-10-26"), ("+1 semaine", "2027-10-19"),
        ("today", "2026-11-29"), ("demain", "2026-11-30"), ("mañana", "2026-11-30"), ("ayer", "2026-11-28"),
        ("14", "2027-10-14"), ("20.10.2027", "2027-10-20"), ("12/13", "2027-12-13"), ("15 jan", "2028-01-15"),
        ("1er octobre 2027", "2027-10-01"), ("29 feb", "2028-02-29"), ("sun", "2027-10-17"), ("3 sept", "2027-09-03"),
    ],
)  # fmt: skip
def test_what_is_short_lies_near_the_mission(text: str, day: str) -> None:
    assert [str(one) for one in dates.days(text, AROUND)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "31/02/2027", "2027-13-10", "2027-10", "oct 2027", "october", "foo 12 oct 2027", "Mon 12 Oct", "99",
        "2027-10-12!", "12 octobre 2027 9", "2027-10-12 09:00", "12:00", "+", "9" * 5000, "12 oct 27 5", "0", "mar 12 oct nov",
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    assert dates.days(text, AROUND) == ()


def test_in_a_long_mission_a_weekday_is_the_first_and_in_two_weeks_it_is_asked_about() -> None:
    fortnight = Around((date(2027, 10, 11), date(2027, 10, 22)), MISSION[0], MISSION[0])
    year = Around((date(2027, 10, 11), date(2028, 10, 10)), MISSION[0], MISSION[0])
    assert dates.days("Tue", fortnight) == (date(2027, 10, 12), date(2027, 10, 19))
    assert (dates.days("Tue", year), dates.days("9", year)) == ((date(2027, 10, 12),), (date(2027, 11, 9),))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", time(9)), ("9h", time(9)), ("9:00", time(9)), ("09:00", time(9)), ("0930", time(9, 30)), ("930", time(9, 30)),
        ("9.30", time(9, 30)), ("9 am", time(9)), ("2pm", time(14)), ("2:30 p.m.", time(14, 30)), ("14h30", time(14, 30)),
        ("9 h 30", time(9, 30)), ("noon", time(12)), ("midi", time(12)), ("mediodía", time(12)), ("9:00:00", time(9)),
        ("12:30 a.m.", time(0, 30)), ("12 pm", time(12)), ("14 heures", time(14)),
    ],
)  # fmt: skip
def test_times_of_day(text: str, clock: time) -> None:
    assert dates.clocks(text) == (clock,)


@pytest.mark.parametrize("text", ["", "24:00", "9:5", "14:00 pm", "25", "9:60", "9:00:30", "soon", "0 am", "12345"])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert dates.clocks(text) == ()


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("2027-10-12 09:00", ["10-12 09:00"]), ("2027-10-13T10:30", ["10-13 10:30"]), ("12 oct 9h", ["10-12 09:00"]),
        ("Tue 9:30", ["10-12 09:30"]), ("9:30 Tue", ["10-12 09:30"]), ("+1 9:00", ["10-13 09:00"]), ("14:00", ["10-12 14:00"]),
        ("13 oct", ["10-13 09:00"]), ("14", ["10-14 09:00", "10-12 14:00"]), ("13/10/2027 1430", ["10-13 14:30"]),
        ("12/10/2027 14:00", ["10-12 14:00", "12-10 14:00"]), ("12 10 2027", ["10-12 09:00", "12-10 09:00"]),
        ("12 oct à 14 h", ["10-12 14:00"]), ("el 12 de octubre a las 14:00", ["10-12 14:00"]), ("Oct 12 at 2:30 pm", ["10-12 14:30"]),
        ("soon", []), ("2027-10-12 25:00", []), ("", []),
    ],
)  # fmt: skip
def test_days_with_times(text: str, moments: list[str]) -> None:
    assert [f"{one:%m-%d %H:%M}" for one in dates.moments(text, AROUND)] == moments


def test_a_day_alone_needs_a_time_there_was() -> None:
    nothing = Around(MISSION, MISSION[0], MISSION[0])
    assert (dates.moments("12 oct", nothing), dates.moments("9:00", nothing)) == ((), ())
    assert dates.moments("12 oct 9:00", nothing) == (datetime(2027, 10, 12, 9),)


def test_without_a_mission_the_coming_year_is_meant() -> None:
    today = date.today()  # noqa: DTZ011
    about = dates.around()
    assert (dates.days("today", about), dates.days("+0", about)) == ((today,), (today,))
    assert today <= dates.days("12 oct", about)[0] <= about.near[1]


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["full", "long", "medium"]),
)
def test_every_day_as_the_program_writes_it_means_itself(day: date, language: str, style: str) -> None:
    written = translator(language).date(day, style)
    assert dates.days(written, AROUND) == (day,)
    assert dates.days(day.isoformat(), AROUND) == dates.days(f"{day:%Y%m%d}", AROUND) == (day,)


@given(st.text(alphabet="0123456789/-. octnovmardilunes:h+", max_size=14))
def test_any_text_means_days_of_the_calendar_or_nothing(text: str) -> None:
    assert len(set(dates.days(text, AROUND))) == len(dates.days(text, AROUND)) <= 5
    assert len(dates.moments(text, AROUND)) == len(set(dates.moments(text, AROUND)))
