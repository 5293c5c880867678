"""Who signed in: at an event, for their pack, or into a vehicle."""

import re
import zlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.i18n import N_, _


class SignInKind(StrEnum):
    """The occasions to sign in for."""

    EVENT = "event"
    PACK = "pack"
    BOARDING = "boarding"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(SIGN_IN_KIND_LABELS[self])


SIGN_IN_KIND_LABELS = {
    SignInKind.EVENT: N_("Arrived at the event"),
    SignInKind.PACK: N_("Pack picked up"),
    SignInKind.BOARDING: N_("Boarded"),
}


class SignInHow(StrEnum):
    """How it became known."""

    CODE = "code"
    NAME = "name"
    PAPER = "paper"

    @property
    def label(self) -> str:
        """The way in the language of the screen."""
        return _(SIGN_IN_HOW_LABELS[self])


SIGN_IN_HOW_LABELS = {
    SignInHow.CODE: N_("Code of the badge"),
    SignInHow.NAME: N_("Name typed"),
    SignInHow.PAPER: N_("Ticked on paper"),
}


_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def sheet_number(key: int, uid: str) -> str:
    """Return the number of somebody on sign-in sheets: their key, and a letter by which a slip of typing is noticed."""
    letter = _LETTERS[zlib.crc32(uid.encode()) % len(_LETTERS)]
    return f"{key}{letter}"


def typed_numbers(text: str) -> list[str]:
    """Return the numbers of sheets that are typed with blanks or commas between them; none where it is another text."""
    parts = [part for part in re.split(r"[\s,;]+", text.strip().upper()) if part]
    return parts if parts and all(re.fullmatch(r"\d{1,7}[A-Z]", part) for part in parts) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One person signed in."""

    id: int = 0
    uid: str = ""
    person_id: int
    kind: SignInKind = SignInKind.EVENT
    event_id: int | None = None
    """The event or transfer; None for packs."""
    at: datetime
    how: SignInHow = SignInHow.CODE
