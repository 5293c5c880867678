"""Milestones and tasks as they are entered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.errors import UserError
from missionplanner.jobs.milestones import entering
from missionplanner.store.store import Store
from tests.builders import check_undo, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        entering.enter_milestone(found, None, {"name_en": " Visas ", "name_fr": "Visas fr", "days": -60})
        entering.enter_task(found, None, {"name_en": "Write", "milestone_id": 1, "days": -7})
        yield found


def test_they_are_entered_edited_and_undone(store: Store) -> None:
    assert store.all(Milestone)[0].name_en == "Visas"
    assert store.steps.undo_label == "Add task Write"
    check_undo(store, lambda s: entering.enter_task(s, s.all(Task)[0], {"owner": "Ana"}), "Edit task Write")
    check_undo(store, lambda s: entering.remove_tasks(s, [1]), "Delete 1 task")


def test_a_task_stays_on_its_day_when_its_milestone_goes(store: Store) -> None:
    before = entering.tasks_due(store)[0].day
    check_undo(store, lambda s: entering.remove_milestones(s, [1]), "Delete 1 milestone")
    entering.remove_milestones(store, [1])
    (due,) = entering.tasks_due(store)
    assert (due.day, due.task.days, due.depends_on) == (before, -67, None)


def test_one_needs_a_name(store: Store) -> None:
    for enter in (entering.enter_milestone, entering.enter_task):
        with pytest.raises(UserError, match="A name is needed"):
            enter(store, None, {"name_fr": " "})


def test_they_are_found_by_any_name_or_uid(store: Store) -> None:
    (visas,) = known = store.all(Milestone)
    assert [entering.called(known, text) for text in ("visas", "VISAS FR", visas.uid)] == [visas] * 3
    with pytest.raises(UserError, match="There is nothing called “Moon”"):
        entering.called(known, "Moon")
    with pytest.raises(UserError, match="Several are called “visas”"):
        entering.called([visas, visas], "visas")


def test_the_history_names_what_changed_in_the_language_of_the_reader(store: Store) -> None:
    entering.enter_task(store, None, {"name_en": "Vote", "name_fr": "Scrutin"})
    entering.enter_milestone(store, None, {"name_es": "Salida"})
    i18n.use("fr")
    assert [str(step.label) for step in store.steps.history()][:2] == [
        "Ajouter le jalon Salida", "Ajouter la tâche Scrutin",
    ]  # fmt: skip
