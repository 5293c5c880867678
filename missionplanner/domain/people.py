"""People and what they are there for: their roles, the organisations they belong to, the kinds of organisations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from missionplanner.i18n import current


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled:
    id: int = 0
    uid: str = ""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    """Other words for it in forms, separated by semicolons."""
    meets: bool = True
    """Whether those of it attend B2B meetings, where they say nothing themselves."""
    position: int = 0

    def name(self, language: str) -> str:
        """The name in `language`, in English where it has no other."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language) or self.name_en

    @property
    def label(self) -> str:
        """The name in the language of the screen."""
        return self.name(current().language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(_Titled):
    """The reason somebody is there: delegate, minister, press, driver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationKind(_Titled):
    """A kind of organisation: company, association, government."""


Titled = TypeVar("Titled", Role, OrganisationKind)


def in_order(titled: Iterable[Titled]) -> list[Titled]:
    """Return roles or kinds in the order of the list an organiser made."""
    return sorted(titled, key=lambda one: (one.position, one.uid))


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person represents another organisation besides their main one."""

    id: int = 0
    uid: str = ""
    person_id: int
    company_id: int
    role_id: int | None = None
    position: str = ""
    """Their post there."""
