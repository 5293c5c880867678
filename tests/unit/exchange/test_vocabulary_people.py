"""The phrases of people, and which of them are nobody else's business."""

from missionplanner.exchange.heading_rules import RULES
from missionplanner.exchange.vocabulary_people import ABOUT_PEOPLE, OTHER_PARTIES, SENSITIVE_CONCEPTS


def test_every_sensitive_concept_has_a_rule_before_all_public_fields() -> None:
    first_public = next(place for place, rule in enumerate(RULES) if rule.fields[0][0] == "consent_on")
    covered = {concept for rule in RULES[:first_public] for concept in rule.needs}
    assert SENSITIVE_CONCEPTS - covered == set()


def test_other_parties_have_phrases() -> None:
    assert OTHER_PARTIES - set(ABOUT_PEOPLE) == set()
    assert set() == OTHER_PARTIES & SENSITIVE_CONCEPTS
