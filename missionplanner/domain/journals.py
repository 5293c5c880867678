"""Journals of what was printed, imported and sent, which no undo takes back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.domain.companies import Side
from missionplanner.i18n import N_, _


class Edition(StrEnum):
    """The readers of a pack: a company of the delegation, its hosts, the leader of the mission, or who runs its days.

    The directory is a volume for everybody.
    """

    DELEGATE = "delegate"
    HOSTS = "hosts"
    CARD = "card"
    LARGE = "large"
    LEADER = "leader"
    ORGANISER = "organiser"
    DIRECTORY = "directory"

    @property
    def label(self) -> str:
        """The edition in the language of the screen."""
        return _(EDITION_LABELS[self])

    @property
    def is_of_companies(self) -> bool:
        """Whether every company has a pack of its own."""
        return self in (Edition.DELEGATE, Edition.HOSTS, Edition.CARD, Edition.LARGE)

    @property
    def is_folded(self) -> bool:
        """Whether its pages are folded to a booklet, two side by side."""
        return self in (Edition.DELEGATE, Edition.HOSTS, Edition.LEADER)

    @property
    def side(self) -> Side:
        """The side whose companies get it where none are named."""
        return Side.COUNTERPART if self is Edition.HOSTS else Side.DELEGATION


EDITION_LABELS = {
    Edition.DELEGATE: N_("Delegate edition"),
    Edition.HOSTS: N_("Hosts’ edition"),
    Edition.CARD: N_("Pocket card"),
    Edition.LARGE: N_("Large print"),
    Edition.LEADER: N_("Leader edition"),
    Edition.ORGANISER: N_("Organiser edition"),
    Edition.DIRECTORY: N_("Directory and all profiles"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPrint:
    """A pack was made."""

    id: int = 0
    uid: str = ""
    company_id: int | None = None
    """The company whose pack it is; None for editions that are of no company."""
    edition: Edition = Edition.DELEGATE
    language: str = "en"
    fingerprint: str = ""
    """The digest of its content, by which a pack that is out of date is recognised."""
    file_name: str = ""
    pages: int = 0
    printed_at: datetime
    printed_by: str = ""
    delegate_id: int | None = None
    """The delegate whose pack it is; None for that of the whole company."""
    content: str = ""
    """The parts of it whose changes are reported, as JSON (`pack.changes`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImport:
    """A file was imported."""

    id: int = 0
    uid: str = ""
    file_name: str
    kind: str
    digest: str = ""
    read: int = 0
    """The number of rows with data; the outcomes of all of them are counted below."""
    new: int = 0
    changed: int = 0
    same: int = 0
    duplicates: int = 0
    rejected: int = 0
    imported_at: datetime
    imported_by: str = ""
    source: str = ""
    """The form of the file: the hash of its headings and side."""
    reading: str = ""
    """How its columns were read, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A company was informed of a decision."""

    id: int = 0
    uid: str = ""
    company_id: int
    kind: str
    """The status it was informed of."""
    language: str
    recipient: str = ""
    subject: str = ""
    file_name: str = ""
    decided_at: datetime | None = None
    """The time of the decision; by it two requests for information are distinguished."""
    sent_at: datetime
    sent_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """The content of a form that was not saved yet."""

    id: int = 0
    company_id: int
    """0 for a new registration."""
    side: str
    content: str
    """The fields as JSON."""
    saved_at: datetime
