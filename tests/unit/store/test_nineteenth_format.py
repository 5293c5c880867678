"""A mission of the eighteenth format has no translations of posts and offers, and takes them from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_eighteenth_format


def test_an_older_mission_has_posts_and_offers_in_their_own_words(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_eighteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        person, company = store.all(Person)[0], store.all(Company)[0]
        assert (store.format, person.position_fr, company.seeks_es) == (schema.FORMAT, "", "")
        with store.change(message("Translate")) as change:
            change.update(replace(person, position_fr="Présidente"))
            change.update(replace(company, seeks_es="Madera"))
        assert (store.all(Person)[0].position_fr, store.all(Company)[0].seeks_es) == ("Présidente", "Madera")
        store.undo()
        assert (store.all(Person)[0], store.all(Company)[0]) == (person, company)
