"""Small missions to print."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.mission import MissionText
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import add_trade, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """D1 meets C1 and C2, D2 meets C1."""
    with small_mission(tmp_path / "m.mission") as found:
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D1", "C2", slot=2, table=0)
        meet(found, "D2", "C1", slot=1, table=0)
        yield found


@pytest.fixture
def eventful(store: Store) -> Store:
    """The same mission with a reception and a word of welcome."""
    with store.change(message("More")) as change:
        change.insert(Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), place="Terrace"))
        change.insert(MissionText(kind="welcome", language="en", title="Welcome", body="Hello."))
    return store


@pytest.fixture
def structured(tmp_path: Path) -> Iterator[Store]:
    """A mission whose texts have headings and lists, and whose meetings have something to say."""
    with small_mission(tmp_path / "m.mission") as found:
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D1", "C2", slot=2, table=0)
        with found.change(message("Texts")) as change:
            body = "First paragraph.\n\n# A heading\n- one\n- two\n\nLast paragraph."
            change.insert(MissionText(kind="welcome", language="en", title="Welcome", body=body))
            change.insert(
                MissionText(
                    kind="briefing",
                    language="en",
                    title="The market",
                    body="Words.\n\nMore.",
                )
            )
            other = found.get(Company, key_of(found, "C1"))
            change.update(replace(other, website="https://c1.example"))
            add_trade(change)
        yield found
