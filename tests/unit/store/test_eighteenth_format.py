"""A mission of the seventeenth format prints no own fields, has people mark every criterion, and no briefings."""

from pathlib import Path

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import OwnField, Suiting
from missionplanner.domain.reviews import Criterion
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_seventeenth_format


def test_an_older_mission_has_people_mark_and_briefs_of_sectors_from_then_on(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as today, today.change(message("Add")) as change:
        change.insert(OwnField(code="hotel", name_en="Hotel"))
    old = write_seventeenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        (field,), criterion = store.all(OwnField), store.all(Criterion)[0]
        assert (store.format, store.all(Briefing)) == (schema.FORMAT, [])
        assert (field.packs, field.suits, field.suits_with) == ("", Suiting.NOT, "")
        assert (criterion.field_id, criterion.points) == (None, "")
        sector = store.all(Sector)[0]
        with store.change(message("Add")) as change:
            change.insert(Briefing(sector_id=sector.id, body_en="Ports are being built."))
        with store.change(message("Delete")) as change:
            change.delete(Sector, [sector.id])
        assert store.all(Briefing) == []
        store.undo()
        assert [one.sector_id for one in store.all(Briefing)] == [sector.id]
