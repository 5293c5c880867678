"""Nobody but members of a mission sees it, and nobody writes but by the functions and as far as they may."""

from collections.abc import Iterator

import psycopg
import pytest

from missionplanner.sharing.carrier import ParcelName
from missionplanner.sharing.postgres import PostgresCarrier
from tests.postgres import Server, programs, server

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")

REFUSED = [
    ("outsider", "SELECT missionplanner.push('m1', 'x', 1, 'a')"),
    ("outsider", "SELECT missionplanner.make_mission('m2')"),
    ("outsider", "SELECT missionplanner.set_member('m1', 'outsider', 'own')"),
    ("outsider", "SELECT missionplanner.drop_base('m1', 'a1', 1)"),
    ("outsider", "SELECT missionplanner.say_present('m1', 'x', 'a')"),
    ("outsider", "INSERT INTO missionplanner.member VALUES ('m1', 'outsider', 'own')"),
    ("outsider", "DELETE FROM missionplanner.parcel"),
    ("reader", "SELECT missionplanner.push('m1', 'x', 1, 'a')"),
    ("reader", "SELECT missionplanner.drop_parcel('m1', 'a1', 1)"),
    ("reader", "SELECT missionplanner.put_base('m1', 'x', 9, 'a', 'a')"),
    ("reader", "SELECT missionplanner.put_content('m1', 'ab', 'a')"),
    ("reader", "SELECT missionplanner.drop_content('m1', 'ab')"),
    ("reader", "SELECT missionplanner.set_member('m1', 'reader', 'write')"),
    ("reader", "UPDATE missionplanner.member SET may = 'own'"),
    ("reader", "UPDATE missionplanner.parcel SET body = 'x'"),
    ("reader", "SELECT * FROM missionplanner.sizes"),
    ("luc", "INSERT INTO missionplanner.parcel VALUES ('m1', 'x', 1, 1, 'ana', 'a')"),
    ("luc", "SELECT missionplanner.set_member('m1', 'outsider', 'write')"),
    ("luc", "SELECT missionplanner.push('m1', 'a1', 2, 'in the name of ana')"),
    ("luc", "SELECT missionplanner.push('m1', 'l1', 1, 'again')"),
    ("ana", "SELECT missionplanner.set_member('m1', 'ana', 'read')"),
    ("luc", "DROP FUNCTION missionplanner.may(text)"),
]


@pytest.fixture(scope="module")
def shared() -> Iterator[Server]:
    """A server with a mission of Ana's, in which Luc works and a reader reads."""
    with server() as found:
        ana, luc = (PostgresCarrier(found.address(login), "m1") for login in ("ana", "luc"))
        ana.set_up()
        ana.set_member("luc", "write")
        ana.set_member("reader", "read")
        ana.put_parcel(ParcelName("a1", 1), b"by ana")
        luc.put_parcel(ParcelName("l1", 1), b"by luc")
        for carrier in (ana, luc):
            carrier.close()
        yield found


@pytest.mark.parametrize(("login", "sql"), REFUSED)
def test_an_attempt_is_refused(shared: Server, login: str, sql: str) -> None:
    with psycopg.connect(shared.address(login)) as connection, pytest.raises(psycopg.Error) as refused:
        connection.execute(sql)
    assert refused.value.sqlstate in ("42501", "23505")


@pytest.mark.parametrize(("login", "count"), [("ana", 2), ("luc", 2), ("reader", 2), ("outsider", 0)])
def test_rows_are_seen_by_members_alone(shared: Server, login: str, count: int) -> None:
    with psycopg.connect(shared.address(login)) as connection:
        rows = connection.execute("SELECT 1 FROM missionplanner.parcel").fetchall()
    assert len(rows) == count


def test_a_parcel_of_somebody_else_is_not_dropped(shared: Server) -> None:
    luc = PostgresCarrier(shared.address("luc"), "m1")
    luc.drop_parcel(ParcelName("a1", 1))
    assert luc.parcels() == [ParcelName("a1", 1), ParcelName("l1", 1)]
    luc.close()
