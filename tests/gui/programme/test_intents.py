"""The intents as records: entered with their place, renamed, deleted."""

from missionplanner.domain.intents import IntentPlace
from missionplanner.gui.programme.intents import intents
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.store.store import Store


def shown(store: Store, code: str) -> list[str]:
    kind = intents(store)
    one = next(row for row in kind.rows() if row.code == code)
    return [column.text(one) for column in kind.columns]


def test_an_intent_is_entered_as_it_is_typed(store: Store) -> None:
    kind = intents(store)
    assert kind.values(None) == {"position": "10"}
    names = {"name_en": "Franchise", "name_fr": "", "name_es": "", "spellings": "franquicia"}
    kind.save(None, {**names, "met_by": "buy", "place": "market", "position": "1"})
    (first, *_more) = intents_of(store).rows
    assert (first.code, first.place) == ("franchise", IntentPlace.MARKET)
    assert shown(store, "franchise") == ["Franchise", "", "", "franquicia", "Buy", "The same country", "0"]
    assert shown(store, "sell")[4] == "Buy"
    assert intents(store).values(first)["position"] == "1"
    intents(store).remove([first.id])
    assert len(intents_of(store).rows) == 9


def test_fields_offer_all_intents(store: Store) -> None:
    fields = {one.name: one for one in intents(store).fields()}
    assert [choice[1] for choice in fields["met_by"].choices][:3] == ["The same intent", "Buy", "Sell"]
