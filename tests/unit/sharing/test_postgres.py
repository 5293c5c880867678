"""A database keeps what was put there and lists it; what it refuses, or that it is away, is one clear sentence."""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from missionplanner.errors import UserError
from missionplanner.sharing import postgres_schema
from missionplanner.sharing.carrier import BaseName, ParcelName, Presence
from missionplanner.sharing.postgres import PostgresCarrier, is_here, with_login
from tests.postgres import Server, programs, server

needs_server = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


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


@needs_server
def test_parcels_are_listed_in_order_and_read_back(carrier: PostgresCarrier) -> None:
    for name in (ParcelName("b1", 1), ParcelName("a1", 2), ParcelName("a1", 10)):
        carrier.put_parcel(name, f"{name.writer} {name.number}".encode())
    names = [ParcelName("a1", 2), ParcelName("a1", 10), ParcelName("b1", 1)]
    assert (carrier.parcels(), carrier.read_parcel(names[1])) == (names, b"a1 10")
    carrier.drop_parcel(names[0])
    assert (carrier.parcels(), carrier.read_parcel(names[0])) == (names[1:], b"")


@needs_server
def test_a_base_comes_back_and_the_last_one_stays(carrier: PostgresCarrier, tmp_path: Path) -> None:
    source, target = tmp_path / "a.mission", tmp_path / "b.mission"
    source.write_bytes(b"whole")
    names = [BaseName("a1", 1), BaseName("a1", 2)]
    for name in names:
        carrier.put_base(name, source, b"about")
    carrier.fetch_base(names[0], target)
    assert (carrier.bases(), carrier.read_about(names[0]), target.read_bytes()) == (names, b"about", b"whole")
    for name in names:
        carrier.drop_base(name)
    assert carrier.bases() == names[1:]


@needs_server
def test_attached_files_are_kept_by_digest(carrier: PostgresCarrier) -> None:
    carrier.put_content("ab", b"brochure")
    carrier.put_content("ab", b"again")
    assert (carrier.contents(), carrier.has_content("ab"), carrier.read_content("ab")) == (["ab"], True, b"brochure")
    carrier.drop_content("ab")
    assert (carrier.contents(), carrier.has_content("ab"), carrier.read_content("ab")) == ([], False, b"")


@needs_server
def test_who_shares_the_mission_says_so_and_leaves(carrier: PostgresCarrier) -> None:
    for text in (b"ana", b"ana still"):
        carrier.say_present(Presence("a1", datetime(2026, 1, 5, tzinfo=UTC), text))
    assert [(one.writer, one.content) for one in carrier.present()] == [("a1", b"ana still")]
    carrier.leave("a1")
    assert carrier.present() == []


@needs_server
def test_members_may_what_the_owner_says(
    carrier: PostgresCarrier, running: Server, request: pytest.FixtureRequest
) -> None:
    carrier.set_member("luc", "write")
    carrier.set_member("reader", "read")
    assert carrier.members() == {"ana": "own", "luc": "write", "reader": "read"}
    for login, may in (("luc", True), ("reader", False), ("outsider", False)):
        theirs = PostgresCarrier(running.address(login), request.node.name)
        assert theirs.may_write is may
        theirs.close()
    carrier.set_member("luc", "")
    assert carrier.members() == {"ana": "own", "reader": "read"}


@needs_server
def test_tables_of_a_newer_program_are_left_alone(running: Server, carrier: PostgresCarrier) -> None:
    with psycopg.connect(running.address("ana")) as connection:
        connection.execute("INSERT INTO missionplanner.hub VALUES (99)")
    with pytest.raises(UserError, match="A newer version of this program"):
        carrier.set_up()
    with psycopg.connect(running.address("ana")) as connection:
        connection.execute("DELETE FROM missionplanner.hub WHERE version = 99")


@needs_server
def test_tables_of_an_older_program_are_brought_up_by_whoever_they_belong_to(running: Server) -> None:
    with psycopg.connect(running.address("ana"), autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS missionplanner CASCADE")
        connection.execute(postgres_schema.STEPS[0])
        connection.execute("SELECT missionplanner.make_mission('old')")
        connection.execute("SELECT missionplanner.set_member('old', 'luc', 'write')")
        ana, luc = (PostgresCarrier(running.address(login), "old") for login in ("ana", "luc"))
        ana.put_parcel(ParcelName("a1", 1), b"of before")
        versions = []
        for carrier in (luc, ana, ana):
            carrier.bring_up()
            luc.put_parcel(ParcelName("l1", len(versions) + 1), b"any version takes it")
            versions.append(connection.execute("SELECT array_agg(version) FROM missionplanner.hub").fetchone())
        newest = [*range(1, len(postgres_schema.STEPS) + 1)]
        assert versions == [([1],), (newest,), (newest,)]
        assert ana.read_parcel(ParcelName("a1", 1)) == b"of before"
        assert connection.execute("SELECT mission, members, parcels FROM missionplanner.sizes").fetchall() == [
            ("old", 2, 4)
        ]
        for carrier in (ana, luc):
            carrier.close()


@needs_server
def test_a_step_that_fails_leaves_the_tables_as_they_were(
    running: Server, carrier: PostgresCarrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*postgres_schema.STEPS, "CREATE TABLE missionplanner.half (); SELECT 1 / 0")
    monkeypatch.setattr(postgres_schema, "STEPS", steps)
    with pytest.raises(UserError, match="division by zero"):
        carrier.bring_up()
    with psycopg.connect(running.address("ana")) as connection:
        assert connection.execute("SELECT to_regclass('missionplanner.half')").fetchone() == (None,)


def test_steps_that_were_released_stay_as_they_are() -> None:
    digests = [zlib.crc32(step.encode()) for step in postgres_schema.STEPS]
    assert digests == [1948065326, 3439472254]


@needs_server
def test_a_server_that_comes_back_is_reached_again(running: Server, carrier: PostgresCarrier) -> None:
    running.stop()
    with pytest.raises(UserError, match="cannot be reached"):
        carrier.parcels()
    running.start()
    assert carrier.parcels() == []


def test_a_server_that_is_away_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"The database postgresql://ana@/x\?host=.* cannot be reached"):
        PostgresCarrier(f"postgresql://ana@/x?host={tmp_path}", "m1").parcels()


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("", True),
        ("/run", True),
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("db.example", False),
        ("10.0.0.1", False),
    ],
)
def test_another_computer_has_to_show_who_it_is(host: str, here: bool) -> None:
    assert is_here(host) is here
    options = PostgresCarrier(f"postgresql://ana@/x?host={host}" if host else "postgresql://ana@/x", "m1")._options()
    assert (options.get("sslmode"), options.get("sslrootcert")) == ((None, None) if here else ("verify-full", "system"))


@pytest.mark.parametrize(
    ("address", "login", "other"),
    [
        ("postgresql://ana@db.example/x", "luc", "postgresql://luc@db.example/x"),
        ("postgresql://ana:secret@db.example:5433/x", "l@uc", "postgresql://l%40uc@db.example:5433/x"),
        ("postgresql://db.example/x?sslrootcert=a.pem", "luc", "postgresql://luc@db.example/x?sslrootcert=a.pem"),
    ],
)
def test_an_address_for_another_login_has_no_password(address: str, login: str, other: str) -> None:
    assert with_login(address, login) == other
