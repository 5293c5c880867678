"""Every text of a mission file has a class."""

from dataclasses import fields

from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT
from missionplanner.store import personal_texts
from missionplanner.store.personal_texts import CLASSES, CODE, UNKNOWN, Whose, classes_of, owner_of, texts, unclassified
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import UNDOABLE


def test_every_column_of_texts_has_a_class(store: Store) -> None:
    assert unclassified(database_of(store)) == []


def test_every_class_is_of_a_column_that_is_there(store: Store) -> None:
    there = texts(database_of(store))
    for table, columns in CLASSES.items():
        has_uid = "uid" in there[table]
        assert set(columns) - (set() if has_uid else {"uid"}) == set(there[table]), table


def test_a_column_nobody_classified_may_name_people(store: Store) -> None:
    with store.steps.outside_undo() as db:
        db.execute("ALTER TABLE venues ADD COLUMN host TEXT NOT NULL DEFAULT ''")
        db.execute("CREATE TABLE guests (id INTEGER PRIMARY KEY, name TEXT)")
        assert unclassified(db) == ["guests.name", "venues.host"]
        assert texts(db)["venues"]["host"] is UNKNOWN
        assert UNKNOWN.may_name


def test_all_that_is_personal_of_a_person_is_in_the_class() -> None:
    own = {name for name, kind in CLASSES["people"].items() if kind.whose is Whose.PERSON}
    texts_of_people = {field.name for field in fields(Person) if field.type in ("str", str)}
    assert own == texts_of_people - set(KEPT)


def test_images_have_the_classes_of_their_table(store: Store) -> None:
    there = texts(database_of(store))
    for table in UNDOABLE:
        assert there[table.history] == there[table.name]
    assert owner_of("companies_history") == "companies"


def test_columns_without_texts_are_codes() -> None:
    assert classes_of("companies", ("id", "notes")) == [CODE, personal_texts.NOTE]
    assert classes_of("nothing", ("x",)) == [CODE]
