"""The words the sentences of the rules are made of."""

from missionplanner.domain import rule_words
from missionplanner.domain.plan import Plan
from tests.builders import meeting, snapshot_of

PLAN = Plan(snapshot_of(), [])
ONE = meeting(1, 1, 3, slot=1)


def test_companies_times_and_cities_are_named() -> None:
    slot = PLAN.snapshot.slot[1]
    assert (rule_words.name_of(PLAN, 1), rule_words.when(slot)) == ("D1", "February 16 at 09:00")
    assert rule_words.city_of(PLAN.snapshot.stop_of_slot[1]) == "Mexico City"


def test_the_partner_is_the_other_company_of_a_meeting() -> None:
    assert [rule_words.partner_name(PLAN, ONE, key) for key in ONE.pair] == ["C1", "D1"]


def test_a_finding_is_about_its_meetings() -> None:
    issue = rule_words.issue_of("rule", "Text.", ONE)
    assert (issue.code, issue.text, issue.subjects) == ("rule", "Text.", (("meetings", 1),))


def test_a_reason_follows_in_brackets_where_there_is_one() -> None:
    assert [rule_words.with_reason("Text.", reason) for reason in ("", "a leak")] == ["Text.", "Text. (a leak)"]
