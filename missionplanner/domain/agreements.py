"""Agreements: who signs what with whom, in which order, and when it may be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from missionplanner.domain.translated_names import text_in
from missionplanner.i18n import N_, _
from missionplanner.messages import InLanguages


class AgreementKind(StrEnum):
    """The kind of an agreement."""

    MEMORANDUM = "memorandum"
    CONTRACT = "contract"
    PARTNERSHIP = "partnership"
    GOVERNMENT = "government"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(AGREEMENT_KIND_LABELS[self])


AGREEMENT_KIND_LABELS = {
    AgreementKind.MEMORANDUM: N_("Memorandum of understanding"),
    AgreementKind.CONTRACT: N_("Contract"),
    AgreementKind.PARTNERSHIP: N_("Partnership"),
    AgreementKind.GOVERNMENT: N_("Between governments"),
}


class AgreementStatus(StrEnum):
    """How far an agreement is."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    SIGNED = "signed"
    ANNOUNCED = "announced"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The status in the language of the screen."""
        return _(AGREEMENT_STATUS_LABELS[self])

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to be signed."""
        return self in (AgreementStatus.DRAFT, AgreementStatus.REVIEW, AgreementStatus.READY)


AGREEMENT_STATUS_LABELS = {
    AgreementStatus.DRAFT: N_("Draft"),
    AgreementStatus.REVIEW: N_("Legal review"),
    AgreementStatus.READY: N_("Ready to be signed"),
    AgreementStatus.SIGNED: N_("Signed"),
    AgreementStatus.ANNOUNCED: N_("Announced"),
    AgreementStatus.ENDED: N_("Ended"),
}


class SigningPart(StrEnum):
    """The part of somebody in the signing of an agreement."""

    SIGNS = "signs"
    WITNESS = "witness"

    @property
    def label(self) -> str:
        """The part in the language of the screen."""
        return _(SIGNING_PART_LABELS[self])


SIGNING_PART_LABELS = {SigningPart.SIGNS: N_("Signs"), SigningPart.WITNESS: N_("Witness")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A paper that two or more parties sign."""

    id: int = 0
    uid: str = ""
    kind: AgreementKind = AgreementKind.MEMORANDUM
    title_en: str = ""
    title_fr: str = ""
    title_es: str = ""
    status: AgreementStatus = AgreementStatus.DRAFT
    signed_on: date | None = None
    event_id: int | None = None
    """The event at which it is signed."""
    position: int = 0
    """Its place in the order of that event."""
    announced_value: float | None = None
    """The value that is announced."""
    actual_value: float | None = None
    """The value it really has."""
    currency: str = ""
    embargo: datetime | None = None
    """Until then the press is not told."""
    notes: str = ""

    def title(self, language: str) -> str:
        """Return its title in a language, else in the first it has one in."""
        return text_in(language, self.title_en, self.title_fr, self.title_es)[0]

    @property
    def named(self) -> InLanguages:
        """The agreement as a message names it: in the language of the reader."""
        return InLanguages({"en": self.title_en, "fr": self.title_fr, "es": self.title_es})

    def may_be_told(self, at: datetime) -> bool:
        """Whether the press may be told of it at a time."""
        return self.embargo is None or self.embargo <= at


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementParty:
    """A party of an agreement: a company of the mission, or anybody else by name, such as a government."""

    id: int = 0
    uid: str = ""
    agreement_id: int
    company_id: int | None = None
    name: str = ""
    """Where it is no company of the mission; the name it had where that is gone."""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who signs an agreement, or witnesses that."""

    id: int = 0
    uid: str = ""
    agreement_id: int
    party_id: int | None = None
    """The party they sign for; None for a witness of nobody."""
    person_id: int | None = None
    name: str = ""
    """Where they are nobody of the mission."""
    post: str = ""
    part: SigningPart = SigningPart.SIGNS
    position: int = 0
    """Their place in the order of signing."""
    is_out: bool = False
    """Whether they dropped out."""
    note: str = ""
    """Why they dropped out, or who stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementText:
    """The text of an agreement in a language, as a file."""

    id: int = 0
    uid: str = ""
    agreement_id: int
    language: str = ""
    name: str
    size: int = 0
    """In bytes."""
    digest: str = ""
    """The SHA-256 digest of its content, by which the content is stored."""


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """An agreement with its parties and signatories, in their order."""

    agreement: Agreement
    parties: tuple[AgreementParty, ...]
    signatories: tuple[Signatory, ...]
    texts: tuple[AgreementText, ...] = ()

    def of(self, party: AgreementParty) -> list[Signatory]:
        """Return who signs for a party, those who dropped out included."""
        return [one for one in self.signatories if one.party_id == party.id and one.part is SigningPart.SIGNS]

    @property
    def dropped(self) -> list[Signatory]:
        """Return who dropped out."""
        return [one for one in self.signatories if one.is_out]

    @property
    def unsigned(self) -> list[AgreementParty]:
        """Return the parties for which nobody signs any more, or nobody was ever named."""
        return [one for one in self.parties if not any(not found.is_out for found in self.of(one))]


def records(
    agreements: Iterable[Agreement],
    parties: Iterable[AgreementParty],
    signatories: Iterable[Signatory],
    texts: Iterable[AgreementText] = (),
) -> list[AgreementRecord]:
    """Return the agreements with what belongs to them, in the order they are signed in."""
    of_parties, of_people, of_texts = _grouped(parties), _grouped(signatories), _grouped(texts)
    found = [
        AgreementRecord(
            one, tuple(of_parties.get(one.id, ())), tuple(of_people.get(one.id, ())), tuple(of_texts.get(one.id, ()))
        )
        for one in agreements
    ]
    return sorted(found, key=lambda one: (one.agreement.event_id or 0, one.agreement.position, one.agreement.id))


_Part = TypeVar("_Part", AgreementParty, Signatory, AgreementText)


def _grouped(rows: Iterable[_Part]) -> dict[int, list[_Part]]:
    found: dict[int, list[_Part]] = {}
    for one in sorted(rows, key=lambda one: (getattr(one, "position", 0), one.id)):
        found.setdefault(one.agreement_id, []).append(one)
    return found
