"""The texts of a file that name people."""

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import passages
from tests.builders import key_of
from tests.unit.store.upkeep import zoe

ZOE = Mentions(Called.of([{"given_name": "Zoé", "family_name": "Ünal", "email": zoe.MAIL}]))


def test_passages_are_listed_once_with_the_words_around(store: Store) -> None:
    zoe.note(store, "Ask Zoé.\nAll is well.")
    zoe.note(store, "Ask Zoé again.")
    zoe.note(store, "Zoé was here", "D2")
    zoe.note(store, "", "D2")
    found = passages.passages(database_of(store), ZOE)
    uids = {company.id: company.uid for company in store.all(Company)}
    assert [(one.place, one.words, one.is_past) for one in found] == [
        (("companies", uids[key_of(store, "D1")], "notes"), "Ask Zoé again.", False),
        (("companies", uids[key_of(store, "D2")], "notes"), "Zoé was here", True),
    ]


def test_a_made_up_table_and_column_are_looked_through(store: Store) -> None:
    with store.steps.outside_undo() as db:
        db.execute("ALTER TABLE venues ADD COLUMN host TEXT NOT NULL DEFAULT ''")
        db.execute("UPDATE venues SET host = 'Zoé Ünal. Nice.'")
        db.execute("CREATE TABLE guests (number INTEGER PRIMARY KEY, words TEXT)")
        db.execute("INSERT INTO guests VALUES (7, 'Zoé')")
        found = list(passages.find(db, ZOE))
        assert [(one.stored, one.place[2], one.after) for one in found] == [
            ("guests", "words", ""),
            ("venues", "host", "Nice."),
        ]
        for one in found:
            passages.blank(db, one)
        assert list(passages.find(db, ZOE)) == []


def test_values_written_apart_and_those_undo_would_put_back_are_blanked(store: Store) -> None:
    company = store.get(Company, key_of(store, "D1"))
    line = (company.uid, "notes", 1, 1, 0, '["Ask Zoé."]', None, None)
    with store.steps.outside_undo() as db:
        db.execute("INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", line)
        db.execute(
            "INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ("nobody", "notes", 1, 1, 0, '["Zoé"]', None, None)
        )
        db.execute(
            "INSERT INTO replaced VALUES (1, ?, 'notes', ?)", (company.uid, '[["[\\"Zoé\\"]", 1, 1], [null, 1, 2]]')
        )
        passages.blank_registers(db, ZOE, {("companies", company.uid, "notes")})
        assert db.execute("SELECT beside FROM dots WHERE uid = ?", (company.uid,)).fetchone() == ('["Ask Zoé."]',)
        passages.blank_registers(db, ZOE, ())
        assert db.execute("SELECT beside FROM dots WHERE uid = ?", (company.uid,)).fetchone() == ('[""]',)
        assert db.execute("SELECT dots FROM replaced").fetchone() == ('[["[\\"\\"]", 1, 1], [null, 1, 2]]',)


def test_notes_that_go_with_everybody_are_listed(store: Store) -> None:
    zoe.note(store, "anything")
    zoe.note(store, "a text", column="description")
    assert [one.words for one in passages.going(database_of(store))] == ["anything"]
    assert {"anything", "a text", "Test mission"} <= {one.words for one in passages.asked(database_of(store))}


def test_tables_of_what_was_made_for_one_person_are_known(store: Store) -> None:
    assert dict(passages.linked(database_of(store))) == {
        "memberships": ["position", "position_en", "position_fr", "position_es"],
        "memberships_history": ["position", "position_en", "position_fr", "position_es"],
        "legs": ["flight", "origin", "destination", "booking", "note"],
        "legs_history": ["flight", "origin", "destination", "booking", "note"],
        "stays": ["room", "note"],
        "stays_history": ["room", "note"],
        "person_values": ["text"],
        "person_values_history": ["text"],
        "pack_prints": ["file_name", "content"],
        "moment_letters": ["content"],
    }


def test_labels_are_looked_through_as_labels(store: Store) -> None:
    with store.change(message("Edit {name}", name="Zoé")) as change:
        change.insert(Company(side=Side.DELEGATION, name="New"))
    (found,) = passages.find(database_of(store), ZOE, lambda table: table == "steps")
    assert "(erased)" in str(found.after)
