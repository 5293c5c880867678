"""The list of intents: entered, renamed, put in order, removed; what was said stays of its intent."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.intents import IntentPlace, ListedIntent
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.objectives import Objective
from missionplanner.domain.targets import MilestoneTarget, TargetGroup
from missionplanner.errors import UserError
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import intent_list
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of


def say(store: Store, intents: str) -> None:
    with store.change(message("Say")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), intents=intents))


def test_an_intent_is_added_where_it_is_wanted_and_undone(store: Store) -> None:
    texts = {"name": "Franchise", "name_fr": "Franchise", "name_es": "Franquicia", "place": "market", "position": "2"}
    check_undo(store, lambda s: intent_list.enter_texts(s, None, texts), "Add intent")
    known = intents_of(store)
    assert known.codes[:3] == ("buy", "franchise", "sell")
    assert (known.name("franchise", "es"), known.place("franchise")) == ("Franquicia", IntentPlace.MARKET)


def test_a_renamed_intent_keeps_what_was_said(store: Store) -> None:
    say(store, "vendre; joint venture")
    sell = intent_list.called(store, "Sell")
    made = intent_list.enter_texts(store, sell, {"name_en": "Export sales", "name_fr": "Exportation"})
    assert (made.code, made.position, made.spellings.split("; ")[-1]) == ("sell", 1, "Vendre")
    assert intent_list.holders(store) == {"sell": 1, "joint_production": 1}
    assert intent_list.code_called(store, "Vendre") == "sell"


def test_the_order_is_stored(store: Store) -> None:
    keys = [one.id for one in intents_of(store).rows]
    check_undo(store, lambda s: intent_list.put_in_order(s, keys[::-1]), "Put the intents in order")
    assert [one.id for one in intents_of(store).rows] == keys[::-1]


def test_an_intent_is_met_by_another(store: Store) -> None:
    made = intent_list.enter_texts(store, None, {"name": "Rent out", "met_by": "acheter"})
    assert (made.met_by, made.code) == ("buy", "rent_out")
    assert intent_list.enter_texts(store, made, {"met_by": ""}).met_by == ""


def test_codes_are_made_of_names_and_unique(store: Store) -> None:
    codes = [
        intent_list.enter_texts(store, None, {"name_fr": name}).code for name in ("Été", "2e main", "投资", "研究")
    ]
    assert codes == ["ete", "intent_2e_main", "intent", "intent_2"]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "acheter"}, "is there already"),
        ({"name": "A (b)"}, "cannot be a name"),
        ({"name": "A", "met_by": "zz"}, "There is no intent"),
        ({"name": "A", "place": "zz"}, "is not one of the choices"),
        ({"name": "A", "position": "zz"}, "no place in the list"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, texts: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        intent_list.enter_texts(store, None, texts)
    assert len(store.all(ListedIntent)) == 9


def test_a_removed_intent_leaves_the_words(store: Store) -> None:
    say(store, "research")
    check_undo(store, lambda s: intent_list.remove(s, [intent_list.called(s, "research").id]), "Delete 1 intent")
    assert store.get(Company, key_of(store, "D1")).intents == "research"
    assert intent_list.holders(store) == {}


def test_an_intent_that_is_counted_by_stays(store: Store) -> None:
    sell, buy = (intent_list.called(store, name) for name in ("sell", "buy"))
    with store.change(message("Aim")) as change:
        key = change.insert(Milestone(name_en="Review", day=DAY))
        change.insert(MilestoneTarget(milestone_id=key, grouped_by=TargetGroup.INTENT, code="sell", number=1))
        change.insert(Objective(company_id=key_of(store, "D1"), what="a", intent="buy"))
    for one in (sell, buy):
        with pytest.raises(UserError, match="count by this intent"):
            intent_list.remove(store, [one.id])
