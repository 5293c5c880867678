"""The table of rules."""

from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.heading_rules import RULES, SENSITIVE_FIELDS


def test_every_rule_has_a_field_there_is_with_a_share_of_one() -> None:
    scored = [(name, score) for rule in RULES for name, score in rule.fields]
    assert {name for name, _score in scored} - BY_NAME.keys() == {""}
    assert [score for _name, score in scored if not 0 < score <= 1] == []
    assert BY_NAME.keys() >= SENSITIVE_FIELDS


def test_no_rule_excludes_what_it_needs() -> None:
    assert [rule for rule in RULES if rule.needs & rule.unless or not rule.needs] == []


def test_no_rule_stands_behind_one_that_always_decides_before() -> None:
    hidden = [
        rule
        for place, rule in enumerate(RULES)
        for before in RULES[:place]
        if before.needs <= rule.needs and before.unless <= rule.unless
    ]
    assert [sorted(rule.needs) for rule in hidden] == []
