"""The score of two companies is made of parts, each worked out for every pair."""

from dataclasses import replace

import numpy as np
import pytest

from missionplanner.matching.intents import Wants
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
    assert sum(USUAL.values()) - USUAL["own"] == 100
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


def offers(ours: PartnerProfile, *theirs: PartnerProfile) -> list[float]:
    [found] = score([ours], theirs, USUAL).parts["offers"]
    return [float(one) for one in found]


def test_what_one_offers_and_the_other_seeks_fits() -> None:
    ours = profile(1, offers=concepts("#1 #2", "#3"), seeks=concepts("#4"))
    found = offers(
        ours,
        profile(3, seeks=concepts("#1 #2")),
        profile(4, offers=concepts("#4")),
        profile(5, seeks=concepts("#1 #9")),
        profile(6),
    )
    assert found[0] > found[2] > 0
    assert found[1] == pytest.approx(found[0])
    assert found[3] == 0


def test_a_fit_of_both_sides_is_worth_more_than_of_one() -> None:
    ours = profile(1, offers=concepts("#1"), seeks=concepts("#2"))
    both, one = profile(3, seeks=concepts("#1"), offers=concepts("#2")), profile(4, seeks=concepts("#1"))
    of_both, of_one = offers(ours, both, one)
    assert 0 < of_one < of_both < 1


def test_what_a_company_says_of_itself_counts_for_and_against() -> None:
    ours = profile(1, offers=concepts("#1"))
    sought = profile(3, seeks=concepts("#1"))
    spoken, refused = profile(4, about=concepts("#1")), replace(sought, key=5, refuses=concepts("#1"))
    wanted, told, turned_down, nothing = offers(ours, sought, spoken, refused, profile(6))
    assert wanted > told > nothing == 0
    assert wanted > turned_down > 0


def test_the_trade_that_is_sought_and_what_it_needs_count() -> None:
    seeks_it = profile(1, seeks=concepts("#1"))
    assert offers(seeks_it, profile(3, about=concepts("#1")))[0] > 0
    makes_it = profile(1, offers=concepts("#1"))
    assert offers(makes_it, profile(3, needs=frozenset({"#1"})), profile(4)) == [pytest.approx(0.15, abs=0.02), 0.0]


def test_intents_that_meet_are_a_part_of_their_own() -> None:
    sells, buys = Wants(gives=frozenset({"sell"})), Wants(takes=frozenset({"sell"}))
    ours = [profile(1, wants=sells)]
    theirs = [profile(3, wants=buys), profile(4, wants=sells)]
    assert part("intents", ours, theirs) == [[0.12, 0.0]]
    market = Wants(frozenset({"market:CL"}), frozenset({"market:CL"}))
    here = score([profile(1, wants=market)], [profile(3, wants=market)], USUAL, (), frozenset({"CL"}))
    assert here.parts["intents"].tolist() == [[0.0]]


def test_rare_concepts_count_more_than_common_ones() -> None:
    ours = [profile(1, offers=concepts("#1 #2"))]
    theirs = [
        profile(3, seeks=concepts("#1 #7")),
        profile(4, seeks=concepts("#2 #8")),
        profile(5, seeks=concepts("#1 #9")),
    ]
    like = score(ours, theirs, USUAL).wanted.like[0]
    common, rare, other = 1 / np.log(2 + 3), 1 / np.log(2 + 2), 1 / np.log(2 + 1)
    mine = np.hypot(common, rare)
    assert like == pytest.approx(
        [
            common * common / (mine * np.hypot(common, other)),
            rare * rare / (mine * np.hypot(rare, other)),
            common * common / (mine * np.hypot(common, other)),
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
    assert weighed(one, other, USUAL) == round(
        0.7 * USUAL["sector"] + sum(USUAL[part] for part in ("stop", "language", "size", "new"))
    )
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
