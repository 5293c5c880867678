"""A small mission that two people share through a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from missionplanner.domain.companies import Company
from missionplanner.jobs.sharing import sharing
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import key_of, small_mission


@contextmanager
def two_sharers(folder: Path, password: str = "") -> Iterator[tuple[Store, Store]]:
    """Open a mission that is shared through `folder / "shared"`, and the file of who joined."""
    (folder / "a.mission").write_bytes(_small(password))
    with Store.open(folder / "a.mission", password=password) as one:
        invitation = sharing.share(one, folder / "shared")
        sharing.join(invitation, folder / "b.mission", password)
        with Store.open(folder / "b.mission", password=password) as other:
            yield one, other


def city(store: Store, name: str) -> str:
    """Return the city of a company."""
    return store.get(Company, key_of(store, name)).city


@cache
def _small(password: str) -> bytes:
    """Return the file of the small mission, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.mission"
        with small_mission(path):
            pass
        if password:
            passwords.set_password(path, "", password)
        return path.read_bytes()
