"""Intents are read from lists as people write them."""

import pytest

from missionplanner.domain.intents import INTENT_LABELS, Intent, parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" ; ,\n", []),
        ("sell", [("sell", "")]),
        ("vendre; marchés tiers (Chili, Pérou)", [("vendre", ""), ("marchés tiers", "Chili, Pérou")]),
        ("logistics: Veracruz, sell", [("logistics", "Veracruz"), ("sell", "")]),
        ("buy, sell\nresearch", [("buy", ""), ("sell", ""), ("research", "")]),
        ("broken (never closed", [("broken (never closed", "")]),
    ],
)
def test_entries_of_a_list_with_what_stands_in_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


def test_every_intent_has_a_label() -> None:
    assert list(INTENT_LABELS) == list(Intent)
    assert Intent.SECOND_SOURCE.label == "Second source of supply"
