"""A mission of the twenty-third format opens with its history, and steps that erase are of a kind of their own."""

from pathlib import Path

from missionplanner.domain.people import Person
from missionplanner.store import schema
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing
from tests.builders import key_of, small_mission
from tests.unit.store.first_file import write_twenty_third_format
from tests.unit.store.merging.two_copies import add, edit


def test_the_history_stays_and_an_erasure_is_no_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        person = add(store, Person(company_id=key_of(store, "D1"), given_name="Zoé", family_name="Roy"))
        edit(store, "D1", city="Laval")
        steps = database_of(store).execute("SELECT * FROM steps ORDER BY id").fetchall()
    with Store.open(write_twenty_third_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        db = database_of(store)
        assert store.format == schema.FORMAT
        assert db.execute("SELECT * FROM steps ORDER BY id").fetchall() == steps
        made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE tbl_name = 'steps'")}
        assert made == {"steps", "steps_replica", "steps_from_elsewhere"}
        erasing.erase(store, [person.id])
        assert db.execute("SELECT kind, state FROM steps ORDER BY id DESC LIMIT 1").fetchone() == ("erase", "gone")
