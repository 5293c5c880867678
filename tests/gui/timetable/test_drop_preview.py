"""What each cell would mean for what is held."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Venue
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, Session, slots_of
from missionplanner.gui.timetable import layouts
from missionplanner.gui.timetable.drop_preview import DropPreview
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, meet, moment


def preview_of(store: Store, model: GridModel, view: str = "tables") -> tuple[DropPreview, Moves]:
    snapshot = store.snapshot()
    plan = Plan(snapshot, snapshot.meetings)
    model.show_layout(layouts.layout(plan, view, 1, DAY))
    return DropPreview(model, model), Moves(plan, store.all(Meeting)[0])


@pytest.fixture
def model(qtbot: QtBot) -> GridModel:
    return GridModel(lambda _meeting: "", lambda _meeting: "")


def test_every_cell_of_the_tables_has_a_grade(store: Store, model: GridModel) -> None:
    meet(store, "D1", "C3", 2, 0)
    preview, moves = preview_of(store, model)
    preview.take_up(moves, [(3, 2)])
    preview.finish()
    assert model.held == (0, 0)
    assert len(model.grades) == 12
    assert {place[0] for place, grade in model.grades.items() if grade is Grade.REFUSED} == {2}


def test_seen_cells_are_judged_first(store: Store, model: GridModel) -> None:
    preview, moves = preview_of(store, model)
    graded: list[int] = []
    preview.graded.connect(lambda: graded.append(len(model.grades)))
    preview.take_up(moves, [(3, 2)])
    assert preview.is_holding
    preview.finish()
    assert next(iter(model.grades)) == (3, 2)
    assert graded[-1] == 12


def test_only_rows_of_the_two_companies_have_grades(store: Store, model: GridModel) -> None:
    preview, moves = preview_of(store, model, "delegation")
    preview.take_up(moves, [])
    preview.finish()
    assert {place[0] for place in model.grades} == {0}
    assert preview.judge((1, 2)) is None


def test_a_verdict_says_what_a_cell_means(store: Store, model: GridModel) -> None:
    preview, moves = preview_of(store, model)
    judged: list[object] = []
    preview.judged.connect(judged.append)
    assert preview.judge((3, 2)) is None
    preview.take_up(moves, [])
    verdict = preview.judge((3, 2))
    assert verdict is not None
    assert (verdict.grade, verdict.text) == (Grade.FREE, "Free: February 16 at 10:15, table 3.")
    assert judged == [verdict]


def test_nothing_is_left_when_it_is_put_down(store: Store, model: GridModel) -> None:
    preview, moves = preview_of(store, model)
    changed: list[bool] = []
    preview.changed.connect(lambda: changed.append(preview.is_holding))
    preview.put_down()
    preview.take_up(moves, [])
    preview.put_down()
    assert (changed, model.grades, model.held) == ([True, False], {}, None)


def test_a_cell_is_as_good_as_the_best_of_its_slots(store: Store, model: GridModel) -> None:
    with store.change(message("Garden")) as change:
        garden = change.insert(Venue(stop_id=1, name="Garden"))
        session = Session(venue_id=garden, starts=moment(9), ends=moment(11))
        change.insert_all(slots_of(session, change.insert(session)))
    preview, moves = preview_of(store, model, "delegation")
    assert len(model.layout.slots[3]) == 2, "one slot of the hall, and one of the garden, which has no tables"
    preview.take_up(moves, [])
    preview.finish()
    assert model.grades[0, 3] is Grade.FREE
    verdict = preview.judge((0, 3))
    assert verdict is not None
    assert verdict.grade is Grade.FREE
