"""Suggestions are good: 300 pairs judged by hand, of companies whose words mislead in three languages."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from math import log2
from pathlib import Path

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.requests.suggestions import Suggestions
from missionplanner.jobs.selection import decisions
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, Figures

PAIRS = Path(__file__).parents[3] / "data" / "pairs"
"""Files of the two sides, and 300 pairs of theirs with a label: 2 a good meeting, 1 possible, 0 no."""
FILES = {Side.DELEGATION: "delegation.csv", Side.COUNTERPART: "counterparts.csv"}


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with new_mission.from_example(tmp_path_factory.mktemp("pairs") / "pairs.mission", EXAMPLE) as store:
        for side, name in FILES.items():
            companies.accept(store, run_now(companies.analyse(ImportOptions(PAIRS / name, side)), store))
        decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
        yield store


@pytest.fixture(scope="module")
def found(mission: Store) -> Suggestions:
    suggested = run_now(suggestions.suggest(), mission)
    assert suggested is not None
    return suggested


@pytest.fixture(scope="module")
def keys(mission: Store) -> dict[str, int]:
    return {company.name: company.id for company in mission.all(Company)}


def labels() -> dict[str, dict[str, int]]:
    with (PAIRS / "labels.csv").open(encoding="utf-8", newline="") as file:
        known: dict[str, dict[str, int]] = defaultdict(dict)
        for row in csv.DictReader(file):
            known[row["delegation"]][row["counterpart"]] = int(row["label"])
    return known


def gain(ranked: list[int]) -> float:
    return float(sum((2**label - 1) / log2(place + 2) for place, label in enumerate(ranked[:10])))


def test_the_best_suggestions_are_those_that_people_judged_good(
    found: Suggestions, keys: dict[str, int], figures: Figures
) -> None:
    gains, good, best = [], 0, 0
    for company, known in labels().items():
        # of equal scores the worst comes first, so that no tie is in anybody's favour
        ranked = [
            label
            for _score, label in sorted(
                (-found.score((keys[company], keys[other])), known.get(other, 0)) for other in theirs(found, keys)
            )
        ]
        gains.append(gain(ranked) / gain(sorted(known.values(), reverse=True)))
        good += sum(label == 2 for label in ranked[:3])
        best += min(3, sum(label == 2 for label in known.values()))
    figures(f"suggestions: nDCG@10 {sum(gains) / len(gains):.3f}, {good} of {best} good pairs among the first three")
    assert sum(gains) / len(gains) >= 0.85
    assert good / best >= 0.8


def theirs(found: Suggestions, keys: dict[str, int]) -> list[str]:
    side = {company.id: company.side for company in found.snapshot.companies}
    return [name for name, key in keys.items() if side[key] is Side.COUNTERPART]


@pytest.mark.parametrize(
    ("ours", "other", "words"),
    [
        ("Interlake Pork", "Carnes Frías del Yaqui", "the same third market: Japan"),
        ("Redfield Lentil Growers", "Terminal Granelera del Golfo", "the same port or corridor: Veracruz"),
        ("Composites Mirabel", "Aeroestructuras Peña Alta", "both want joint production"),
        ("Lakehead Window Systems", "Perfiles de Aluminio Regios", "a second source of supply"),
        ("Wheatland Maltings", "Cervecería Agua Clara", "Wheatland Maltings sells, Cervecería Agua Clara buys"),
        (
            "Wheatland Maltings", "Cervecería Agua Clara",
            "Wheatland Maltings offers “base malt and roasted malt”, Cervecería Agua Clara seeks “malta base y especial”",
        ),
    ],
)  # fmt: skip
def test_the_reason_says_what_meets(
    found: Suggestions, keys: dict[str, int], ours: str, other: str, words: str
) -> None:
    assert words in found.why((keys[ours], keys[other])).split("; ")


def test_two_sellers_of_the_same_are_far_below_who_buys(found: Suggestions, keys: dict[str, int]) -> None:
    ours = keys["Érablière du Lac Noir"]
    buyer = found.score((ours, keys["Dulces Poblanos La Monja"]))
    for other in ("Mieles y Agaves Los Altos", "Congelados Zamora", "Aguacates Tarasco"):
        assert found.score((ours, keys[other])) < buyer - 20, other
