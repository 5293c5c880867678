"""The same company spelled otherwise is recognised; others are not.

Precision and recall are measured over labelled pairs of names: what is merged on its own, and what is only reported.
"""

import csv
from pathlib import Path

import pytest

from missionplanner.matching.names import LIKELY, NameIndex, NameKey, key
from tests.builders import Figures

SAME = [
    ("Laurentian Data", "LAURENTIAN DATA"), ("Superior Water Ltd.", "Superior Water Ltd "), ("Ironwood Automation", "Ironwood  Automation"),
    ("Juniper Saguenay Foods Corp.", "Juniper\u00a0Saguenay Foods Corp."), ("Northline Inc.", "NORTHLINE INCORPORATED"),
    ("Servicios Tapatía S. de R.L. de C.V.", "Servicios Tapatia S de RL de CV"), ("Peña & Hijos SA de CV", "Pena and Hijos S.A. de C.V."),
    ("Groupe Élan ltée", "GROUPE ELAN LTEE"), ("Boreal Solar", "Boreal Solar Inc."), ("Foo Co. Ltd.", "Foo Limited"),
    ("The Otter Company", "Otter"), ("D'Amours Bois inc.", "D’Amours Bois Inc"), ("Alfa SAPI de CV", "Alfa S.A.P.I. de C.V."),
]  # fmt: skip
OTHER = [
    ("Boreal Robotics", "Cedar Boreal Robotics Inc."), ("Groupe Prairie Solar ltée", "Prairie Solar Ltd."),
    ("Boreal Solar Inc.", "Boreal Solar Ltd."), ("Maple Data", "Maple Data Systems"), ("Alfa SA de CV", "Alfa SAPI de CV"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same_company(one: str, two: str) -> None:
    assert key(one).same(key(two))
    assert NameIndex({7: [one]}).same(two) == [7]


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_other_company(one: str, two: str) -> None:
    assert not key(one).same(key(two))
    assert NameIndex({7: [one]}).same(two) == []


def test_exact_legal_form_goes_before_a_missing_one() -> None:
    assert NameIndex({1: ["Boreal"], 2: ["Boreal Inc."]}).same("BOREAL INCORPORATED") == [2]
    assert NameIndex({1: ["Boreal Ltd."], 2: ["Boreal Inc."]}).same("Boreal") == [1, 2]


def test_slips_of_the_keys_are_told() -> None:
    index = NameIndex({1: ["Stackpole Powertrain International"]})
    found = index.like("STACKPOLE POWERTAIN INTERNATIONAL")
    assert found is not None
    assert found[0] == 1
    assert found[1] > 92
    assert index.like("Something Else") is None


TEXT = (Path(__file__).parents[2] / "data/name_pairs.csv").read_text(encoding="utf-8")
PAIRS = [(row["one"], row["two"], row["truth"] == "same") for row in csv.DictReader(TEXT.splitlines())]


def test_precision_and_recall(figures: Figures) -> None:
    assert len(PAIRS) >= 200
    merged = [(one, two, truth) for one, two, truth in PAIRS if NameIndex({1: [one]}).same(two)]
    told = [(one, two) for one, two, truth in PAIRS if not truth and NameIndex({1: [one]}).like(two)]
    right = sum(truth for _one, _two, truth in merged)
    precision, recall = right / len(merged), right / sum(truth for _one, _two, truth in PAIRS)
    missed = [(one, two) for one, two, truth in PAIRS if truth and (one, two, True) not in merged]
    figures(f"{len(PAIRS)} pairs: precision {precision:.3f}, recall {recall:.3f}, told {len(told)}")
    assert precision == 1.0, [(one, two) for one, two, truth in merged if not truth]
    assert recall == 1.0, missed


@pytest.mark.parametrize(("one", "two"), [(one, two) for one, two, truth in PAIRS if not truth])
def test_different_companies_are_never_merged_on_their_own(one: str, two: str) -> None:
    assert NameIndex({1: [one]}).same(two) == []
    assert NameIndex({1: [two]}).same(one) == []


@pytest.mark.parametrize(
    ("name", "core", "form"),
    [
        ("Boreal Solar Inc.", "boreal solar", "inc"),
        ("BOREAL SOLAR INCORPORATED", "boreal solar", "inc"),
        ("Foo Co. Ltd.", "foo", "ltd"),
        ("Les Bois", "bois", ""),
        ("The", "the", ""),
        ("J. D. Irving Limited", "jd irving", "ltd"),
        ("Smith & Sons", "smith and sons", ""),
        ("Peña y Hijos", "pena and hijos", ""),
        ("Alfa S.A.P.I. de C.V.", "alfa", "sapidecv"),
        ("Alfa, S. de R.L. de C.V.", "alfa", "srldecv"),
        ("Incline", "incline", ""),
        ("Inc", "inc", ""),
    ],
)
def test_a_name_has_a_core_and_a_legal_form(name: str, core: str, form: str) -> None:
    assert key(name) == NameKey(core, form)


def test_a_missing_legal_form_is_no_other_one() -> None:
    forms = [NameKey("a", form) for form in ("inc", "ltd", "")]
    assert [[one.same(other) for other in forms] for one in forms] == [
        [True, False, True],
        [False, True, True],
        [True, True, True],
    ]
    assert not NameKey("a", "").same(NameKey("b", ""))


def test_a_company_is_known_by_all_its_names_and_each_once() -> None:
    index = NameIndex({1: ["Boreal", "Aurora"], 2: ["boreal", "  "]})
    index.add(1, "BOREAL")
    index.add(3, "Boreal Inc.")
    assert index.same("Boreal") == [1, 2]
    assert index.same("Boreal Ltd.") == [1, 2]
    assert index.same("Aurora") == [1]
    assert index.same("Something Else") == []
    assert index.same("  ") == []


def test_names_below_six_letters_are_not_likely_anything() -> None:
    assert NameIndex({1: ["Abcdef"]}).like("Abcde") is None
    assert NameIndex({1: ["Boreals"]}).like("Boreal") == (1, pytest.approx(92.3, abs=0.1))


def test_names_less_alike_than_likely_are_not_reported() -> None:
    assert LIKELY == 92.0
    assert NameIndex({1: ["Boreal Mining"]}).like("Boreal Milling") is None


@pytest.mark.parametrize(
    "known",
    ["Stackpole Powertrain Limited Nord", "Xtackpole Powertrain International", "Stackpole Powertrain Internationax"],
)
def test_names_are_compared_that_share_a_beginning_an_end_or_a_word(known: str) -> None:
    wanted = known.replace("Powertrain", "Powertrein")
    assert NameIndex({4: [known]}).like(wanted) is not None


def test_the_nearest_name_is_reported() -> None:
    index = NameIndex(
        {1: ["Northern Castings Works"], 2: ["Northern Casting Works"], 3: ["Northern Casting Works Ltd."]}
    )
    assert index.like("Northern Casting Work") == (2, pytest.approx(97.7, abs=0.1))


@pytest.mark.parametrize(("number", "found"), [(60, True), (61, False)])
def test_a_common_word_is_nothing_to_go_by(number: int, found: bool) -> None:
    names = [f"{chr(97 + n % 26) * 8}{chr(97 + n // 26) * 8} manufacturing {n:08}" for n in range(number)]
    index = NameIndex({n: [name] for n, name in enumerate(names)})
    slip = "x" + names[7][1:-1] + "x"
    assert (index.like(slip) is not None) is found


@pytest.mark.parametrize(("number", "found"), [(300, True), (301, False)])
def test_a_common_beginning_is_nothing_to_go_by(number: int, found: bool) -> None:
    index = NameIndex({n: [f"abcdefghij klm {n:03}"] for n in range(number)})
    assert (index.like("abcdefghij klx 007") is not None) is found


def test_a_short_name_is_not_even_like_itself() -> None:
    index = NameIndex({1: ["Abcde"], 2: ["Abcdef"]})
    assert (index.like("Abcde"), index.like("Abcdef")) == (None, (2, 100.0))


@pytest.mark.parametrize(("slips", "found"), [((5, 26), False), ((6, 26), True), ((3, 24), False), ((3, 23), True)])
def test_six_characters_at_the_beginning_or_the_end_are_what_names_have_to_share(
    slips: tuple[int, int], found: bool
) -> None:
    known = "abcdefghijklmnopqrstuvwxyzabcd"
    slipped = "".join("_" if n in slips else c for n, c in enumerate(known)).replace("_", "9")
    assert (NameIndex({1: [known]}).like(slipped) is not None) is found


@pytest.mark.parametrize(
    ("name", "form"), [("Alfa S de RL", "srlmi"), ("Alfa S de RL de CV", "srldecv"), ("Alfa SA", "sa")]
)
def test_the_longest_legal_form_at_the_end_counts(name: str, form: str) -> None:
    assert key(name) == NameKey("alfa", form)


@pytest.mark.parametrize(("word", "found"), [("wxyz", True), ("wxy", False)])
def test_a_word_of_four_characters_is_enough_to_compare_names(word: str, found: bool) -> None:
    known = f"abcdefghijkl {word} mnopqrstuvk"
    slipped = f"ab9defghijkl {word} mnopqrstu9k"
    assert (NameIndex({1: [known]}).like(slipped) is not None) is found


def test_names_without_letters_are_distinguished_by_their_signs() -> None:
    index = NameIndex({1: ["1.00"], 2: ["+++"], 3: ["!!!"]})
    assert [index.same(name) for name in ("$1.00", "1.00", "+++", "!!!", "100")] == [[], [1], [2], [3], []]
