"""The papers of the office: its letters as Word documents with fields, its letterhead and its signature as pictures."""

from dataclasses import dataclass

from missionplanner.domain.letters import is_kind, kind_label
from missionplanner.i18n import N_, _

LETTERHEAD, SIGNATURE = "letterhead", "signature"
PICTURES = (LETTERHEAD, SIGNATURE)
"""The kinds of papers that are pictures; the others are Word documents for a kind of letters, or for all of them."""
EVERY_LETTER = ""
"""The kind of the paper of every kind of letters that has none of its own."""
PAPER_FIELDS = ("subject", "text", *PICTURES)
"""The names a paper may contain in braces beside those of its letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """A paper of the office."""

    id: int = 0
    uid: str = ""
    kind: str
    """A kind of letters, EVERY_LETTER, or one of PICTURES."""
    language: str
    """The language of the letters it is for; empty for all."""
    name: str
    """The name of the file it was chosen from."""
    size: int = 0
    """In bytes."""
    digest: str = ""
    """The SHA-256 digest of its content, by which the content is stored."""


_LABELS = {LETTERHEAD: N_("Letterhead"), SIGNATURE: N_("Signature"), EVERY_LETTER: N_("All letters")}


def paper_label(kind: str) -> str:
    """Return the kind of a paper in the language of the screen; any other text stays."""
    return _(_LABELS[kind]) if kind in _LABELS else kind_label(kind)


def is_paper(kind: str) -> bool:
    """Whether it is the kind of a paper."""
    return kind in _LABELS or is_kind(kind)
