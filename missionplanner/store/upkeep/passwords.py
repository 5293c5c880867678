"""The password of a mission file: given, changed, taken away, for the file and the copies kept on this computer."""

from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import schema
from missionplanner.store.file import engine, locks, opening
from missionplanner.store.store import Store
from missionplanner.store.upkeep import mission_copies
from missionplanner.writing import replacing

SHORTEST = 8
"""Characters a password has at least."""


@dataclass(frozen=True, slots=True)
class Protected:
    """The copies of a file after its password was changed."""

    changed: int
    """How many have the new password."""
    left: tuple[Path, ...]
    """Those that could not be changed."""


def problem_of(password: str) -> str:
    """Return the problem of a new password in a sentence, empty when there is none."""
    if len(password) < SHORTEST:
        return _("A password has at least {n} characters.").format(n=SHORTEST)
    if not password.isprintable():
        return _("A password has only letters, digits, signs and blanks.")
    return ""


def set_password(path: Path, old: str, new: str) -> Protected:
    """Encrypt a closed mission file and its copies with a new password; an empty one leaves them unprotected.

    Each file is written anew, checked, and only then takes the place of the one before. Raises UserError when the old
    password is wrong, somebody has the file open, or it cannot be written; the file is then as before.
    """
    if new and (problem := problem_of(new)):
        raise UserError(problem, _("Choose a longer one, such as four words."))
    # Brings it to the newest format, and raises where something is wrong with it.
    with Store.open(path, password=old) as store:
        uid = store.mission.uid
    guard = locks.lock(path)
    if guard is None:
        text = _("{name} is open in another program.").format(name=path.name)
        raise UserError(text, _("Close it there first."))
    try:
        _rewrite(path, old, new)
    finally:
        locks.unlock(guard)
    changed, left = 0, []
    for copy in mission_copies.find(path, uid, (old, new)):
        try:
            _rewrite(copy.path, old, new)
            changed += 1
        except UserError:
            left.append(copy.path)
    return Protected(changed, tuple(left))


def _rewrite(path: Path, old: str, new: str) -> None:
    """Write a file anew with another password; raises UserError when that cannot be."""
    try:
        old = "" if engine.looks_plain(path) else old
        with replacing(path) as partial:
            engine.export(path, old, partial, new, (schema.APPLICATION_ID, schema.FORMAT))
            engine.forget_journals(path)
    except engine.kinds("OperationalError", OSError) as error:
        raise opening.cannot_write(path, error) from error
    except engine.kinds("DatabaseError") as error:
        raise opening.wrong_password(path) from error
