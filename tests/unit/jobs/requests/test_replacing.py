"""Inputs bought in third countries meet what companies of the other side offer."""

from missionplanner.domain.companies import BoughtInput, Offering, OfferingKind
from missionplanner.jobs.requests.replacing import replacements
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_only_third_countries_are_replaced_and_the_likest_offer_comes_first(store: Store) -> None:
    one, seller, other = (key_of(store, name) for name in ("D1", "C1", "C2"))
    with store.change(message("Fill")) as change:
        for place, (what, country) in enumerate(
            (("steel pipes", "China"), ("steel pipes", "Mexico"), ("steel pipes", ""), ("honey", "India"))
        ):
            change.insert(BoughtInput(company_id=one, what=what, country=country, position=place))
        for key, text in ((seller, "steel pipes and fittings"), (seller, "tequila"), (other, "pipes")):
            change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=text))
        change.insert(BoughtInput(company_id=seller, what="honey", country="Argentina"))
        change.insert(Offering(company_id=one, kind=OfferingKind.OFFERS, text="honey"))
    found = [(one.bought.what, one.bought.country, one.company_id, one.offer) for one in replacements(store.snapshot())]
    assert found[0] == ("honey", "Argentina", one, "honey")
    assert found[1] == ("steel pipes", "China", seller, "steel pipes and fittings")
    assert {country for _what, country, _key, _offer in found} == {"China", "Argentina"}


def test_what_many_offer_replaces_an_input_too(store: Store) -> None:
    buyer, sellers = key_of(store, "D1"), [key_of(store, f"C{number}") for number in (1, 2, 3)]
    with store.change(message("Fill")) as change:
        change.insert(BoughtInput(company_id=buyer, what="Red lentils", country="India"))
        for seller in sellers:
            for text in ("red lentils", "red lentils in bags", "red wine"):
                change.insert(Offering(company_id=seller, kind=OfferingKind.OFFERS, text=text))
    found = replacements(store.snapshot())
    assert ({one.company_id for one in found}, {one.likeness for one in found}) == ({*sellers}, {1.0})


def test_without_inputs_there_is_nothing(store: Store) -> None:
    assert replacements(store.snapshot()) == []
