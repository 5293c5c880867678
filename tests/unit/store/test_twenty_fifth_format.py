"""A mission of the twenty-fourth format knows clocks by cities alone, and groups of own fields in one language."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import OwnField
from missionplanner.jobs.fields import definitions
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_twenty_fourth_format


def test_an_older_mission_says_no_clocks_and_keeps_its_groups(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        definitions.enter(store, None, {"name_en": "Hotel", "section": "Travel"})
    old = write_twenty_fourth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        company, field = store.all(Company)[0], store.all(OwnField)[0]
        assert (store.format, company.time_zone, field.group("fr")) == (schema.FORMAT, "", "Travel")
        with store.change(message("Say")) as change:
            change.update(replace(company, time_zone="Asia/Tokyo"))
            change.update(replace(field, section_fr="Voyage"))
        assert (store.all(Company)[0].time_zone, store.all(OwnField)[0].group("fr")) == ("Asia/Tokyo", "Voyage")
        store.undo()
        assert (store.all(Company)[0], store.all(OwnField)[0]) == (company, field)
