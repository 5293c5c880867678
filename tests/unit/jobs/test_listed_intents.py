"""The intents of a mission are read in their order, with what the mission made of them."""

from missionplanner.domain.intents import Intent
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import intent_list
from missionplanner.store.store import Store


def test_a_mission_begins_with_the_usual_ones_and_those_added_come_last(store: Store) -> None:
    assert intents_of(store).codes == tuple(Intent)
    added = intent_list.enter_texts(store, None, {"name": "Training"})
    assert intents_of(store).codes == (*Intent, added.code)
