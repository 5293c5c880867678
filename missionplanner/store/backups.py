"""Copies the program makes by itself, when a file is opened and before an import, and putting one back."""

import hashlib
import shutil
from datetime import datetime
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.paths import data_folder, safe_name
from missionplanner.store.store import Store

MOST_KEPT = 10


def keep(store: Store) -> Path | None:
    """Copy the file as it is now to the backups of this computer, of which the ten newest stay.

    Returns the copy, or None when it could not be made (work is not stopped by that) or the file is only read.
    """
    if store.read_only:
        return None
    folder = folder_of(store.path)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S %f")
    target = folder / f"{safe_name(store.path.stem)} {stamp}.mission"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store.backup(target)
        for old in sorted(folder.glob("*.mission"))[:-MOST_KEPT]:
            old.unlink()
    except (UserError, OSError):
        return None
    return target


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of a mission file, also of a damaged one; what was there is kept beside it.

    Returns the kept copy, None when there was nothing. Raises UserError when the backup is no mission or somebody has
    the file open; the file is then as before.
    """
    with Store.open(backup, read_only=True) as source:
        if not path.exists():
            source.backup(path)
            return None
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S %f")
        kept = path.with_name(f"{path.stem} before restore {stamp}.mission")
        try:
            with Store.open(path, read_only=True) as present:
                present.backup(kept)
        except UserError:
            shutil.copy2(path, kept)
        source.backup(path)
    return kept


def folder_of(path: Path) -> Path:
    """Where the backups of a mission file are."""
    mark = hashlib.sha256(str(path.resolve()).encode("utf-8", "replace")).hexdigest()[:10]
    return data_folder() / "backups" / f"{safe_name(path.stem)} {mark}"
