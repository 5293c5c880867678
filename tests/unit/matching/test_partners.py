"""The score of two companies is made of parts, each worked out for every pair."""

import numpy as np
import pytest

from missionplanner.matching.partners import PARTS, USUAL, PartnerProfile, Scores, score


def profile(key: int, **more: object) -> PartnerProfile:
    usual: dict[str, object] = {
        "sectors": frozenset(), "subsectors": frozenset(), "stops": frozenset({1}), "languages": frozenset(),
        "size": None, "offers": (), "seeks": (),
    }  # fmt: skip
    return PartnerProfile(key=key, **{**usual, **more})  # type: ignore[arg-type]


def concepts(*texts: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(text.split()) for text in texts)


def part(name: str, ours: list[PartnerProfile], theirs: list[PartnerProfile]) -> list[list[float]]:
    return [[round(float(one), 2) for one in row] for row in score(ours, theirs, USUAL).parts[name]]


def test_the_usual_weights_make_a_hundred() -> None:
    assert USUAL == {"sector": 25, "offers": 40, "stop": 5, "language": 10, "size": 5, "new": 5, "wish": 10, "own": 15}
    assert set(USUAL) == set(PARTS)


def test_a_common_subsector_counts_more_than_a_common_sector() -> None:
    ours = [profile(1, sectors=frozenset({1}), subsectors=frozenset({11})), profile(2, sectors=frozenset({2}))]
    theirs = [
        profile(3, sectors=frozenset({1}), subsectors=frozenset({11, 12})),
        profile(4, sectors=frozenset({1, 2}), subsectors=frozenset({13})),
        profile(5),
    ]
    assert part("sector", ours, theirs) == [[1.0, 0.7, 0.0], [0.0, 0.7, 0.0]]


def test_a_common_language_counts_and_an_unknown_one_half() -> None:
    ours = [profile(1, languages=frozenset({"en"})), profile(2)]
    theirs = [profile(3, languages=frozenset({"es", "en"})), profile(4, languages=frozenset({"es"})), profile(5)]
    assert part("language", ours, theirs) == [[1.0, 0.0, 0.5], [0.5, 0.5, 0.5]]


def test_companies_of_one_size_suit_best() -> None:
    ours = [profile(1, size=0), profile(2)]
    theirs = [profile(3 + size, size=size) for size in range(4)] + [profile(9)]
    assert part("size", ours, theirs) == [[1.0, 0.67, 0.33, 0.0, 0.5], [0.5] * 5]


def test_who_works_together_already_is_nothing_new_whoever_says_so() -> None:
    ours = [profile(1, partners=frozenset({4})), profile(2)]
    theirs = [profile(3, partners=frozenset({2})), profile(4)]
    assert part("new", ours, theirs) == [[1.0, 0.0], [0.0, 1.0]]
    assert part("new", ours[1:], theirs[1:]) == [[1.0]]


def test_the_stronger_wish_of_either_side_counts() -> None:
    ours = [profile(1, wishes={3: 0.5, 99: 1.0}), profile(2)]
    theirs = [profile(3, wishes={1: 0.8, 2: 0.4, 99: 1.0}), profile(4, wishes={1: 0.2})]
    assert part("wish", ours, theirs) == [[0.8, 0.2], [0.4, 0.0]]
    assert part("wish", [profile(1, wishes={3: 0.9})], [profile(3, wishes={1: 0.1})]) == [[0.9]]


def test_what_one_offers_and_the_other_seeks_fits() -> None:
    ours = [profile(1, offers=concepts("steel cast", "pump"), seeks=concepts("copper"))]
    theirs = [
        profile(3, seeks=concepts("steel cast")),
        profile(4, offers=concepts("copper")),
        profile(5, seeks=concepts("pump"), offers=concepts("copper")),
        profile(6),
    ]
    assert part("offers", ours, theirs) == [[1.0, 1.0, 1.0, 0.0]]


def test_half_a_fit_of_both_sides_is_worth_more_than_of_one() -> None:
    ours = [profile(1, offers=concepts("a b"), seeks=concepts("c d"))]
    both, one = profile(3, seeks=concepts("a e"), offers=concepts("c f")), profile(4, seeks=concepts("a g"))
    [[of_both, of_one]] = part("offers", ours, [both, one])
    assert 0 < of_one < of_both < 1
    found = score(ours, [both, one], USUAL)
    forth, back = float(found.wanted.best[0, 0]), float(found.given.best[0, 0])
    assert of_both == pytest.approx((forth + back) * 0.6, abs=0.01)


def test_rare_concepts_count_more_than_common_ones() -> None:
    ours = [profile(1, offers=concepts("steel laser"))]
    theirs = [
        profile(3, seeks=concepts("steel x")),
        profile(4, seeks=concepts("laser y")),
        profile(5, seeks=concepts("steel z")),
    ]
    like = score(ours, theirs, USUAL).wanted.like[0]
    steel, laser = 1 / np.log(2 + 3), 1 / np.log(2 + 2)
    other = 1 / np.log(2 + 1)
    mine = np.hypot(steel, laser)
    assert like == pytest.approx(
        [
            steel * steel / (mine * np.hypot(steel, other)),
            laser * laser / (mine * np.hypot(laser, other)),
            steel * steel / (mine * np.hypot(steel, other)),
        ],
        rel=1e-5,
    )


def test_the_closest_of_offers_and_wishes_are_found_by_their_places() -> None:
    ours = [profile(1, offers=concepts("a")), profile(2, offers=concepts("x y", "b", "c"))]
    theirs = [
        profile(3, seeks=concepts("q")),
        profile(4, seeks=concepts("z", "c d", "x w", "c")),
        profile(5, seeks=concepts("a", "b")),
    ]
    wanted = score(ours, theirs, USUAL).wanted
    assert wanted.closest(1, 1) == (2, 3, pytest.approx(1.0))
    assert wanted.closest(0, 0) == (0, 0, 0.0)
    assert wanted.closest(0, 1) == (0, 0, 0.0)
    assert wanted.closest(1, 2) == (1, 1, pytest.approx(1.0))
    assert wanted.best == pytest.approx(np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 1.0]]))


def weighed(ours: PartnerProfile, theirs: PartnerProfile, weights: dict[str, int]) -> float:
    return float(score([ours], [theirs], weights).total[0, 0])


def test_the_total_is_the_weighted_mean_of_the_parts() -> None:
    one = profile(1, sectors=frozenset({1}), size=1, languages=frozenset({"en"}))
    other = profile(2, sectors=frozenset({1}), size=1, languages=frozenset({"en"}))
    assert weighed(one, other, {"sector": 30, "size": 10}) == round(100 * (0.7 * 30 + 10) / 40)
    assert weighed(one, other, USUAL) == round(0.7 * 25 + 5 + 10 + 5 + 5)
    assert weighed(one, other, {"gone": 5}) == 0
    assert weighed(one, other, {}) == 0


def test_companies_that_share_no_stop_do_not_suit_at_all() -> None:
    ours = [profile(1, sectors=frozenset({1}), stops=frozenset({1, 2})), profile(2, stops=frozenset())]
    theirs = [
        profile(3, sectors=frozenset({1}), stops=frozenset({2})),
        profile(4, sectors=frozenset({1}), stops=frozenset({3})),
    ]
    found: Scores = score(ours, theirs, USUAL)
    assert (found.ours, found.theirs) == ((1, 2), (3, 4))
    assert found.parts["stop"].tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert [[bool(one) for one in row] for row in found.total] == [[True, False], [False, False]]
