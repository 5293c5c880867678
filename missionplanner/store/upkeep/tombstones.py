"""Who was erased is remembered on this computer, so that no older copy of the mission brings anybody back."""

import json
from collections.abc import Iterable
from pathlib import Path

from missionplanner.domain.companies import Delegate
from missionplanner.domain.privacy import is_anonymous
from missionplanner.paths import data_folder, safe_name
from missionplanner.store.store import Store, database_of, file_of
from missionplanner.writing import replace_file


def remember(store: Store) -> None:
    """Remember the uids of everybody the mission knows as erased, besides those that are remembered already."""
    with file_of(store).reading() as db:
        erased = {uid for (uid,) in db.execute("SELECT uid FROM erased")}
    path = _path(store)
    known = _read(path)
    if erased - known:
        path.parent.mkdir(exist_ok=True)
        replace_file(path, json.dumps(sorted(erased | known)).encode())


def to_be_erased(store: Store, others: Iterable[str] = ()) -> list[int]:
    """Return the keys of people who were erased in another copy and are in this one.

    others: uids another file knows as erased, besides those this computer remembers.
    """
    wanted = _read(_path(store)) | set(others)
    if not wanted:
        return []
    return [person.id for person in store.all(Delegate) if person.uid in wanted and not is_anonymous(person)]


def _read(path: Path) -> set[str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return set()
    return {one for one in found if isinstance(one, str)} if isinstance(found, list) else set()


def _path(store: Store) -> Path:
    uid = database_of(store).execute("SELECT uid FROM missions LIMIT 1").fetchone()[0]
    return data_folder() / "erased" / f"{safe_name(str(uid), 'mission')}.json"
