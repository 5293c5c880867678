"""Courtesy titles as records, in the order of protocol."""

from dataclasses import replace

from missionplanner import i18n
from missionplanner.domain.people import Person
from missionplanner.gui.programme import courtesy_titles
from missionplanner.messages import message
from missionplanner.store.store import Store


def test_titles_are_listed_by_language_with_how_many_have_them(store: Store) -> None:
    with store.change(message("Title")) as change:
        change.update(replace(store.all(Person)[0], title="Mme"))
    kind = courtesy_titles.titles(store)
    found = [[column.text(row) for column in kind.columns] for row in kind.rows()]
    assert found[0] == ["H.E.", "S.E.", "S.E.", "Excellency,", "yes", "0"]
    assert next(row for row in found if row[0] == "Ms  /  Mr") == [
        "Ms  /  Mr", "Mme  /  M.", "Sra.  /  Sr.", "", "no", "1",
    ]  # fmt: skip
    i18n.use("fr")
    kind = courtesy_titles.titles(store)
    assert kind.columns[3].text(kind.rows()[1]) == "Madame la Ministre,  /  Monsieur le Ministre,"


def test_one_is_added_behind_moved_up_edited_and_deleted(store: Store) -> None:
    kind = courtesy_titles.titles(store)
    usual = kind.values(None)
    assert (usual["on_badges"], usual["place"], usual["written_fr_f"]) == (True, "18", "")
    typed = {**usual, "written_en": "Chief", "salutation_fr_f": "Madame la Cheffe,", "on_badges": False, "place": "2"}
    kind.save(None, typed)
    made = kind.rows()[1]
    assert kind.values(made) == typed
    kind.save(made, {**typed, "written_en": "Elder", "place": ""})
    assert kind.rows()[1].written_en == "Elder"
    kind.remove([made.id])
    assert len(kind.rows()) == 17


def test_every_text_is_typed_under_its_language(store: Store) -> None:
    fields = courtesy_titles.titles(store).fields()
    assert [field.label for field in fields if field.kind == "heading"] == [
        "English", "Français", "Español", "Where it is found and used",
    ]  # fmt: skip
    assert len({field.name for field in fields}) == len(fields) == 4 + 21 + 2
    place = fields[-1]
    assert place.check is not None
    assert place.check("x") == "This is no number."
