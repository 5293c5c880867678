"""Precision and recall over labelled pairs of names: what is merged on its own, and what is only told."""

import csv
from pathlib import Path

import pytest

from missionplanner.matching.names import NameIndex
from tests.builders import Figures

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
