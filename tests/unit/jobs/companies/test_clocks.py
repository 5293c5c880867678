"""The clocks of companies as they are typed."""

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells, clocks
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


@pytest.mark.parametrize(
    ("text", "zone"),
    [(" Europe/Zurich ", "Europe/Zurich"), ("lyon", "Europe/Paris"), ("Córdoba, España", "Europe/Madrid"), ("  ", "")],
)
def test_a_zone_is_typed_by_its_name_or_as_a_city(text: str, zone: str) -> None:
    assert clocks.typed_zone(text) == zone


@pytest.mark.parametrize("text", ["Nowhere", "../../etc/passwd", "Lyon, Canada"])
def test_what_is_no_zone_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is no time zone"):
        clocks.typed_zone(text)


def test_companies_say_their_clocks_in_one_step(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "C1")]
    check_undo(store, lambda s: clocks.say(s, keys, "Tokyo"), "Enter the clocks of companies")
    assert [store.get(Company, key).time_zone for key in keys] == ["Asia/Tokyo", "Asia/Tokyo"]
    assert clocks.say(store, keys, "Asia/Tokyo") == 0


def test_a_cell_of_a_workbook_takes_a_zone_and_nothing_else(store: Store) -> None:
    edits = [Edit(key_of(store, name), "time_zone", text) for name, text in (("D1", "Lima"), ("D2", "soon"))]
    report = cells.edit(store, edits, message("Fill"))
    assert store.get(Company, key_of(store, "D1")).time_zone == "America/Lima"
    assert (store.get(Company, key_of(store, "D2")).time_zone, len(report.refused)) == ("", 1)
