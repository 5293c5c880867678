"""Hard rules about one pair in one slot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain import rules
from missionplanner.domain.timetable import Keep
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.slot_constraints import ALLOWED
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, meet, small_mission
from tests.unit.domain import test_rules
from tests.unit.scheduling.cases import CASES, MEET, placed
from tests.unit.scheduling.planning import planned

NAMES = [constraint.__name__ for constraint in ALLOWED]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two slots (9:00 and 9:25), two tables, requests D1-C1 and D1-C2."""
    with small_mission(tmp_path / "m.mission", slots=2) as found:
        ask(found, ("D1", "C1", MEET), ("D1", "C2", MEET))
        yield found


@pytest.mark.parametrize("rule", NAMES)
def test_engine_places_both_meetings_where_the_rule_leaves_room(store: Store, rule: str) -> None:
    CASES[rule][0](store)
    assert placed(store) == 2


@pytest.mark.parametrize("rule", NAMES)
def test_engine_places_no_more_than_the_rule_allows(store: Store, rule: str) -> None:
    CASES[rule][1](store)
    assert placed(store) == CASES[rule][2]


def test_every_rule_has_both_cases() -> None:
    assert set(CASES) == {rule.__name__ for rule in rules.RULES}


def test_constraints_and_rules_have_the_same_names() -> None:
    assert {c.__name__ for c in (*ALLOWED, *MODELLED)} == {rule.__name__ for rule in rules.RULES}


@pytest.mark.parametrize(("rule", "breaks"), test_rules.CASES, ids=lambda value: getattr(value, "__name__", value))
def test_constraint_keeps_the_plan_from_what_breaks_its_rule(tmp_path: Path, rule: str, breaks) -> None:  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "n.mission") as store:
        meet(store, "D1", "C1", slot=0, table=0)
        breaks(store)
        ask_all(store)
        assert planned(store, keep=Keep.NONE).meetings or rule in ("stop_attended", "lunch_kept")
