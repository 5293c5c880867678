"""Who signed in: at an event, for their pack, or into a vehicle."""

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
