"""What the world was told or given; journals are outside undo."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Edition(StrEnum):
    """For whom a pack is: a company of the delegation, who leads the mission, or those who run its days."""

    DELEGATE = "delegate"
    LEADER = "leader"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPrint:
    """A pack was made: whose (a company's or one delegate's; nobody's for the other editions), with which content.

    content: what of it is told when it changes, as JSON (jobs.pack_changes).
    """

    id: int = 0
    company_id: int | None = None
    edition: Edition = Edition.DELEGATE
    language: str = "en"
    fingerprint: str = ""
    file_name: str = ""
    pages: int = 0
    printed_at: datetime
    printed_by: str = ""
    delegate_id: int | None = None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImport:
    """A file was brought in. `source` tells the same form from others; `reading` is how it was read, as JSON."""

    id: int = 0
    file_name: str
    kind: str
    digest: str = ""
    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    duplicates: int = 0
    rejected: int = 0
    imported_at: datetime
    imported_by: str = ""
    source: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A company was told something. `kind` is the status it was told; `decided_at` tells decisions apart."""

    id: int = 0
    company_id: int
    kind: str
    language: str
    recipient: str = ""
    subject: str = ""
    file_name: str = ""
    decided_at: datetime | None = None
    sent_at: datetime
    sent_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """What was typed into a form and not saved yet, as JSON; company_id 0 is a new registration of `side`."""

    id: int = 0
    company_id: int
    side: str
    content: str
    saved_at: datetime
