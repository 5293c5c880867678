"""Interpreters entered as people of a role that interprets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.people import Person, Role
from missionplanner.errors import UserError
from missionplanner.jobs.people import cards, interpreters
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, meet, small_mission

ANA = {"given_name": "Ana", "family_name": "Ruiz", "languages": "en,es", "phone": "1"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_an_interpreter_is_a_person_of_the_role(store: Store) -> None:
    check_undo(store, lambda s: interpreters.enter(s, None, ANA), "Enter Ana Ruiz")
    (ana,) = store.snapshot().interpreters
    check_undo(store, lambda s: interpreters.enter(s, ana, {**ANA, "phone": "2"}), "Edit Ana Ruiz")
    assert [(one.full_name, one.phone) for one in store.snapshot().interpreters] == [("Ana Ruiz", "2")]


def test_their_card_shows_the_meetings_they_interpret(store: Store) -> None:
    key = interpreters.enter(store, None, ANA)
    meet(store, "D1", "C1", slot=0, table=0, interpreter_id=key)
    found = cards.card(store.snapshot(), store.get(Person, key)).appointments
    assert [(one.what, one.kind) for one in found] == [("D1 – C1", "Interprets")]


def test_without_a_role_that_interprets_nobody_is_entered(store: Store) -> None:
    with store.change(message("x")) as change:
        change.delete(Role, [interpreters.role(store).id])
    with pytest.raises(UserError, match="None of the roles interprets"):
        interpreters.enter(store, None, ANA)
