"""Own fields of the thirteenth format are asked when companies register."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.own_fields import OwnField
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_thirteenth_format


def test_an_older_mission_asks_its_fields_at_once(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store, store.change(message("Add")) as change:
        change.insert(OwnField(code="hotel", name_en="Hotel", second_form=True))
    old = write_thirteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        (field,) = store.all(OwnField)
        assert (store.format, field.second_form) == (schema.FORMAT, False)
        with store.change(message("Ask later")) as change:
            change.update(replace(field, second_form=True))
        assert store.all(OwnField)[0].second_form
        store.undo()
        assert not store.all(OwnField)[0].second_form
