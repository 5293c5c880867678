"""Companies of both sides, their delegates, and what they offer and seek."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.i18n import N_


class Side(StrEnum):
    """Who travels and who is met."""

    DELEGATION = "delegation"
    COUNTERPART = "counterpart"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return Side.COUNTERPART if self is Side.DELEGATION else Side.DELEGATION


SIDE_LABELS = {Side.DELEGATION: N_("Delegation"), Side.COUNTERPART: N_("Counterpart")}


class OfferingKind(StrEnum):
    """What a company brings, and what it wants."""

    OFFERS = "offers"
    SEEKS = "seeks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An organisation. `country` and `region` hold names in English; `employees` counts full-time ones.

    `description` is in the company's own words, the other three are its translations; `wishes` names the companies
    it hopes to meet, one a line.
    """

    id: int = 0
    uid: str = ""
    side: Side
    name: str
    operating_name: str = ""
    registration_number: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    website: str = ""
    phone: str = ""
    employees: int | None = None
    year_founded: int | None = None
    description: str = ""
    description_en: str = ""
    description_fr: str = ""
    description_es: str = ""
    objectives: str = ""
    wishes: str = ""
    language: str = ""
    consent: bool | None = None
    consent_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySector:
    """A company works in a sector or subsector; position 0 is its main one."""

    id: int = 0
    company_id: int
    sector_id: int
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyStop:
    """A company is at a stop."""

    id: int = 0
    company_id: int
    stop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A thing a company offers or seeks."""

    id: int = 0
    company_id: int
    kind: OfferingKind
    text: str
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A country a company exports to; `share` is as the company says it ("40 %", "CAD 2 million")."""

    id: int = 0
    company_id: int = 0
    country: str
    share: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Somebody the company already works with in the host country."""

    id: int = 0
    company_id: int = 0
    name: str
    relationship: str = ""
    place: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another spelling of a company's name that somebody said is the same company.

    merged_id is the key a company had that was made one with this, so that its letters are still known.
    """

    id: int = 0
    company_id: int
    name: str
    merged_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """Two companies that look alike and were said to be different."""

    id: int = 0
    company_id: int
    other_id: int


class AttachmentKind(StrEnum):
    """What a kept file is for."""

    LOGO = "logo"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a company. `digest` (SHA-256) leads to its content; `size` is in bytes."""

    id: int = 0
    uid: str = ""
    company_id: int
    kind: AttachmentKind = AttachmentKind.FILE
    name: str
    media: str = ""
    size: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """A person of a company. Languages are codes separated by commas; phones are E.164, extension after "x".

    precedence: the place in the order of protocol, 1 first, for those who have one. consent: whether the person agreed
    that their data are used, for what `purpose` says.
    """

    id: int = 0
    uid: str = ""
    company_id: int
    title: str = ""
    given_name: str = ""
    family_name: str = ""
    second_family_name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    mobile: str = ""
    languages: str = ""
    dietary: str = ""
    access_needs: str = ""
    badge_name: str = ""
    emergency_contact: str = ""
    biography: str = ""
    precedence: int | None = None
    passport: str = ""
    consent: bool | None = None
    purpose: str = ""

    @property
    def full_name(self) -> str:
        """Given name and family names, as read aloud."""
        return " ".join(p for p in (self.given_name, self.family_name, self.second_family_name) if p)

    @property
    def formal_name(self) -> str:
        """The full name after its courtesy title."""
        return f"{self.title} {self.full_name}".strip()
