"""A database says by itself that something of a mission came; a line that is cut is one clear sentence."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.sharing.carrier import BaseName, ParcelName, Presence
from missionplanner.sharing.postgres import PostgresCarrier
from tests.postgres import Server, programs, server

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server nobody shares anything through yet."""
    with server() as found:
        yield found


@pytest.fixture
def carrier(running: Server, request: pytest.FixtureRequest) -> Iterator[PostgresCarrier]:
    """A mission of its own for every test."""
    found = PostgresCarrier(running.address("ana"), request.node.name)
    found.set_up()
    yield found
    found.close()


def test_whatever_comes_is_said_once_and_of_this_mission_alone(
    carrier: PostgresCarrier, running: Server, tmp_path: Path
) -> None:
    (tmp_path / "a.mission").write_bytes(b"whole")
    other = PostgresCarrier(running.address("ana"), "another")
    other.set_up()
    hints = carrier.listen()
    present = Presence("a1", datetime(2026, 1, 5, tzinfo=UTC), b"ana")
    acts = (
        lambda: carrier.put_parcel(ParcelName("a1", 1), b"1"),
        lambda: carrier.put_base(BaseName("a1", 1), tmp_path / "a.mission", b"about"),
        lambda: carrier.say_present(present),
        lambda: carrier.say_present(present),
        lambda: other.put_parcel(ParcelName("a1", 1), b"1"),
    )
    said = []
    for act in acts:
        act()
        said.append((hints.came(2 if len(said) < 3 else 0.2), hints.came()))
    assert said == [(True, False), (True, False), (True, False), (False, False), (False, False)]
    hints.close()
    other.close()


def test_one_may_wait_for_it(carrier: PostgresCarrier) -> None:
    hints = carrier.listen()
    assert hints.came(0.01) is False
    carrier.put_parcel(ParcelName("a1", 1), b"1")
    assert hints.came(20) is True
    hints.close()


def test_a_line_that_was_cut_says_so(carrier: PostgresCarrier, running: Server) -> None:
    hints = carrier.listen()
    running.stop()
    assert hints.came(2) is False  # its last words
    with pytest.raises(UserError, match="The line to the database was cut"):
        hints.came(2)
    hints.close()
    running.start()
