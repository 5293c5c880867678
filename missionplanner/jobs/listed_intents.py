"""The intents a mission lists, for every job that reads what companies want of one another."""

from missionplanner.domain.intents import IntentList, ListedIntent
from missionplanner.store.store import Store


def intents_of(store: Store) -> IntentList:
    """Return the intents of a mission, in their order."""
    return IntentList(store.all(ListedIntent))
