"""The mission everybody has a copy of, and people who work on it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from missionplanner.store.upkeep import backups
from tests.merging.people import repeatable, template
from tests.merging.world import World

Worlds = Callable[[int], World]


@pytest.fixture(scope="session")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mission everybody has a copy of."""
    path = tmp_path_factory.mktemp("template") / "own.mission"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent / "data"))
        template(path)
    return path


@pytest.fixture
def no_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Imports keep no copy of the file first: it takes longer than the import."""
    monkeypatch.setattr(backups, "keep", lambda _store: None)


@pytest.fixture
def world(mission: Path, tmp_path: Path, no_copies: None) -> Iterator[Worlds]:
    """Makes a number of people with copies of it; at the end everything is exchanged and compared."""
    made: list[World] = []

    def make(number: int) -> World:
        made.append(World(tmp_path / f"people{len(made)}", mission, number))
        return made[-1]

    with ExitStack() as stack:
        stack.enter_context(repeatable(0))
        yield make
        for one in made:
            one.exchange()
            one.close()
