"""Sets of concepts are alike by what they share; what is rare counts more."""

import numpy as np
import pytest

from missionplanner.matching.likeness import Vocabulary, cosines, covered

ONE, BOTH, OTHER = frozenset({"dairy#1"}), frozenset({"dairy#1", "meat#2"}), frozenset({"dairy#3"})


def vectors(*texts: frozenset[str]) -> np.ndarray:
    return Vocabulary(texts).vectors(texts)


def test_the_same_is_wholly_alike_and_nothing_is_like_nothing() -> None:
    like = cosines(vectors(ONE, BOTH, frozenset()), vectors(ONE, BOTH, frozenset()))
    assert np.diag(like) == pytest.approx([1, 1, 0])
    assert 0 < like[0, 1] < 1


def test_members_of_a_family_are_a_little_alike_and_roles_are_no_family() -> None:
    like = cosines(vectors(ONE, OTHER), vectors(ONE, OTHER))
    assert 0 < like[0, 1] < 0.3
    roles = vectors(frozenset({"role#1"}), frozenset({"role#2"}))
    assert cosines(roles, roles)[0, 1] == 0


def test_roles_and_plain_words_count_less_than_concepts() -> None:
    texts = [
        frozenset({"dairy#1", "role#2"}),
        frozenset({"dairy#1", "word"}),
        ONE,
        frozenset({"role#2"}),
        frozenset({"word"}),
    ]
    known = Vocabulary(texts).vectors(texts)
    like = cosines(known, known)
    assert like[0, 2] > like[0, 3]
    assert like[1, 2] > like[1, 4]


def test_how_much_of_what_is_asked_is_spoken_of() -> None:
    texts = [BOTH, ONE, frozenset({"word"})]
    known = Vocabulary(texts).vectors(texts)
    found = covered(known, known)
    assert found[0, 0] == pytest.approx(1)
    assert 0 < found[0, 1] < found[1, 0] == pytest.approx(1)
    assert found[2, 2] < 0.5  # one plain word says little
    assert found[2, 0] == 0


def test_concepts_of_no_text_are_left_out() -> None:
    assert Vocabulary([ONE]).vectors([frozenset({"other#9"})]).sum() == 0
    assert Vocabulary([]).vectors([ONE]).shape == (1, 1)
