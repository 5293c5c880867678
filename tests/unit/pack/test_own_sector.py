"""The sector of a pack's company."""

from missionplanner.domain.companies import CompanySector, Offering, OfferingKind
from missionplanner.domain.mission import Sector
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.pack import own_sector
from missionplanner.pack.delegate_content import Fellow
from missionplanner.pack.phrases import plain
from missionplanner.store.store import Store
from tests.builders import key_of


def of_sector(store: Store, *names: str) -> None:
    with store.change(message("Sector")) as change:
        change.insert_all(
            CompanySector(company_id=key_of(store, name), sector_id=store.all(Sector)[0].id) for name in names
        )


def test_fellows_are_of_the_same_sector_and_not_of_the_own_company(store: Store) -> None:
    of_sector(store, "D1", "D2", "C1")
    snapshot, key = store.snapshot(), key_of(store, "D1")
    found = own_sector.fellows(snapshot, snapshot.company[key], [], translator("en"))
    assert found == (Fellow("Given D2", "D2"),)
    mine = [person.id for person in snapshot.delegates_of[key_of(store, "D2")]]
    assert own_sector.fellows(snapshot, snapshot.company[key], mine, translator("en")) == ()


def test_facts_count_the_other_side_and_name_what_most_look_for(store: Store) -> None:
    of_sector(store, "D1", "C1", "C2")
    with store.change(message("Needs")) as change:
        for name, text in (("C1", "Saws"), ("C1", "Glue"), ("C2", "saws"), ("C3", "Oil")):
            change.insert(Offering(company_id=key_of(store, name), kind=OfferingKind.SEEKS, text=text))
    snapshot = store.snapshot()
    company = snapshot.company[key_of(store, "D1")]
    found = own_sector.facts(snapshot, company, 2, translator("en"))
    assert found is not None
    assert (found.sector.text, plain(found.sought)) == ("Advanced manufacturing", ("Saws", "Glue"))
    assert found.counts == (
        ("2", "counterparts of your sector"),
        ("2", "of them in Mexico City"),
        ("2", "meetings of yours"),
    )
    nobody = snapshot.company[key_of(store, "D3")]
    assert own_sector.facts(snapshot, nobody, 0, translator("en")) is None
