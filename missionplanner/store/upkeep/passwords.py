"""The password of a mission file: given, changed, taken away, for the file and the copies kept on this computer."""

from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.i18n import _
from missionplanner.store.file import copies, engine, locks
from missionplanner.store.file import opening as database
from missionplanner.store.schema import APPLICATION_ID, FORMAT
from missionplanner.store.store import Store
from missionplanner.writing import replacing

SHORTEST = 8
"""Letters a password has at least."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What became of the copies on this computer: how many have the new password, and which could not be changed."""

    changed: int
    left: tuple[Path, ...]


def problem_of(password: str) -> str:
    """What is wrong with a new password, in a sentence; empty when nothing is."""
    if len(password) < SHORTEST:
        return _("A password has at least {n} letters.").format(n=SHORTEST)
    if not password.isprintable():
        return _("A password has only letters, digits, signs and blanks.")
    return ""


def set_password(path: Path, old: str, new: str) -> Protected:
    """Encrypt a closed mission file and its copies with a new password, or with an empty one write them in the open.

    Each file is written anew, checked, and only then takes the place of the one before. Raises UserError when the old
    password is wrong, somebody has the file open, or it cannot be written; the file is then as before.
    """
    if new and (problem := problem_of(new)):
        raise UserError(problem, _("Choose a longer one, such as four words."))
    Store.open(path, password=old).close()  # brings it to the newest format, and says what is wrong with it
    guard = locks.lock(path)
    if guard is None:
        text = _("{name} is open in another program.").format(name=path.name)
        raise UserError(text, _("Close it there first."))
    try:
        _rewrite(path, old, new)
    finally:
        locks.unlock(guard)
    changed, left = 0, []
    for copy in (*sorted(copies.folder_of(path).glob("*.mission")), *copies.before_restoring(path)):
        try:
            _rewrite(copy, old, new)
            changed += 1
        except UserError:
            left.append(copy)
    return Protected(changed, tuple(left))


def _rewrite(path: Path, old: str, new: str) -> None:
    """Write a file anew with another password."""
    try:
        old = "" if engine.looks_plain(path) else old
        with replacing(path) as partial:
            engine.export(path, old, partial, new, (APPLICATION_ID, FORMAT))
            engine.forget_journals(path)
    except engine.kinds("OperationalError", OSError) as error:
        raise database.cannot_write(path, error) from error
    except engine.kinds("DatabaseError") as error:
        raise PasswordNeeded(
            _("{name} does not open with this password.").format(name=path.name),
            _("Type it again; without it nobody can read the file."),
        ) from error
