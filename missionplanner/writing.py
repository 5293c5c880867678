"""The one way files are written: whole or not at all, under a name nobody can guess until they take their place."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.unfinished import JOURNALS, noted, temporary_name


def followed(path: Path) -> Path:
    """Return the file a name means: a link is followed, so that the link stays and its file is read or replaced.

    Raises UserError for a link that leads nowhere, or in a circle.
    """
    if not _is_link(path):
        return path
    try:
        return path.resolve(strict=True)
    except FileNotFoundError as error:
        text = _("{name} is a link that leads nowhere.").format(name=path.name)
        raise UserError(text, _("Delete the link, or bring the file it means back.")) from error
    except (OSError, RuntimeError) as error:  # Python 3.11 raises RuntimeError for a circle
        text = _("{name} is a link that cannot be followed.").format(name=path.name)
        raise UserError(
            text, _("It leads in a circle, or through a folder you may not open: delete the link.")
        ) from error


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # a drive that does not answer, a name too long: whoever reads or writes there says so
        return False


@contextmanager
def replacing(target: Path, beside: Iterable[str] = ()) -> Iterator[Path]:
    """Yield the path of an empty file beside the target; once written it takes the target's place.

    beside: endings of files that belong to the present target and go with it. All stay as they were when the block
    raises; a link stays one. Raises OSError when the file cannot be made or put in place, UserError when the target is
    a link that leads nowhere.
    """
    target = followed(target)
    # A name nobody can have put a link at. It is not made by tempfile, whose files nobody else may read: packs and
    # exports have the rights of any new file.
    partial = target.with_name(temporary_name())
    with noted(partial):
        try:
            partial.open("xb").close()
            yield partial
            _store(partial)
            with _taken_away(target.with_name(f"{target.name}{ending}") for ending in beside):
                partial.replace(target)
            _store_folder(target.parent)
        finally:
            discard(partial)


def put_in_place(made: Path, target: Path) -> Path:
    """Have a file that was written whole elsewhere take the target's place, and return that.

    Raises OSError when it cannot, UserError when the target is a link that leads nowhere.
    """
    real = followed(target)
    try:
        _store(made)
        made.replace(real)
        _store_folder(real.parent)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with replacing(real) as partial:  # a link led to another disk
            shutil.copyfile(made, partial)
    return target


def replace_file(target: Path, content: bytes) -> None:
    """Put a file with this content in the place of the target. Raises UserError when it cannot be written."""
    try:
        with replacing(target) as partial:
            partial.write_bytes(content)
    except OSError as error:
        raise UserError(
            _("{name} cannot be written ({reason}).").format(name=target.name, reason=error.strerror or error),
            _("Check that the folder exists and that the file is not open in another program."),
        ) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those it lies in, where it is missing. Raises UserError when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The folder {name} cannot be made ({reason}).").format(name=folder, reason=error.strerror)
        raise UserError(text, _("Choose another folder.")) from error


def discard(path: Path) -> None:
    """Delete a file that was made by half, with the journals SQLite may have left beside it, as far as can be."""
    for ending in ("", *JOURNALS):
        with suppress(OSError):
            path.with_name(f"{path.name}{ending}").unlink()


@contextmanager
def _taken_away(files: Iterable[Path]) -> Iterator[None]:
    """Take files away for good; when the block raises they are back in their places. Raises OSError."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path in files:
            if path.exists():
                moved.append((path, path.rename(path.with_name(temporary_name()))))
        yield
    except BaseException:
        for path, away in moved:
            with suppress(OSError):
                away.replace(path)
        raise
    for _path, away in moved:
        discard(away)


@contextmanager
def all_or_none(folder: Path) -> Iterator[list[Path]]:
    """Make a folder for several files and yield the list of them, to which the caller adds each before writing it.

    When the block raises, those files are deleted again, and the folder too where it is new. Raises UserError when the
    folder cannot be made.
    """
    made: list[Path] = []
    was_there = folder.exists()
    try:
        make_folder(folder)
        yield made
    except BaseException:
        for one in made:
            with suppress(OSError):
                one.unlink()
        with suppress(OSError):
            if not was_there:
                folder.rmdir()
        raise


def _store(path: Path) -> None:
    """Have the system bring the content of a file to the disk: after a power cut its new name has all of it."""
    with path.open("r+b") as file:  # Windows stores only what is open for writing
        os.fsync(file.fileno())


def _store_folder(folder: Path) -> None:
    """Have the system bring the names of a folder to the disk, where it and the file system can do that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
