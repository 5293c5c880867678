"""Two files of one mission whose people, "ana" and "luc", worked apart."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.jobs.safety import merging
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def edit(store: Store, name: str, **values: object) -> None:
    """Change a company as one step."""
    with store.change(message("Edit {name}", name=name)) as change:
        change.update(replace(store.get(Company, key_of(store, name)), **values))


def city(store: Store, name: str) -> str:
    """The city of a company."""
    return store.get(Company, key_of(store, name)).city


def work_apart(store: Store, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a copy; both write city and phone of D1 and the city of D2, luc alone the city of C2; luc writes last."""
    shutil.copy(store.path, copy)
    monkeypatch.setenv("LOGNAME", "ana")
    edit(store, "D1", city="Lévis", phone="+14185550100")
    edit(store, "D2", city="Lévis")
    monkeypatch.setenv("LOGNAME", "luc")
    with Store.open(copy) as theirs:
        edit(theirs, "D1", city="Laval", phone="+14505550100")
        edit(theirs, "D2", city="Laval")
        edit(theirs, "C2", city="Puebla")
    monkeypatch.setenv("LOGNAME", "ana")


def merge(store: Store, copy: Path) -> None:
    """Take a copy in and leave all its clashes open."""
    merging.merge(store, merging.compare(store, copy))
