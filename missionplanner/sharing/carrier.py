"""All a carrier does: it keeps what was put there, and lists it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from missionplanner.sharing.hints import Hints


@dataclass(frozen=True, slots=True, order=True)
class ParcelName:
    """The name of a parcel: who wrote it, and the how manieth of theirs it is."""

    writer: str
    number: int


@dataclass(frozen=True, slots=True, order=True)
class BaseName:
    """The name of a whole mission that later parcels go on from: who put it there, and their how manieth it is."""

    writer: str
    number: int


@dataclass(frozen=True, slots=True)
class Presence:
    """A computer that shares the mission, as it last said itself."""

    writer: str
    at: datetime
    content: bytes


class Carrier(Protocol):
    """A place that several computers reach, now and then; every method raises UserError while it cannot be reached."""

    @property
    def place(self) -> str:
        """Where it is, as organisers know it."""

    @property
    def may_write(self) -> bool:
        """Whether this computer may do more than read."""

    def close(self) -> None:
        """Let go of what was opened to reach it."""

    def bring_up(self) -> None:
        """Bring what an older program made there to what this one makes, where that is up to this computer."""

    def listen(self) -> Hints | None:
        """Return a line on which it says that something came; None where it cannot."""

    def parcels(self) -> list[ParcelName]:
        """Return the parcels that are there, in order."""

    def read_parcel(self, name: ParcelName) -> bytes:
        """Return a parcel; empty where it is not there (any more)."""

    def put_parcel(self, name: ParcelName, content: bytes) -> None:
        """Put a parcel there, whole or not at all."""

    def drop_parcel(self, name: ParcelName) -> None:
        """Take a parcel away."""

    def bases(self) -> list[BaseName]:
        """Return the whole missions that are there, in order."""

    def read_about(self, name: BaseName) -> bytes:
        """Return what is said of a whole mission."""

    def fetch_base(self, name: BaseName, target: Path) -> None:
        """Copy a whole mission to a new file."""

    def put_base(self, name: BaseName, source: Path, about: bytes) -> None:
        """Put a whole mission there, and what is said of it."""

    def drop_base(self, name: BaseName) -> None:
        """Take a whole mission away."""

    def has_content(self, digest: str) -> bool:
        """Return whether an attached file is there."""

    def read_content(self, digest: str) -> bytes:
        """Return an attached file; empty where it is not there."""

    def put_content(self, digest: str, content: bytes) -> None:
        """Put an attached file there."""

    def drop_content(self, digest: str) -> None:
        """Take an attached file away."""

    def contents(self) -> list[str]:
        """Return the digests of the attached files that are there."""

    def present(self) -> list[Presence]:
        """Return the computers that share the mission."""

    def say_present(self, presence: Presence) -> None:
        """Say that this computer shares the mission; a later word of it takes the place of this one."""

    def leave(self, writer: str) -> None:
        """Take away the word that a computer shares the mission."""
