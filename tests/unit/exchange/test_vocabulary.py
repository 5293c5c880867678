"""The phrases of companies: each once, none lost with its articles."""

from missionplanner.exchange.heading_rules import RULES
from missionplanner.exchange.headings import phrase
from missionplanner.exchange.vocabulary import NEUTRAL, STOP_WORDS, VOCABULARY
from missionplanner.exchange.vocabulary_forms import FROM_FORMS

_ADDED = {"counted", "asks", "where", "why", "who", "takes part", "describes company", "invoiced", "refused"}
"""Concepts that stand in the grammar of a heading."""


def test_no_phrase_consists_of_articles_alone() -> None:
    assert [one for listed in VOCABULARY.values() for one in listed.split(",") if not phrase(one)] == []


def test_words_that_change_nothing_are_no_concepts_alone() -> None:
    alone = {phrase(one) for listed in VOCABULARY.values() for one in listed.split(",")}
    assert alone & STOP_WORDS == set()
    assert NEUTRAL & STOP_WORDS - {"with"} == set()


def test_rules_speak_of_concepts_there_are() -> None:
    spoken = {concept for rule in RULES for concept in rule.needs | rule.unless}
    assert spoken - set(VOCABULARY) - set(FROM_FORMS) - _ADDED == set()
