"""Two files of one mission, each with a change of its own: what merging brings together."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Priority
from missionplanner.jobs.safety import merging
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission

Editor = Callable[..., None]
"""What the fixture `edit` is."""


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, Store]]:
    """The file and a copy of it, both open for writing; "ana" works in both until somebody else does."""
    monkeypatch.setenv("LOGNAME", "ana")
    path = tmp_path / "mine.mission"
    with small_mission(path) as store:
        ask(store, ("D1", "C1", Priority.MEET))
        meet(store, "D2", "C2", slot=1, table=0)
    shutil.copy(path, tmp_path / "theirs.mission")
    with Store.open(path) as mine, Store.open(tmp_path / "theirs.mission") as theirs:
        yield mine, theirs


@pytest.fixture
def edit(monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Changes a company as one step of a person: `edit(store, "ana", "D1", city="Laval")`."""

    def change_company(store: Store, user: str, name: str, **values: object) -> None:
        monkeypatch.setenv("LOGNAME", user)
        with store.change(message("Edit {name}", name=name)) as change:
            change.update(replace(store.get(Company, key_of(store, name)), **values))

    return change_company


@pytest.fixture
def clashing(both: tuple[Store, Store], edit: Editor) -> Store:
    """The file after the copy came in: two clashes of D1 and one of D2, the copy’s newer values shown."""
    mine, theirs = both
    for name in ("D1", "D2"):
        edit(mine, "ana", name, city="Lévis")
    edit(mine, "ana", "D1", phone="+14185550100")
    for name in ("D1", "D2"):
        edit(theirs, "luc", name, city="Laval")
    edit(theirs, "luc", "D1", phone="+14505550100")
    merging.merge(mine, merging.compare(mine, theirs.path))
    return mine
