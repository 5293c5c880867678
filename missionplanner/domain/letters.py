"""Letters that inform companies of decisions: templates with fields, and the decisions still to be announced."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.moments import MOMENT_FIELDS, MOMENT_KINDS, Moment
from missionplanner.domain.moments import template_kind as moment_kind
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import LANGUAGES, N_, _, language_of_country

KINDS = (Status.ACCEPTED, Status.DECLINED, Status.RESERVE, Status.INFORMATION_REQUESTED)
"""The statuses a company is informed of by letter; a counterpart gets an invitation with the last of them."""
_MARKS = {Side.DELEGATION: "", Side.COUNTERPART: "counterpart_"}
"""The text before the status in the kind of a template."""
FIELDS = (
    "company", "delegate", "salutation", "mission", "starts", "ends", "stops", "sector", "rank", "missing", "reason",
    "organiser", "today",
)  # fmt: skip
"""The names a template may contain in braces."""
FIELD = re.compile(r"\{(\w*)\}")
"""A field in a text."""
_VARIANT = re.compile(r"(?P<base>\w+)(@(?P<side>delegation|counterpart))?(/(?P<organisations>\w+))?", re.ASCII)
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTemplate:
    """The wording of a letter of one kind in one language, with FIELDS in braces."""

    id: int = 0
    uid: str = ""
    kind: str
    """One of TEMPLATE_KINDS or of MOMENT_KINDS, of a moment of one's own, or a `variant` of one."""
    language: str
    subject: str
    body: str


def template_kind(status: Status, side: Side) -> str:
    """Return the kind of the template of the letters to companies of a side about a status."""
    return f"{_MARKS[side]}{status.value}"


TEMPLATE_KINDS = {template_kind(status, side): (status, side) for side in Side for status in KINDS}
"""The kinds of templates, and which status and side they are for."""


def kind_label(kind: str) -> str:
    """Return the kind of a template in the language of the screen; any other text stays."""
    found = _VARIANT.fullmatch(kind)
    if found is None or not is_kind(kind):
        return kind
    sides = [SIDE_LABELS[Side(found["side"])]] if found["side"] else []
    kinds = [N_("One kind of organisation")] if found["organisations"] else []
    return " – ".join((_base_label(found["base"]), *map(_, (*sides, *kinds))))


def _base_label(base: str) -> str:
    if base in TEMPLATE_KINDS:
        status, side = TEMPLATE_KINDS[base]
        return f"{side.label} – {status.label(side)}"
    return MOMENT_KINDS.get(base, Moment.OWN).label


def is_kind(kind: str) -> bool:
    """Whether it is the kind of a template: of a decision or a moment, for all or for some of those who get it."""
    found = _VARIANT.fullmatch(kind)
    return found is not None and (found["base"] in TEMPLATE_KINDS or is_of_moment(kind))


def is_of_moment(kind: str) -> bool:
    """Whether it is the kind of a template of a moment."""
    base = base_of(kind)
    return base in MOMENT_KINDS or base.startswith(f"{moment_kind(Moment.OWN)}_")


def base_of(kind: str) -> str:
    """Return the kind of a template without whom it is for."""
    return kind.partition("@")[0].partition("/")[0]


def variant(base: str, side: str = "", organisations: str = "") -> str:
    """Return the kind of a template for a side, for a kind of organisations by its uid, or for both together."""
    return base + (f"@{side}" if side else "") + (f"/{organisations}" if organisations else "")


def variants(base: str, side: str, organisations: str) -> tuple[str, ...]:
    """Return the kinds of templates that are for a company, the one that is meant for the fewest first."""
    kinds = ("", organisations) if organisations else ("",)
    return tuple(variant(base, one, kind) for kind in reversed(kinds) for one in (side, ""))


def unknown_fields(text: str, own: Iterable[str] = (), kind: str = "") -> list[str]:
    """Return the names in braces that are no field of a kind of letters, in their order.

    own: the names of the mission's own fields.
    """
    known = {*fields_of(kind), *own}
    return [name for name in FIELD.findall(text) if name not in known]


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the names that wordings of a kind may contain in braces, beside the mission's own fields."""
    return (*FIELDS, *MOMENT_FIELDS) if is_of_moment(kind) else FIELDS


def own_names(own: OwnFields) -> dict[str, OwnField]:
    """Return the own fields a letter may contain by their names in braces, those of companies first."""
    found: dict[str, OwnField] = {}
    for field in (*own.of(Subject.COMPANY), *own.of(Subject.PERSON)):
        if field.code not in FIELDS:
            found.setdefault(field.code, field)
    return found


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its fields filled in; a line left empty by an empty field is taken out."""
    lines = []
    for line in text.split("\n"):
        filled = FIELD.sub(lambda found: values.get(found.group(1), found.group(0)), line)
        if filled.strip() or not line.strip():
            lines.append(filled.rstrip())
    return _GAP.sub("\n\n", "\n".join(lines))


def pending(
    applications: Iterable[Application], sent: Iterable[Letter], merged: Mapping[int, int] | None = None
) -> list[Application]:
    """Return the registrations whose company has not been informed of the decision, in the order of companies.

    `merged` maps the keys of merged companies to those they became, for whom their letters count.
    """
    last: dict[int, Letter] = {}
    for letter in sent:
        key = letter.company_id
        while merged and key in merged:
            key = merged[key]
        last[key] = letter
    waiting = [one for one in applications if one.status in KINDS and not _is_announced(one, last.get(one.company_id))]
    return sorted(waiting, key=lambda one: one.company_id)


def _is_announced(application: Application, letter: Letter | None) -> bool:
    """Whether the last letter announced this decision; information can be requested a second time."""
    if letter is None or letter.kind != application.status.value:
        return False
    if application.status is not Status.INFORMATION_REQUESTED:
        return True
    return letter.decided_at == application.decided_at


def written_language(snapshot: Snapshot, company: Company) -> str:
    """Return the language a company is written to in: its own, its first delegate's, its country's, the mission's.

    That of the country counts for counterparts.
    """
    spoken = [code for p in snapshot.delegates_of.get(company.id, [])[:1] for code in p.languages.split(",")]
    mission = snapshot.mission
    around = language_of_country(mission.host_country) if company.side is Side.COUNTERPART else ""
    wanted = [company.language, *spoken, around, *mission.languages.split(",")]
    return next((code for code in map(str.strip, wanted) if code in LANGUAGES), LANGUAGES[0])
