"""Targets as they are typed: all at once, those that stay stay the records they are."""

from pathlib import Path

import pytest

from missionplanner.domain.milestones import Milestone
from missionplanner.domain.relationships import Stage
from missionplanner.domain.targets import MilestoneTarget, TargetGroup
from missionplanner.errors import UserError
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import targets
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission, undone_and_redone, whole


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = small_mission(tmp_path / "m.mission")
    with made.change(message("Review")) as change:
        change.insert(Milestone(name_en="Review", name_fr="Révision", days=100))
    return made


def test_targets_are_set_as_one_step(store: Store) -> None:
    before = whole(store)
    assert (
        targets.enter(
            store,
            [("révision", "", "", "acuerdo", "5"), ("Review", "Secteur", "Fabrication de pointe", "Trading", "1")],
        )
        == 2
    )
    undone_and_redone(store, before)
    first, second = store.all(MilestoneTarget)
    assert (first.grouped_by, first.stage, first.number) == (TargetGroup.ALL, Stage.AGREEMENT, 5)
    assert (second.grouped_by, second.code) == (TargetGroup.SECTOR, "AM")
    assert targets.rows_of(store)[1] == ("Review", "Sector", "AM", "Trading", "1")
    rows = [
        *targets.rows_of(store)[:1],
        ("Review", "Intent", "Acheter", "Negotiation", "2"),
        ("Review", "region", "Ontario", "Held", "3"),
    ]
    targets.enter(store, [(*rows[0][:4], "6"), *rows[1:]])
    after = store.all(MilestoneTarget)
    assert [(one.uid == first.uid, one.code, one.number) for one in after] == [
        (True, "", 6),
        (False, "buy", 2),
        (False, "Ontario", 3),
    ]
    assert targets.shown_code(after[1], intents_of(store)) == "Buy"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("zz", "", "", "Held", "1"), "There is no milestone"),
        (("Review", "", "", "zz", "1"), "is no stage"),
        (("Review", "", "", "Ended", "1"), "is no stage"),
        (("Review", "", "", "Held", "many"), "is no number"),
        (("Review", "zz", "", "Held", "1"), "is not one of the choices"),
        (("Review", "sector", "", "Held", "1"), "says not of which"),
        (("Review", "sector", "zz", "Held", "1"), "There is no sector"),
        (("Review", "intent", "zz", "Held", "1"), "There is no intent"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, row: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        targets.enter(store, [row])
    assert store.all(MilestoneTarget) == []


def test_two_of_the_same_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match="Two targets are of the same"):
        targets.enter(store, [("Review", "", "", "Held", "1"), ("Review", "", "", "meeting held", "2")])
