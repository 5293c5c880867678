"""Letters that tell companies what was decided: templates with fields, and who still has to be told."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.journals import Letter

KINDS = (Status.ACCEPTED, Status.DECLINED, Status.RESERVE, Status.INFORMATION_REQUESTED)
"""The statuses a company is told by letter."""
FIELDS = (
    "company", "delegate", "salutation", "mission", "starts", "ends", "stops", "sector", "rank", "missing", "reason",
    "organiser", "today",
)  # fmt: skip
"""What a template may name in braces."""
_FIELD = re.compile(r"\{(\w*)\}")
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """The wording of a letter of one kind in one language; `{company}` and the other FIELDS are filled in."""

    id: int = 0
    uid: str = ""
    kind: str
    language: str
    subject: str
    body: str


def unknown_fields(text: str) -> list[str]:
    """The names in braces that are no field, in order."""
    return [name for name in _FIELD.findall(text) if name not in FIELDS]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in; a line left empty by an empty field is taken out."""
    lines = []
    for line in text.split("\n"):
        filled = _FIELD.sub(lambda found: values.get(found.group(1), found.group(0)), line)
        if filled.strip() or not line.strip():
            lines.append(filled.rstrip())
    return _GAP.sub("\n\n", "\n".join(lines))


def pending(
    applications: Iterable[Application], sent: Iterable[Letter], merged: Mapping[int, int] | None = None
) -> list[Application]:
    """The registrations whose decision the company has not been told, in the order of companies.

    merged: the keys of companies that were made one with another, and that other's.
    """
    last: dict[int, Letter] = {}
    for letter in sent:
        key = letter.company_id
        while merged and key in merged:
            key = merged[key]
        last[key] = letter
    waiting = [one for one in applications if one.status in KINDS and not _is_told(one, last.get(one.company_id))]
    return sorted(waiting, key=lambda one: one.company_id)


def _is_told(application: Application, letter: Letter | None) -> bool:
    """Whether the last letter said just this; what is asked for a second time is asked anew."""
    if letter is None or letter.kind != application.status.value:
        return False
    if application.status is not Status.INFORMATION_REQUESTED:
        return True
    return letter.decided_at == application.decided_at
