"""Templates of plans."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.milestones import Milestone, Task
from missionplanner.errors import UserError
from missionplanner.jobs.milestones import entering, templates
from missionplanner.store.store import Store
from tests.builders import check_undo, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_the_usual_plan_reaches_from_before_to_after_the_mission(store: Store) -> None:
    found = templates.take(store, templates.USUAL)
    assert found.sentence == "3 milestones and 18 tasks were added; 0 were there."
    days = [(one.day - store.mission.starts).days for one in entering.tasks_due(store)]
    assert (min(days), max(days)) == (-180, 365)
    assert all(one.name_fr and one.name_es for one in (*store.all(Milestone), *store.all(Task)))
    letters = next(one for one in entering.tasks_due(store) if one.task.name_en.startswith("Send letters"))
    assert (letters.depends_on.name_en, letters.task.days) == ("Visas are applied for", -14)  # type: ignore[union-attr]
    store.undo()
    check_undo(store, lambda s: templates.take(s, templates.USUAL), "Take a plan from a template")
    again = templates.take(store, templates.USUAL)
    assert again.sentence == "0 milestones and 0 tasks were added; 21 were there."


def test_a_plan_is_written_as_a_template_and_taken_elsewhere(store: Store, tmp_path: Path) -> None:
    templates.take(store, templates.USUAL)
    templates.write(store, tmp_path / "plan.csv")
    with small_mission(tmp_path / "other.mission") as other:
        templates.take(other, tmp_path / "plan.csv")
        assert templates.rows(other) == templates.rows(store)


def test_what_is_no_template_is_refused(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "t.csv"
    source.write_text("a,b\nc,d\n")
    with pytest.raises(UserError, match=r"t\.csv is no template of a plan") as caught:
        templates.take(store, source)
    assert caught.value.hint.startswith("Its columns are: kind, name_en")


def test_days_are_read_as_plans_write_them() -> None:
    assert [templates.days_of(text) for text in ("-180", "T-60", "t+30", "T", "", "\u22127", "99999")] == [
        -180, -60, 30, 0, 0, -7, 3660,
    ]  # fmt: skip
    with pytest.raises(UserError, match="“soon” is no number of days"):
        templates.days_of("soon")
