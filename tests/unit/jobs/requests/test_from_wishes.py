"""Requests from what registrations say."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.requests import Priority, Request
from missionplanner.jobs.requests import from_wishes
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission


def wish(store: Store, **wishes: str) -> None:
    with store.change(message("Wishes")) as change:
        for name, text in wishes.items():
            change.update(replace(store.get(Company, key_of(store, name)), wishes=text))


def test_wishes_become_requests_of_the_side_that_wishes_as_one_step(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("x")) as change:
            change.delete(Request, [request.id for request in store.all(Request)])
            change.insert(Alias(company_id=key_of(store, "C2"), name="Second Ltd."))
        wish(store, D1="C1; second ltd, C1\nNobody", C3="D1 inc.", D2="D1")
        before, wishes = store.snapshot(), from_wishes.found(store)
        from_wishes.take(store, wishes)
        asked = {(r.pair, r.asked_by, r.priority) for r in store.all(Request)}
        d1, c1, c2, c3 = (key_of(store, name) for name in ("D1", "C1", "C2", "C3"))
        assert asked == {
            ((d1, c1), Side.DELEGATION, Priority.MEET),
            ((d1, c2), Side.DELEGATION, Priority.MEET),
            ((d1, c3), Side.COUNTERPART, Priority.MEET),
        }
        assert wishes.unknown == (("D1", "Nobody"), ("D2", "D1"))
        assert store.steps.undo_label == "Take 3 requests from the registrations"
        assert from_wishes.found(store).requests == ()
        store.undo()
        assert store.snapshot() == before
