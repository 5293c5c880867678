"""Values of own fields of two sides beside one another."""

from missionplanner.matching.own_values import OwnRule, fit

SAME, OTHER = OwnRule("port", "port", is_equal=True), OwnRule("role", "role", is_equal=False)
NEEDS = OwnRule("has", "wants", is_equal=True)


def values(**said: str) -> dict[str, frozenset[str]]:
    return {code: frozenset(text.split()) for code, text in said.items()}


def test_equal_values_suit_where_one_of_several_is_shared() -> None:
    assert SAME.value(values(port="sea air"), values(port="air")) == 1
    assert SAME.value(values(port="sea"), values(port="air")) == 0
    assert SAME.value(values(port="sea"), {}) == 0.5


def test_values_that_differ_suit_where_nothing_is_shared() -> None:
    assert OTHER.value(values(role="buyer"), values(role="seller")) == 1
    assert OTHER.value(values(role="buyer both"), values(role="both")) == 0


def test_a_field_is_compared_with_another_of_the_other_side_either_way() -> None:
    assert NEEDS.value(values(has="iso"), values(wants="iso")) == 1
    assert NEEDS.value(values(wants="iso"), values(has="iso")) == 1
    assert NEEDS.value(values(has="iso"), values(wants="eu", has="iso")) == 0
    assert NEEDS.value(values(has="iso"), values(has="iso")) == 0.5


def test_every_pair_has_the_mean_of_all_rules() -> None:
    ours = [values(port="sea", role="buyer"), values(port="sea", role="buyer"), {}]
    theirs = [values(port="sea", role="seller"), values(port="air", role="seller")]
    assert fit(ours, theirs, [SAME, OTHER]).tolist() == [[1, 0.5], [1, 0.5], [0.5, 0.5]]
    assert fit(ours, theirs, []).tolist() == [[0, 0]] * 3
