"""The screen of relationships on the small mission, with a few of them."""

from datetime import date

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower

ON = date(2020, 3, 20)
STAGES = {("D1", "C1"): Stage.HELD, ("D2", "C2"): Stage.NEGOTIATION, ("D3", "C3"): Stage.NEGOTIATION}


@pytest.fixture
def made(store: Store) -> dict[str, Relationship]:
    """Three relationships by the names of their delegation: D1 met, D2 and D3 negotiate."""
    found = {}
    for (one, other), stage in STAGES.items():
        pair = (store.get(Company, key_of(store, name)) for name in (one, other))
        found[one] = entering.make(store, *pair, ON)
        said = Claim(
            relationship_id=found[one].id, teller_id=key_of(store, one), told_on=ON, stage=stage, value=100.0,
            currency="CAD", expected=True,
        )  # fmt: skip
        entering.say(store, said)
    return found


@pytest.fixture
def screen(made: dict[str, Relationship], show_screen: ScreenShower) -> RelationshipsScreen:
    """The screen with these three."""
    assert made
    found = show_screen(RelationshipsScreen)
    assert isinstance(found, RelationshipsScreen)
    found.resize(1200, 700)
    found.show()
    return found


def cards(screen: RelationshipsScreen) -> dict[Stage, list[str]]:
    """The cards of each stage that has any, by the name of their delegation."""
    model = screen.board.cards
    found = {}
    for column, stage in enumerate(Stage):
        names = [line.names[0] for row in range(model.rowCount()) if (line := model.line(model.index(row, column)))]
        if names:
            found[stage] = names
    return found
