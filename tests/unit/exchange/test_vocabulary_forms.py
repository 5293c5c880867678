"""The phrases of public forms: none is a common word by the loss of its articles, none says two things."""

from collections import Counter

from missionplanner.domain.spelling import words
from missionplanner.exchange.headings import phrase
from missionplanner.exchange.vocabulary import VOCABULARY
from missionplanner.exchange.vocabulary_forms import FROM_FORMS

LISTED = [(concept, one.strip()) for concept, listed in FROM_FORMS.items() for one in listed.split(",")]


def test_every_phrase_stands_once_and_in_no_other_list() -> None:
    counted = Counter(one for _concept, one in LISTED)
    assert [one for one, count in counted.items() if count > 1] == []
    known = {one.strip() for listed in VOCABULARY.values() for one in listed.split(",")}
    assert known & set(counted) == set()


def test_no_phrase_becomes_a_single_word_of_another_concept() -> None:
    alone = {phrase(one): concept for concept, listed in VOCABULARY.items() for one in listed.split(",")}
    short = [(concept, one) for concept, one in LISTED if len(words(one).split()) > 1 and " " not in phrase(one)]
    assert [one for concept, one in short if alone.get(phrase(one), concept) != concept] == []
