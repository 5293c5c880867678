"""Companies of both sides, their delegates, and what they offer and seek."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from missionplanner.domain import own_values
from missionplanner.domain.exposure import TariffStatus
from missionplanner.domain.intents import with_intents
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.own_values import APART, Values
from missionplanner.i18n import N_, _, current
from missionplanner.messages import Named


class Side(StrEnum):
    """The companies that travel, and those they meet."""

    DELEGATION = "delegation"
    COUNTERPART = "counterpart"

    @property
    def other(self) -> "Side":
        """The side across the table."""
        return Side.COUNTERPART if self is Side.DELEGATION else Side.DELEGATION

    @property
    def label(self) -> str:
        """The side in the language of the screen."""
        return _(SIDE_LABELS[self])


SIDE_LABELS = {Side.DELEGATION: N_("Delegation"), Side.COUNTERPART: N_("Counterpart")}


def number_on_each_side(numbers: Mapping[Side, int]) -> str:
    """Return how many of something are on each side: Delegation 245, Counterpart 220."""
    return ", ".join(f"{side.label} {current().number(numbers[side])}" for side in Side if numbers.get(side))


class OfferingKind(StrEnum):
    """Whether a company brings or wants something."""

    OFFERS = "offers"
    SEEKS = "seeks"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(OFFERING_LABELS[self])


OFFERING_LABELS = {OfferingKind.OFFERS: N_("Offers"), OfferingKind.SEEKS: N_("Seeks")}


class AttendeesBy(StrEnum):
    """How the people of a company share its meetings among them."""

    ALL = ""
    LANGUAGE = "language"
    SECTOR = "sector"
    TURN = "turn"

    @property
    def label(self) -> str:
        """The rule in the language of the screen."""
        return _(ATTENDEES_LABELS[self])


ATTENDEES_LABELS = {
    AttendeesBy.ALL: N_("Everybody"),
    AttendeesBy.LANGUAGE: N_("By language"),
    AttendeesBy.SECTOR: N_("By sector"),
    AttendeesBy.TURN: N_("In turn"),
}


def shared_out(rule: AttendeesBy, most: int | None) -> str:
    """Return how meetings are shared out, in words: "In turn, 2"; empty where everybody attends all of them."""
    if rule is AttendeesBy.ALL and most is None:
        return ""
    return rule.label if most is None else f"{rule.label}, {most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """An organisation of either side."""

    id: int = 0
    uid: str = ""
    side: Side
    name: str
    operating_name: str = ""
    """The name it trades under, where that is another."""
    registration_number: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    """A province or state, in English."""
    postal_code: str = ""
    country: str = ""
    """Its name in English."""
    website: str = ""
    phone: str = ""
    employees: int | None = None
    """The number of full-time employees."""
    year_founded: int | None = None
    description: str = ""
    """In its own words; the following three are translations."""
    description_en: str = ""
    description_fr: str = ""
    description_es: str = ""
    offers_en: str = ""
    """Its offers in English, separated by semicolons; the others likewise. `Offering` has them in its own words."""
    offers_fr: str = ""
    offers_es: str = ""
    seeks_en: str = ""
    seeks_fr: str = ""
    seeks_es: str = ""
    objectives: str = ""
    wishes: str = ""
    """The companies it hopes to meet, one a line."""
    language: str = ""
    """The code of the language it is written to in."""
    consent: bool | None = None
    """Whether it agreed that its data are shared; None where it did not answer."""
    consent_on: date | None = None
    notes: str = ""
    kind_id: int | None = None
    """The kind of organisation; None where nobody said: a company."""
    meets: bool | None = None
    """Whether it wants B2B meetings; None for what is usual for its kind."""
    attendees_by: AttendeesBy = AttendeesBy.ALL
    """Which of its people attend which meeting, where nobody was chosen by hand."""
    attendees_most: int | None = None
    """How many of them attend a meeting at most, in turn; None for all, and for one where they attend in turn."""
    meets_at: MeetsAt = MeetsAt.UNSAID
    """Where its meetings are held: of a counterpart at its own office, of a delegation at those of its hosts."""
    zone: str = ""
    """The zone of the city its office lies in."""
    coordinates: str = ""
    """Latitude and longitude of its office, as maps give them."""
    directions: str = ""
    """How to get to its office, as packs print it."""
    time_zone: str = ""
    """The clocks it lives by, where its city and country do not say; an IANA time zone."""
    intents: str = ""
    """The intents it has, as it writes them: "sell; third markets (Chile)"."""
    tariff: TariffStatus = TariffStatus.UNKNOWN
    """Whether what it exports complies with the trade agreement, so that no tariff is due."""
    own: Values = field(default_factory=own_values.none, hash=False, metadata=APART)
    """Values of own fields by their names, where they were read along."""

    @property
    def named(self) -> Named:
        """The company as a message names it: by its name of now, found again by its uid."""
        return Named("companies", self.uid, self.name)


TRANSLATIONS = tuple(f"{text}_{code}" for text in ("description", "offers", "seeks") for code in ("en", "fr", "es"))
"""The fields of a company that translate what it says in its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySector:
    """A company works in a sector or subsector."""

    id: int = 0
    uid: str = ""
    company_id: int
    sector_id: int
    position: int = 0
    """0 for its main one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyStop:
    """A company goes to a stop."""

    id: int = 0
    uid: str = ""
    company_id: int
    stop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """A product, service or partner that a company offers or seeks."""

    id: int = 0
    uid: str = ""
    company_id: int
    kind: OfferingKind
    text: str
    position: int = 0
    intents: str = ""
    """The intents the company has with it: "second source"."""

    @property
    def entry(self) -> str:
        """It with its intents behind it, as it is typed."""
        return with_intents(self.text, self.intents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A country a company exports to."""

    id: int = 0
    uid: str = ""
    company_id: int = 0
    country: str
    share: str = ""
    """As the company writes it ("40 %", "CAD 2 million")."""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BoughtInput:
    """A thing a company buys for what it makes, and the country it buys it in."""

    id: int = 0
    uid: str = ""
    company_id: int = 0
    what: str
    country: str = ""
    share: str = ""
    """The part of it bought there, as the company writes it ("70 %", "USD 2 million")."""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A company or person that the company works with in the host country already."""

    id: int = 0
    uid: str = ""
    company_id: int = 0
    name: str
    relationship: str = ""
    """As the company writes it ("distributor", "subsidiary")."""
    place: str = ""
    """The city, or wherever it says the partner is."""
    position: int = 0
    """Its place in the list the company gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another spelling of a company's name, which somebody recognised."""

    id: int = 0
    uid: str = ""
    company_id: int
    name: str
    merged_id: int | None = None
    """The key of a company that was merged into this one: the journals know its letters by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinction:
    """Two companies that look alike and that somebody found to be different."""

    id: int = 0
    uid: str = ""
    company_id: int
    other_id: int


class AttachmentKind(StrEnum):
    """The use of a kept file."""

    LOGO = "logo"
    FILE = "file"

    @property
    def label(self) -> str:
        """The use in the language of the screen."""
        return _(ATTACHMENT_LABELS[self])


ATTACHMENT_LABELS = {AttachmentKind.LOGO: N_("Logo"), AttachmentKind.FILE: N_("File")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with a company."""

    id: int = 0
    uid: str = ""
    company_id: int
    kind: AttachmentKind = AttachmentKind.FILE
    name: str
    media: str = ""
    """Its media type, such as "image/png"."""
    size: int = 0
    """In bytes."""
    digest: str = ""
    """The SHA-256 digest of its content, by which the content is stored."""
