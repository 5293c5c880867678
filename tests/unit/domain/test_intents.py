"""Intents are read from lists as people write them."""

import pytest

from missionplanner.domain.intents import IntentList, IntentPlace, ListedIntent, parts, with_intents


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


def listed(*rows: ListedIntent) -> IntentList:
    return IntentList(rows)


BUY = ListedIntent(code="buy", name_en="Buy", name_fr="Acheter", met_by="sell", position=0)
SELL = ListedIntent(code="sell", name_en="Sell", spellings="export; vente", met_by="buy", position=1)
RENT = ListedIntent(code="rent", name_es="Alquilar", position=2)
LET = ListedIntent(code="let_out", name_en="Let out", met_by="rent", place=IntentPlace.MARKET, position=3)
KNOWN = listed(LET, RENT, SELL, BUY)


def test_intents_stand_in_their_order_and_are_found_by_all_they_are_called() -> None:
    assert KNOWN.codes == ("buy", "sell", "rent", "let_out")
    assert [KNOWN.code_of(text) for text in ("ACHETER", "vente", "let-out", "let_out", "alquilar", "zz", "")] == [
        "buy", "sell", "let_out", "let_out", "rent", "", "",
    ]  # fmt: skip
    assert ("buy" in KNOWN, "zz" in KNOWN) == (True, False)


def test_a_name_counts_before_the_spelling_of_another() -> None:
    known = listed(ListedIntent(code="a", name_en="A", spellings="B"), ListedIntent(code="b", name_en="B", position=1))
    assert known.code_of("b") == "b"


def test_names_are_those_of_a_language_else_any() -> None:
    assert [KNOWN.name("buy", "fr"), KNOWN.name("sell", "fr"), KNOWN.name("rent", "en"), KNOWN.name("zz", "en")] == [
        "Acheter", "Sell", "Alquilar", "zz",
    ]  # fmt: skip
    assert KNOWN.named("acheter; export (Chile), dance", "fr") == "Acheter; Sell (Chile); dance"


def test_an_intent_is_met_by_itself_or_by_another() -> None:
    assert [KNOWN.partner(code) for code in KNOWN.codes] == ["sell", "buy", "let_out", "rent"]
    assert [KNOWN.giver(code) for code in KNOWN.codes] == ["sell", "sell", "rent", "rent"]
    alone = listed(ListedIntent(code="x", name_en="X", met_by="gone"))
    assert (alone.partner("x"), alone.giver("x")) == ("", "x")
    assert (KNOWN.place("let_out"), KNOWN.place("zz")) == (IntentPlace.MARKET, IntentPlace.NONE)


def test_texts_are_read_by_the_list() -> None:
    assert KNOWN.declared("Buy; vente (Chile); dance; export") == {"buy": "", "sell": "Chile"}
    assert KNOWN.unknown("Buy; dance") == ["dance"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Panels [buy]", ("Panels", "buy")),
        ("Panels [sell (Chile); buy]", ("Panels", "sell (Chile); buy")),
        ("Panels [ISO 9001]", ("Panels [ISO 9001]", "")),
        ("Panels [buy; ISO]", ("Panels [buy; ISO]", "")),
        ("Panels", ("Panels", "")),
        ("[buy]", ("[buy]", "")),
        ("Panels []", ("Panels []", "")),
    ],
)
def test_intents_of_a_thing_stand_in_square_brackets(entry: str, expected: tuple[str, str]) -> None:
    assert KNOWN.split(entry) == expected
    assert with_intents(*expected) == entry
