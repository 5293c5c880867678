"""Advice in words."""

from dataclasses import replace

import pytest

from missionplanner.domain import alterations
from missionplanner.domain.advice import Advice, AdviceKind, Cause, Findings
from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.requests import Priority, Request
from missionplanner.jobs.advice import words
from tests.builders import snapshot_of

WISHES = [
    Request(delegation_id=1, counterpart_id=3, priority=Priority.MUST_MEET),
    Request(delegation_id=1, counterpart_id=4),
]
PAIRS = frozenset({(1, 3), (1, 4)})
SNAPSHOT = snapshot_of(requests=WISHES)
HALF = alterations.half_day(SNAPSHOT, 2)
FEWEST = "Fewer do not do: that is proved."


@pytest.mark.parametrize(
    ("advice", "title", "details"),
    [
        (Advice(AdviceKind.REPLAN, PAIRS, placed=2), "Make the timetable", "2 meetings more, 1 of them a must-meet."),
        (
            Advice(AdviceKind.ASK_MUST, frozenset({(1, 3)}), number=1, bound=1, placed=1),
            "Ask 1 company to come to another stop, for the must-meets", f"1 meeting more. {FEWEST}",
        ),
        (
            Advice(AdviceKind.ASK, PAIRS, number=3, bound=2, placed=1), "Ask 3 companies to come to another stop",
            "1 meeting more, 1 of them a must-meet. Fewer than 2 do not do."
            " There is room for 1 of the 2 in a trial timetable.",
        ),
        (
            Advice(AdviceKind.INVITE, PAIRS, number=2, bound=2, placed=2), "Invite 2 counterparts to another city",
            f"2 meetings more, 1 of them a must-meet. {FEWEST}",
        ),
        (Advice(AdviceKind.TABLES, frozenset({(1, 4)}), number=3, place=2, placed=1), "3 tables more: Plant", "1 meeting more."),
        (
            Advice(AdviceKind.SLOTS, frozenset({(1, 4)}), number=1, place=1, placed=1),
            "A slot more at the end of every day: Mexico City", "1 meeting more.",
        ),
        (
            Advice(AdviceKind.HALF_DAY, frozenset({(1, 4)}), number=1, place=2, session=HALF, placed=1),
            "Half a day more: Monterrey, February 17, 14:00–18:00", "1 meeting more.",
        ),
        (
            Advice(AdviceKind.INTERPRETERS, frozenset({(1, 4)}), number=2, languages="en,de", placed=1),
            "2 interpreters more for English – German", "1 meeting more.",
        ),
        (Advice(AdviceKind.SPARE, number=1, bound=1, place=1), "Tables to spare: Hall", f"1 table suffices for as many meetings, maybe on more days. There are 2 tables. {FEWEST}"),
    ],
)  # fmt: skip
def test_advice_says_what_to_do_what_it_brings_and_what_is_proved(advice: Advice, title: str, details: str) -> None:
    assert (words.title(SNAPSHOT, advice), words.details(SNAPSHOT, advice)) == (title, details)


@pytest.mark.parametrize(
    ("cause", "start", "advice"),
    [
        (Cause.APART, "2 requests: the two share no stop", "Advice (Enter, F6) names the fewest companies"),
        (Cause.TAKEN, "2 requests: times are taken", "Advice (Enter, F6) says whether tables, slots"),
        (Cause.AWAY, "2 requests: never both there", "Advice (Enter, F6) says whether half a day more"),
        (Cause.EXCLUDED, "2 requests: a meeting is not wanted", "One of the two does not take part"),
    ],
)
def test_requests_have_a_heading_by_what_they_have_in_common(cause: Cause, start: str, advice: str) -> None:
    common, then = words.heading(cause, 2)
    assert (common, then.startswith(advice)) == (start, True)


def test_of_companies_that_share_no_stop_it_is_said_where_they_go() -> None:
    stops = [CompanyStop(id=1, company_id=1, stop_id=1), CompanyStop(id=2, company_id=3, stop_id=2)]
    assert words.apart(snapshot_of(company_stops=stops), WISHES[0]) == "Mexico City – Monterrey"


def test_the_summary_says_how_the_mission_stands() -> None:
    some = Findings((Advice(AdviceKind.REPLAN),), requested=1200, met=1, placeable=2, helpless=frozenset({(1, 3)}))
    assert words.summary(some) == (
        "1 of 1,200 requests have a meeting. None of this alone helps 1 request: the timetable says why it has no meeting."
    )
    nothing = replace(some, advice=(), helpless=frozenset())
    assert words.summary(nothing) == "1 of 1,200 requests have a meeting. Nothing to advise."
