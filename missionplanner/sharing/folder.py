"""A folder that an office shares, as a carrier: OneDrive, a network drive, a stick that is carried to the embassy.

Each computer writes files of its own alone, whole and under their last name at once, and changes none afterwards. Every
other name is ignored: what the system or a synchronising program leaves there means nothing.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.sharing.carrier import BaseName, ParcelName, Presence
from missionplanner.sharing.hints import Hints
from missionplanner.writing import replacing

_UID = re.compile(r"[0-9a-f-]{8,64}")
_PARCEL = re.compile(r"(\d{8})\.steps")
_BASE = re.compile(r"([0-9a-f-]{8,64})-(\d{8})\.about")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PRESENT = re.compile(r"([0-9a-f-]{8,64})\.here")
_MOST = 512_000_000
"""Bytes a file of the folder may have."""


class FolderCarrier:
    """The part of a shared folder that belongs to one mission."""

    def __init__(self, folder: Path, mission_uid: str) -> None:
        self.folder = folder
        self._own = folder / "missionplanner" / mission_uid

    @property
    def place(self) -> str:
        """The path of the folder."""
        return str(self.folder)

    @property
    def may_write(self) -> bool:
        """Whether this computer may do more than read."""
        return os.access(self.folder, os.W_OK) or not self.folder.is_dir()

    def close(self) -> None:
        """Let go of nothing: files are opened one by one."""

    def bring_up(self) -> None:
        """Do nothing: programs of every age put the same files there."""

    def listen(self) -> Hints | None:
        """Return nothing: a folder says nothing by itself."""
        return None

    def parcels(self) -> list[ParcelName]:
        """Return the parcels that are there, in order."""
        found = []
        for writer in self._names(self._own / "steps", _UID):
            for name in self._names(self._own / "steps" / writer[0], _PARCEL):
                found.append(ParcelName(writer[0], int(name[1])))
        return sorted(found)

    def read_parcel(self, name: ParcelName) -> bytes:
        """Return a parcel; empty where it is not there (any more)."""
        return self._read(self._parcel(name))

    def put_parcel(self, name: ParcelName, content: bytes) -> None:
        """Put a parcel there, whole or not at all."""
        self._write(self._parcel(name), content)

    def drop_parcel(self, name: ParcelName) -> None:
        """Take a parcel away."""
        self._drop(self._parcel(name))

    def bases(self) -> list[BaseName]:
        """Return the whole missions that are there, in order."""
        return sorted(BaseName(name[1], int(name[2])) for name in self._names(self._own / "base", _BASE))

    def read_about(self, name: BaseName) -> bytes:
        """Return what is said of a whole mission."""
        return self._read(self._base(name, "about"))

    def fetch_base(self, name: BaseName, target: Path) -> None:
        """Copy a whole mission to a new file."""
        with self._reaching():
            shutil.copyfile(self._base(name, "mission"), target)

    def put_base(self, name: BaseName, source: Path, about: bytes) -> None:
        """Put a whole mission there, and what is said of it, without which nobody looks at it."""
        target = self._base(name, "mission")
        with self._reaching():
            target.parent.mkdir(parents=True, exist_ok=True)
            with replacing(target) as partial:
                shutil.copyfile(source, partial)
        self._write(self._base(name, "about"), about)

    def drop_base(self, name: BaseName) -> None:
        """Take a whole mission away."""
        self._drop(self._base(name, "about"))
        self._drop(self._base(name, "mission"))

    def has_content(self, digest: str) -> bool:
        """Return whether an attached file is there."""
        return self._content(digest).is_file()

    def read_content(self, digest: str) -> bytes:
        """Return an attached file; empty where it is not there."""
        return self._read(self._content(digest))

    def put_content(self, digest: str, content: bytes) -> None:
        """Put an attached file there."""
        self._write(self._content(digest), content)

    def drop_content(self, digest: str) -> None:
        """Take an attached file away."""
        self._drop(self._content(digest))

    def contents(self) -> list[str]:
        """Return the digests of the attached files that are there."""
        return sorted(name[0] for name in self._names(self._own / "contents", _DIGEST))

    def present(self) -> list[Presence]:
        """Return the computers that share the mission."""
        found = []
        for name in self._names(self._own / "present", _PRESENT):
            path = self._own / "present" / name[0]
            with suppress(OSError):
                at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                found.append(Presence(name[1], at, self._read(path)))
        return sorted(found, key=lambda one: one.writer)

    def say_present(self, presence: Presence) -> None:
        """Say that this computer shares the mission; a later word of it takes the place of this one."""
        self._write(self._own / "present" / f"{presence.writer}.here", presence.content)

    def leave(self, writer: str) -> None:
        """Take away the word that a computer shares the mission."""
        self._drop(self._own / "present" / f"{writer}.here")

    def _parcel(self, name: ParcelName) -> Path:
        return self._own / "steps" / name.writer / f"{name.number:08}.steps"

    def _base(self, name: BaseName, ending: str) -> Path:
        return self._own / "base" / f"{name.writer}-{name.number:08}.{ending}"

    def _content(self, digest: str) -> Path:
        return self._own / "contents" / digest

    def _names(self, folder: Path, wanted: re.Pattern[str]) -> list[re.Match[str]]:
        """Return the names in a folder that this program gives, in order; none where it is missing."""
        with self._reaching():
            if not self.folder.is_dir():
                raise FileNotFoundError(2, _("it is not there"))
            if not folder.is_dir():
                return []
            found = (wanted.fullmatch(path.name) for path in sorted(folder.iterdir()))
            return [one for one in found if one]

    def _read(self, path: Path) -> bytes:
        with self._reaching():
            try:
                return path.read_bytes() if path.stat().st_size <= _MOST else b""
            except FileNotFoundError:
                return b""

    def _write(self, path: Path, content: bytes) -> None:
        with self._reaching():
            if not self.folder.is_dir():
                raise FileNotFoundError(2, _("it is not there"))
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path) as partial:
                partial.write_bytes(content)

    def _drop(self, path: Path) -> None:
        with self._reaching():
            path.unlink(missing_ok=True)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Raise UserError where the folder cannot be reached."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            text = _("The shared folder {name} cannot be reached ({reason}).").format(name=self.folder, reason=reason)
            hint = _("Go on working: what you change is kept in your file, and is sent when it is there again.")
            raise UserError(text, hint) from error
