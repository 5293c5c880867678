"""Cells of relationships are typed into as in the form, as one step; what cannot be stays and is reported."""

from datetime import date

import pytest

from missionplanner import i18n
from missionplanner.domain.relationships import Relationship
from missionplanner.i18n import current
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.relationships import cells, entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo
from tests.unit.jobs.relationships.told import related

LABEL = message("Edit a cell")


def test_texts_days_and_third_parties_are_stored_as_one_step(store: Store) -> None:
    known = related(store)
    edits = [
        Edit(known.id, "owner", " Ana "), Edit(known.id, "due", "2026-05-01"),
        Edit(known.id, "third_parties", "Port; Bank; port"),
    ]  # fmt: skip
    check_undo(store, lambda s: cells.edit(s, edits, LABEL), "Edit a cell")
    found = store.get(Relationship, known.id)
    assert (found.owner, found.due) == ("Ana", date(2026, 5, 1))
    assert entering.third_parties(store, known) == ["Port", "Bank"]


def test_third_parties_that_are_not_named_any_more_go(store: Store) -> None:
    known = related(store)
    cells.edit(store, [Edit(known.id, "third_parties", "Port; Bank")], LABEL)
    cells.edit(store, [Edit(known.id, "third_parties", "Bank")], LABEL)
    assert entering.third_parties(store, known) == ["Bank"]


def test_what_a_cell_cannot_hold_is_reported_with_the_pair(store: Store) -> None:
    known = related(store)
    found = cells.edit(store, [Edit(known.id, "due", "soon"), Edit(known.id, "stage", "trading")], LABEL)
    assert (found.changed, [(one.name, one.column) for one in found.refused]) == (
        0, [("D1 – C1", "due"), ("D1 – C1", "stage")],
    )  # fmt: skip
    assert cells.edit(store, [Edit(99, "owner", "Ana")], LABEL).changed == 0


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_day_is_read_back_as_it_is_shown(store: Store, language: str) -> None:
    known = related(store)
    i18n.use(language)
    for day in (date(2026, 5, 1), date(2026, 9, 30), date(2026, 12, 2)):
        cells.edit(store, [Edit(known.id, "due", current().date(day, "medium"))], LABEL)
        assert store.get(Relationship, known.id).due == day
    i18n.use("en")
