"""Profiles of companies: their texts as concepts, their intents, their size, and whom they know."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.requests.partner_profiles import SuggestionBasis, entries, profiles
from missionplanner.matching.partners import PartnerProfile
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def basis(store: Store) -> SuggestionBasis:
    return SuggestionBasis(store.snapshot(), [], [], [], dict(suggestions.USUAL), intents_of(store))


def profile_of(store: Store, **fields: object) -> PartnerProfile:
    """Return the profile of D1 with other fields."""
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), **fields))  # type: ignore[arg-type]
    return next(p for p in profiles(basis(store))[Side.DELEGATION] if p.key == key_of(store, "D1"))


def offer(store: Store, kind: OfferingKind, *texts: str) -> None:
    with store.change(message("Offer")) as change:
        key = key_of(store, "D1")
        change.insert_all(
            Offering(company_id=key, kind=kind, text=text, position=place) for place, text in enumerate(texts)
        )


def test_things_of_a_list_stand_each_for_itself_and_numbers_stay_whole(store: Store) -> None:
    offer(store, OfferingKind.OFFERS, "silos of 60,000 t, rail", "malt; beer: lager")
    found = entries(store.snapshot(), key_of(store, "D1"), OfferingKind.OFFERS)
    assert found == ["silos of 60,000 t", "rail", "malt", "beer", "lager"]


def test_texts_become_concepts_and_needs(store: Store) -> None:
    offer(store, OfferingKind.OFFERS, "beer")
    found = profile_of(store, description="We brew beer. We do not buy malt.")
    (beer,) = found.offers
    assert beer & found.about[0]
    assert len(found.refuses) == 1
    assert found.refuses[0] & found.needs


def test_listed_intents_count_instead_of_those_that_texts_tell(store: Store) -> None:
    offer(store, OfferingKind.OFFERS, "beer")
    assert profile_of(store).wants.gives == {"sell"}
    assert profile_of(store, intents="recherche; acheter").wants.gives == {"research"}


@pytest.mark.parametrize(("employees", "size"), [(None, None), (9, 0), (10, 1), (50, 2), (250, 3)])
def test_sizes_go_by_the_number_of_employees(store: Store, employees: int | None, size: int | None) -> None:
    assert profile_of(store, employees=employees).size == size


def test_the_countries_of_the_mission_are_no_third_markets(store: Store) -> None:
    assert basis(store).home == {"CA", "MX"}
