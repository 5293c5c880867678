"""The password of a mission file: given, changed, taken away, for the file and the copies kept on this computer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from missionplanner import unfinished
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.file import engine, locks, opening
from missionplanner.store.store import Store
from missionplanner.store.upkeep import mission_copies
from missionplanner.store.upkeep.mission_copies import MissionCopy
from missionplanner.writing import followed, replacing

SHORTEST = 8
"""Characters a password has at least."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """A file of a mission that does not have its password."""

    path: Path
    reason: str
    """Why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Protected:
    """The copies of a mission after its password was changed."""

    changed: int
    """How many have the new password."""
    left: tuple[Remaining, ...]
    """Those that could not be changed."""
    elsewhere: tuple[Remaining, ...] = ()
    """Files of the mission that were worked on at this computer, each with a password of its own or none."""


def problem_of(password: str) -> str:
    """Return the problem of a new password in a sentence, empty when there is none."""
    if len(password) < SHORTEST:
        return _("A password has at least {n} characters.").format(n=SHORTEST)
    if not password.isprintable():
        return _("A password has only letters, digits, signs and blanks.")
    return ""


def has_password(path: Path) -> bool:
    """Return whether a mission file has a password. Raises UserError where there is no such file."""
    return opening.is_protected(followed(path))


def set_password(path: Path, old: str, new: str, taken: Iterable[Path] = ()) -> Protected:
    """Encrypt a closed mission file and its copies with a new password; an empty one leaves them unprotected.

    taken: copies somebody made of it, which keep the password they have and are named.
    Each file is written anew, checked, and only then takes the place of the one before. Raises UserError when the old
    password is wrong, somebody has the file open, or it cannot be written; the file is then as before.
    """
    if new and (problem := problem_of(new)):
        raise UserError(problem, _("Choose a longer one, such as four words."))
    path = followed(path)
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
    found = mission_copies.find(path, uid, (old, new))
    left = [one for copy in found if (one := _given(copy, new))]
    others = [_keeping(copy) for copy in mission_copies.elsewhere(path, uid, (old, new), taken)]
    return Protected(len(found) - len(left), (*left, *_unfinished()), tuple(others))


def cover(store: Store) -> tuple[Remaining, ...]:
    """Encrypt copies of a protected mission that lie in the open: the program was killed before it came to them.

    Returns those that cannot be encrypted.
    """
    if not store.password or store.read_only:
        return ()
    found = mission_copies.find(store.path, store.mission.uid)
    return tuple(one for copy in found if copy.is_plain and (one := _given(copy, store.password)))


def _given(copy: MissionCopy, new: str) -> Remaining | None:
    """Give a copy the new password; return it with the reason where that cannot be."""
    if copy.password is None:
        text = _("It is damaged, and can be read without a password. Delete it where you do not need it.")
        return Remaining(copy.path, text if copy.is_plain else _("It does not open with these passwords."))
    if copy.password != new:
        try:
            _rewrite(copy.path, copy.password, new)
        except UserError as error:
            return Remaining(copy.path, str(error))
    return None


def _keeping(copy: MissionCopy) -> Remaining:
    """Return a file of the mission that is no copy of the program's, with what is known of its password."""
    if copy.is_plain:
        return Remaining(copy.path, _("It is a file of its own, and has no password: open it to give it one."))
    return Remaining(copy.path, _("It is a file of its own, and keeps the password it has."))


def _unfinished() -> Iterator[Remaining]:
    """Delete what killed programs left half written; yield what cannot be deleted."""
    for path in unfinished.sweep():
        yield Remaining(path, _("It was left by a program that was killed, and cannot be deleted just now."))


def _rewrite(path: Path, old: str, new: str) -> None:
    """Write a file anew with another password; raises UserError when that cannot be."""
    try:
        old = "" if engine.looks_plain(path) else old
        with replacing(path, engine.JOURNALS) as partial:
            engine.export(path, old, partial, new)
    except engine.kinds("OperationalError", OSError) as error:
        raise opening.cannot_write(path, error) from error
    except engine.kinds("DatabaseError") as error:
        raise opening.wrong_password(path) from error
