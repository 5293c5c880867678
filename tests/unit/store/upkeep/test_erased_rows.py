"""Rows of a mission file without those who are erased."""

from missionplanner.domain.mentions import Called, Mentions
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erased_rows, known_people
from tests.builders import key_of
from tests.unit.store.upkeep import zoe

ZOE = Mentions(Called.of([{"given_name": "Zoé", "family_name": "Ünal"}]))


def test_a_made_up_column_of_people_is_blanked_by_its_class(store: Store) -> None:
    key = zoe.add(store)
    whom = known_people.meant(database_of(store), [key])
    with store.change(message("Blank")) as change:
        erased_rows.blank_present(change.db, whom)
    person = store.get(Person, key)
    assert (person.full_name, person.email, person.company_id) == ("", "", key_of(store, "D2"))
    names = {one.full_name for one in store.all(Person) if one.id != key}
    assert "Given D1" in names


def test_images_are_blanked_but_for_keys_and_links(store: Store) -> None:
    key = zoe.add(store)
    uid = store.get(Person, key).uid
    with store.steps.outside_undo() as db:
        erased_rows.blank_history(db, known_people.meant(db, [key]))
        sql = "SELECT uid, company_id, given_name, email FROM people_history WHERE id = ?"
        assert db.execute(sql, (key,)).fetchall() == [(uid, key_of(store, "D2"), "", "")]


def test_texts_are_blanked_in_the_tables_that_are_wanted(store: Store) -> None:
    zoe.note(store, "Ask Zoé.")
    with store.steps.outside_undo() as db:
        erased_rows.blank_texts(db, ZOE, (), lambda table: table == "companies_history")
        assert "Zoé" not in str(db.execute("SELECT * FROM companies_history").fetchall())
        assert "Zoé" in str(db.execute("SELECT * FROM companies").fetchall())


def test_labels_lose_the_names_of_people_and_companies(store: Store) -> None:
    zoe.add(store)
    with store.steps.outside_undo() as db:
        whom = known_people.meant(db, [])
        erased_rows.blank_labels(db, whom, ZOE, ())
        labels = [label for (label,) in db.execute("SELECT label FROM steps")]
    assert not any("Zoé" in label for label in labels)


def test_notes_go_with_everybody_but_for_those_kept(store: Store) -> None:
    zoe.note(store, "one")
    zoe.note(store, "two", "D2")
    uid = next(uid for uid, name in database_of(store).execute("SELECT uid, name FROM companies") if name == "D1")
    with store.steps.outside_undo() as db:
        erased_rows.empty_everything(db, {("companies", uid, "notes")})
        assert db.execute("SELECT notes FROM companies WHERE notes <> ''").fetchall() == [("one",)]
