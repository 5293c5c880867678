"""A mission of the ninth format has no own fields, and may have some from then on."""

from pathlib import Path

from missionplanner.domain.own_fields import CompanyValue, OwnField
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.store.first_file import write_ninth_format


def test_an_older_mission_gets_own_fields_from_then_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_ninth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.all(OwnField)) == (schema.FORMAT, [])
        with store.change(message("Add")) as change:
            field = change.insert(OwnField(code="hotel", name_en="Hotel"))
            change.insert(CompanyValue(company_id=key_of(store, "D1"), field_id=field, text="Hilton"))
        assert [value.text for value in store.all(CompanyValue)] == ["Hilton"]
        store.undo()
        assert (store.all(OwnField), store.all(CompanyValue)) == ([], [])
