"""People and what they are there for: their roles, the organisations they belong to, the kinds of organisations."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypedDict, TypeVar

from missionplanner.domain import own_values
from missionplanner.domain.companies import Side
from missionplanner.domain.own_values import APART, Values
from missionplanner.domain.translated_names import TranslatedName
from missionplanner.i18n import N_, _, current


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titled(TranslatedName):
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

    @property
    def label(self) -> str:
        """The name in the language of the screen."""
        return self.name(current().language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(_Titled):
    """The reason somebody is there: delegate, minister, press, driver."""

    interprets: bool = False
    """Whether those of it are booked to interpret at meetings."""


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
    """Their post there in the organisation’s own words; the following three are translations."""
    position_en: str = ""
    position_fr: str = ""
    position_es: str = ""


POST = ("position", "position_en", "position_fr", "position_es")
"""The fields of a post: in the organisation’s own words, and its translations."""


class Post(TypedDict, total=False):
    """The wordings of a post by field."""

    position: str
    position_en: str
    position_fr: str
    position_es: str


def post_of(holder: "Person | Membership") -> Post:
    """Return the post of a person or membership in all its wordings."""
    return Post(
        position=holder.position,
        position_en=holder.position_en,
        position_fr=holder.position_fr,
        position_es=holder.position_es,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSector:
    """A person looks after a sector at the meetings of their organisations."""

    id: int = 0
    uid: str = ""
    person_id: int
    sector_id: int


def protocol_place(people: Iterable["Person"]) -> tuple[bool, int]:
    """Return what people are sorted by in the order of protocol, several by the first of them; without a place last."""
    first = min((one.precedence for one in people if one.precedence is not None), default=None)
    return first is None, first or 0


def by_precedence(people: Iterable["Person"]) -> list["Person"]:
    """Return people in the order of protocol, those without a place in it behind, as they were."""
    return sorted(people, key=lambda one: protocol_place((one,)))


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody of a company whose main organisation is another."""

    person: "Person"
    membership: Membership

    @property
    def here(self) -> "Person":
        """The person with their post in this company."""
        return replace(self.person, **post_of(self.membership))

    def edited(self, here: "Person") -> "Representative":
        """Return both as they become when the person of this company is edited."""
        person = replace(here, **post_of(self.person))
        return Representative(person, replace(self.membership, **post_of(here)))


class Gender(StrEnum):
    """How somebody wants to be addressed, as they said; it is never guessed from a name."""

    UNKNOWN = ""
    FEMALE = "f"
    MALE = "m"
    OTHER = "x"

    @property
    def label(self) -> str:
        """The gender in the language of the screen."""
        return _(GENDER_LABELS[self])


GENDER_LABELS = {
    Gender.UNKNOWN: N_("Not said"),
    Gender.FEMALE: N_("Female"),
    Gender.MALE: N_("Male"),
    Gender.OTHER: N_("Another"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who takes part."""

    id: int = 0
    uid: str = ""
    company_id: int | None = None
    """Their main organisation, if they have any; others are memberships."""
    role_id: int | None = None
    """Their role; None where nobody said: a delegate."""
    side: Side = Side.DELEGATION
    """The side of somebody without an organisation; others are of the side of their main one."""
    title: str = ""
    gender: Gender = Gender.UNKNOWN
    given_name: str = ""
    family_name: str = ""
    second_family_name: str = ""
    position: str = ""
    """Their post in their organisation’s own words; the following three are translations."""
    position_en: str = ""
    position_fr: str = ""
    position_es: str = ""
    email: str = ""
    phone: str = ""
    """In the E.164 format, an extension after "x"."""
    mobile: str = ""
    """In the E.164 format."""
    languages: str = ""
    """Codes separated by commas."""
    dietary: str = ""
    access_needs: str = ""
    badge_name: str = ""
    emergency_contact: str = ""
    biography: str = ""
    precedence: int | None = None
    """The place in the order of protocol, 1 first, of those who have one."""
    passport: str = ""
    consent: bool | None = None
    """Whether the person agreed that their data are used for the purpose."""
    purpose: str = ""
    meets: bool | None = None
    """Whether they attend B2B meetings; None for what is usual for their role."""

    family_first: bool = False
    """Whether they write their family name first, as in Chinese or Hungarian."""
    own: Values = field(default_factory=own_values.none, hash=False, metadata=APART)
    """Values of own fields by their names, where they were read along."""

    @property
    def full_name(self) -> str:
        """Given name and family names in the order the person writes them."""
        families = (self.family_name, self.second_family_name)
        parts = (*families, self.given_name) if self.family_first else (self.given_name, *families)
        return " ".join(filter(None, parts))

    def short_name(self, language: str = "") -> str:
        """Family names with the initials of given ones: "J.-P. Roy"; whole in scripts that have no capitals.

        language: that of the reader. In French "M. Roy" is a man of that name, so that Marie Roy is named whole.
        """
        families = " ".join(filter(None, (self.family_name, self.second_family_name)))
        words = self.given_name.split()
        # María de los Ángeles is M. Á.
        words = [word for word in words if word[0] != word[0].lower()] or words
        given = [[part[0] for part in word.split("-") if part] for word in words]
        if not families or any(letter.upper() == letter.lower() for word in given for letter in word):
            return self.full_name
        initials = " ".join("-".join(f"{letter}." for letter in word) for word in given)
        if language == "fr" and f"{initials} ".startswith("M. "):
            return self.full_name
        # An initial does not end a line.
        return "\u00a0".join(filter(None, (families, initials) if self.family_first else (initials, families)))
