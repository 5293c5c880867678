"""Intents of two companies meet: who sells meets who buys, the same third market, the same port."""

from dataclasses import replace

import numpy as np
import pytest

from missionplanner import i18n
from missionplanner.domain.intents import Intent, IntentList, IntentPlace, ListedIntent
from missionplanner.matching.intents import (
    NOTHING_WANTED,
    WORTH,
    Wants,
    common,
    countries,
    intent_words,
    meeting,
    place_name,
    sentences,
    wants,
)
from missionplanner.paths import resources
from missionplanner.store.twenty_sixth_format import INTENTS

LISTED = IntentList(
    ListedIntent(
        position=n,
        code=row[0],
        name_en=row[1],
        name_fr=row[2],
        name_es=row[3],
        spellings=row[4],
        met_by=row[5],
        place=IntentPlace(row[6]),
    )
    for n, row in enumerate(INTENTS)
)
KNOWN = replace(intent_words(resources() / "matching"), listed=LISTED)
HOME = frozenset({"CA", "MX"})


def of(stated: str, offers: str = "", seeks: str = "", more: str = "") -> Wants:
    return wants(LISTED.declared(stated), [offers], [seeks], more, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sell; buy", {Intent.SELL: "", Intent.BUY: ""}),
        ("vendre; deuxième source", {Intent.SELL: "", Intent.SECOND_SOURCE: ""}),
        ("producción conjunta, Inversión", {Intent.JOINT_PRODUCTION: "", Intent.INVESTMENT: ""}),
        ("marchés tiers (Chili); recherche", {Intent.THIRD_MARKETS: "Chili", Intent.RESEARCH: ""}),
        ("logística (Veracruz); logística", {Intent.LOGISTICS: "Veracruz"}),
        ("to be decided", {}),
    ],
)
def test_lists_of_forms_are_read_in_three_languages(text: str, expected: dict[Intent, str]) -> None:
    assert LISTED.declared(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sell", "comprar", {Intent.SELL: ()}),
        ("buy", "vendre", {Intent.SELL: ()}),
        ("sell", "vendre", {}),
        ("buy", "comprar", {}),
        ("joint production", "production commune", {Intent.JOINT_PRODUCTION: ()}),
        ("third markets (Chile; Peru)", "terceros mercados (Perú)", {Intent.THIRD_MARKETS: ("PE",)}),
        ("third markets (Andes)", "terceros mercados (Colombia)", {Intent.THIRD_MARKETS: ("CO",)}),
        ("third markets (Mexico)", "terceros mercados (México)", {}),
        ("logistics (port of Veracruz)", "logística (Veracruz, Altamira)", {Intent.LOGISTICS: ("VERACRUZ",)}),
        ("logistics (Manzanillo)", "logística (Veracruz)", {}),
    ],
)
def test_what_meets_is_two_sided(one: str, other: str, expected: dict[Intent, tuple[str, ...]]) -> None:
    assert common(of(one), of(other), HOME) == common(of(other), of(one), HOME) == expected
    worth = meeting([of(one), NOTHING_WANTED], [of(other)], HOME)
    assert worth.tolist() == pytest.approx(np.array([[sum(WORTH[i] for i in expected)], [0]]))


def test_a_port_that_only_a_text_names_meets_one_that_is_wanted() -> None:
    clears = of("sell", offers="customs clearance in Manzanillo")
    assert common(clears, of("logistics (Manzanillo)"), HOME) == {Intent.LOGISTICS: ("MANZANILLO",)}
    assert common(clears, clears, HOME) == {}


def test_without_a_list_the_texts_tell() -> None:
    seller = of("", offers="frozen berries", seeks="distributors in Canada")
    assert (seller.gives, seller.takes) == ({"sell"}, frozenset())
    buyer = of("", offers="supermercados", seeks="fruta congelada", more="Nuestro único proveedor cerró.")
    assert buyer.takes == {"sell", "second_source"}
    assert common(seller, buyer, HOME) == {Intent.SELL: ()}
    assert of("", seeks="joint venture to coproduce").gives == {"joint_production"}


def test_countries_and_ports_have_names_for_people() -> None:
    assert countries("Pérou y Centroamérica", KNOWN) == {"PE", "GT", "HN", "SV", "NI", "CR", "PA", "BZ"}
    assert place_name("LAZARO", KNOWN) == "Lázaro Cárdenas"
    i18n.use("fr")
    assert place_name("CL", KNOWN) == "Chili"


def test_what_a_company_does_not_want_stands_apart() -> None:
    does, refuses = sentences("We make cheese. We do not buy equipment; nunca palettes, tanks")
    assert does == ["We make cheese", "tanks"]
    assert refuses == ["We do not buy equipment", "nunca palettes"]
