"""What the world was told or given; journals are outside undo."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPrint:
    """A pack was made: whose, in which edition and language, with which content."""

    id: int = 0
    company_id: int | None = None
    edition: str = "delegate"
    language: str = "en"
    fingerprint: str = ""
    file_name: str = ""
    pages: int = 0
    printed_at: datetime
    printed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImport:
    """A file was brought in."""

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
