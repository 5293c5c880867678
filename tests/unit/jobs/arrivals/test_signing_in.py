"""Signing in by code, name or paper: once each, at the desk that is meant."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.people import Person
from missionplanner.domain.sign_ins import SignIn, SignInHow, SignInKind, sheet_number
from missionplanner.errors import UserError
from missionplanner.jobs.arrivals import signing_in
from missionplanner.jobs.arrivals.signing_in import Desk
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.unit.jobs.arrivals.missions import key, travelling

NOW = datetime.fromisoformat("2026-02-16T08:00+00:00")
PACKS, DINNER, RIDE = Desk(SignInKind.PACK), Desk(SignInKind.EVENT, 1), Desk(SignInKind.BOARDING, 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with travelling(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            for kind in (EventKind.RECEPTION, EventKind.TRANSFER):
                change.insert(Event(stop_id=1, kind=kind, name_en=kind.value, starts=moment(8), ends=moment(9)))
        yield store


def test_desks_follow_from_events(store: Store) -> None:
    dinner, ride = store.all(Event)
    assert [signing_in.desk_of(one) for one in (None, dinner, ride)] == [PACKS, DINNER, RIDE]
    snapshot = store.snapshot()
    names = [person.full_name for person in signing_in.expected(snapshot, PACKS)]
    assert names == ["Bo Chen", "David Penner", "David Penner", "Ana Roy"]
    assert [len(signing_in.expected(snapshot, desk)) for desk in (DINNER, RIDE)] == [4, 4]


def test_a_code_signs_in_once_and_is_undone(store: Store) -> None:
    person = next(one for one in store.snapshot().people if one.given_name == "Ana")
    first = signing_in.sign_in(store, DINNER, f" {person.uid.upper()}\n", NOW)
    again = signing_in.sign_in(store, DINNER, person.uid, NOW + timedelta(1))
    assert [(one.person.id, one.at, one.is_again) for one in (first, again)] == [
        (person.id, NOW, False),
        (person.id, NOW, True),
    ]
    signing_in.sign_in(store, RIDE, "ROY/ANA", NOW)
    assert [(one.kind, one.how) for one in store.all(SignIn)] == [
        (SignInKind.EVENT, SignInHow.CODE), (SignInKind.BOARDING, SignInHow.NAME),
    ]  # fmt: skip
    assert list(signing_in.signed(store.snapshot(), DINNER)) == [person.id]
    store.undo()
    store.undo()
    assert store.all(SignIn) == []


@pytest.mark.parametrize("text", ["David Penner", "Zoe West", "0123456789abcdef", ""])
def test_who_is_not_sure_or_unknown_is_not_signed_in(store: Store, text: str) -> None:
    with pytest.raises(UserError):
        signing_in.sign_in(store, PACKS, text)
    assert store.all(SignIn) == []


def test_ticks_on_paper_are_one_step_and_taken_back(store: Store) -> None:
    ana, bo = key(store, "Ana"), key(store, "Bo")
    signing_in.sign_in(store, PACKS, "Ana Roy", NOW)
    assert signing_in.sign_in_on_paper(store, PACKS, [ana, bo, bo], NOW) == 1
    assert signing_in.sign_in_on_paper(store, PACKS, [ana, bo], NOW) == 0
    signing_in.sign_out(store, PACKS, [ana, bo])
    signing_in.sign_out(store, PACKS, [ana])
    assert store.all(SignIn) == []
    store.undo()
    assert [one.how for one in store.all(SignIn)] == [SignInHow.NAME, SignInHow.PAPER]


def test_numbers_of_a_sheet_sign_in_as_one_step_and_wrong_ones_are_told(store: Store) -> None:
    ana, bo = (store.get(Person, key(store, name)) for name in ("Ana", "Bo"))
    numbers = [sheet_number(one.id, one.uid) for one in (ana, bo, ana)]
    signing_in.sign_in(store, PACKS, "Bo Chen", NOW)
    found = signing_in.sign_in_by_numbers(store, PACKS, [*numbers, "999Z"], NOW)
    assert (found.new, found.names, found.wrong) == (1, ("Ana Roy", "Bo Chen"), ("999Z",))
    assert found.sentence == "1 person signed in: Ana Roy, Bo Chen. Nobody has these numbers: 999Z."
    assert [one.how for one in store.all(SignIn)] == [SignInHow.NAME, SignInHow.PAPER]
    store.undo()
    assert len(store.all(SignIn)) == 1
    assert signing_in.sign_in_by_numbers(store, PACKS, ["1O"], NOW).sentence == "Nobody has these numbers: 1O."
