"""A mission of the twenty-fifth format opens with everything it had, and has the list of intents."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import BoughtInput, Company, Offering, OfferingKind
from missionplanner.domain.evaluations import Evaluation
from missionplanner.domain.exposure import TariffStatus
from missionplanner.domain.intents import Intent, IntentList, IntentPlace, ListedIntent
from missionplanner.domain.objectives import Objective
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.store.first_file import write_twenty_fifth_format


def test_what_was_said_stays_and_is_read_by_the_list(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        key = key_of(store, "D1")
        with store.change(message("Say")) as change:
            change.update(replace(store.get(Company, key), intents="vendre; marchés tiers (Chili)"))
            change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text="Panels"))
    with Store.open(write_twenty_fifth_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert store.format == schema.FORMAT
        known = IntentList(store.all(ListedIntent))
        assert list(known.codes) == list(Intent)
        company = store.get(Company, key)
        assert known.declared(company.intents) == {"sell": "", "third_markets": "Chili"}
        assert (company.tariff, store.all(Offering)[0].entry) == (TariffStatus.UNKNOWN, "Panels")
        assert [known.place(code) for code in ("logistics", "third_markets")] == [IntentPlace.PORT, IntentPlace.MARKET]
        for kind in (BoughtInput, Objective, Evaluation):
            assert store.all(kind) == []


def test_every_mission_begins_with_the_same_intents(tmp_path: Path) -> None:
    """Copies made apart have one list and not two."""
    with small_mission(tmp_path / "a.mission") as one, small_mission(tmp_path / "b.mission") as two:
        assert [row.uid for row in one.all(ListedIntent)] == [row.uid for row in two.all(ListedIntent)]
        assert all(row.name_fr and row.name_es for row in one.all(ListedIntent))
