"""Files of the format before brought to the one with courtesy titles."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.fifth_format import TITLES
from missionplanner.store.store import Store
from tests.builders import damage_of, small_mission
from tests.unit.store.first_file import write_fourth_format


def test_people_are_as_they_were_and_titles_the_usual_ones(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store, store.change(message("Title")) as change:
        change.update(replace(store.all(Person)[0], title="Dra."))
    old = write_fourth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store, Store.open(tmp_path / "today.mission") as today:
        assert store.all(Person) == today.all(Person)
        assert {person.family_first for person in store.all(Person)} == {False}
        assert store.all(CourtesyTitle) == today.all(CourtesyTitle)
        assert store.undo() == "Title"
        assert store.all(Person)[0] == replace(today.all(Person)[0], title="")
    assert damage_of(old) == []


def test_every_title_has_its_texts_and_a_uid_of_its_own(tmp_path: Path) -> None:
    with small_mission(tmp_path / "a.mission") as store:
        found = store.all(CourtesyTitle)
    assert [one.position for one in found] == list(range(len(TITLES)))
    assert len({one.uid for one in found}) == len(found)
    assert [one.label for one in found] == [
        "H.E.", "Minister", "Ambassador", "Senator", "Mayor", "Hon.", "Prof.", "Dr", "Me", "Ing.", "Lic.", "Mtra.",
        "Arch.", "Ms", "Mrs", "Miss", "Mx",
    ]  # fmt: skip
