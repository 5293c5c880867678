"""A small mission in which C3 goes to another stop only, and the dialogs of files answered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.advice import Advice, AdviceKind
from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Stop
from missionplanner.domain.requests import Priority
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, key_of


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """D1 wants to meet C1 and C3, D2 wants C3."""
    store = workspace.store
    ask(store, ("D1", "C1", Priority.MEET), ("D1", "C3", Priority.MEET), ("D2", "C3", Priority.MEET))
    with store.change(message("Apart")) as change:
        stop = change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))
        change.insert(CompanyStop(company_id=key_of(store, "C3"), stop_id=stop))
        change.update(replace(store.get(Company, key_of(store, "C3")), language="en"))
        change.insert_all(CompanyStop(company_id=key_of(store, name), stop_id=1) for name in ("D1", "D2", "D3", "C1"))
    return store


@pytest.fixture
def advice(store: Store) -> Advice:
    """C3 is asked to come to the first stop."""
    d1, d2, c3 = (key_of(store, name) for name in ("D1", "D2", "C3"))
    return Advice(AdviceKind.ASK, frozenset({(d1, c3), (d2, c3)}), number=1, bound=1, asks=((c3, 1),), placed=2)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that is chosen where one is asked for."""
    found = tmp_path / "out"
    found.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(found))
    return found
