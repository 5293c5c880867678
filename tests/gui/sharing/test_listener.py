"""A window listens to a database: it looks at once when something came, and goes on looking when the line is cut."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.sharing.listener import Listener
from missionplanner.sharing.carrier import ParcelName
from missionplanner.sharing.postgres import PostgresCarrier
from tests.postgres import Server, programs, server

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server with a mission of Ana's."""
    with server() as found:
        yield found


@pytest.fixture
def carrier(running: Server, request: pytest.FixtureRequest) -> Iterator[PostgresCarrier]:
    """A mission of its own for every test."""
    found = PostgresCarrier(running.address("ana"), request.node.name)
    found.set_up()
    yield found
    found.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener that hangs up at the end."""
    found = Listener()
    yield found
    found.stop()


def test_what_comes_is_said(carrier: PostgresCarrier, listener: Listener, qtbot: QtBot) -> None:
    listener.follow(carrier.listen())
    with qtbot.waitSignal(listener.came, timeout=20_000):
        carrier.put_parcel(ParcelName("a1", 1), b"1")
    assert listener.is_listening


def test_what_came_before_one_listened_is_said(carrier: PostgresCarrier, listener: Listener, qtbot: QtBot) -> None:
    hints = carrier.listen()
    carrier.put_parcel(ParcelName("a1", 1), b"1")
    with qtbot.waitSignal(listener.came, timeout=20_000):
        listener.follow(hints)


def test_a_line_that_is_cut_has_one_look(
    running: Server, carrier: PostgresCarrier, listener: Listener, qtbot: QtBot
) -> None:
    listener.follow(carrier.listen())
    with qtbot.waitSignal(listener.came, timeout=20_000):
        running.stop()
    assert not listener.is_listening
    running.start()
