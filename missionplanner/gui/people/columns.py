"""The columns of the people's table: what they show and complete from, and which are shown at first."""

from collections.abc import Callable, Iterable, Sequence

from missionplanner.domain.companies import SIDE_LABELS, Company
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.people import GENDER_LABELS, POST, Role, in_order
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.gui.widgets.column_widths import status_width
from missionplanner.gui.widgets.own_columns import of_own_fields
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import OWN_NAMES, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.fields.values import fields
from missionplanner.jobs.people.listing import PersonLine
from missionplanner.jobs.wording import value_shown
from missionplanner.store.store import Store

AT_FIRST = ("name", "role", "organisations", "position", "side", "email", "phone", "languages", "status")
"""The columns shown until somebody chooses others."""
_WIDTHS = {
    "title": 70, "given_name": 120, "family_name": 130, "second_family_name": 130, "email": 210,
    "position": 170, "position_en": 150, "position_fr": 150, "position_es": 150,
    "phone": 130, "mobile": 130, "badge_name": 120, "biography": 220, "purpose": 140,
}  # fmt: skip


def columns(store: Store) -> list[Column]:
    """Every column there is; what they are completed from is read when it is needed."""
    return [
        Column(_("Name"), lambda line: line.name, "name", 240, grows=True),
        Column(_("Role"), lambda line: line.role, "role", 130, edits="role", choices=_roles(store)),
        Column(
            _("Organisations"),
            lambda line: line.organisations,
            "organisations",
            220,
            edits="organisations",
            choices=lambda: sorted((company.name for company in store.all(Company)), key=str.casefold),
        ),
        *map(_text, POST),
        Column(
            _("Side"), lambda line: line.side.label, "side", 110, edits="side", choices=_labels(SIDE_LABELS.values())
        ),
        *map(_text, ("email", "phone", "mobile")),
        Column(
            _("Languages"),
            lambda line: line.languages,
            "languages",
            140,
            edits="languages",
            choices=lambda: list(OWN_NAMES.values()),
        ),
        Column(_("Looks after"), lambda line: line.sectors, "sectors", 160, edits="sectors", choices=_sectors(store)),
        Column(_("Status"), lambda line: line.status, "status", status_width()),
        *_of_names(),
        *_of_protocol(),
        *(_sensitive(name) for name in SENSITIVE),
        *of_own_fields(fields(store).of(Subject.PERSON), lambda line: line.person.own),
    ]


def key(column: Column) -> str:
    """The name a column is remembered by."""
    return column.edits or column.sort


def sensitive_label(name: str) -> str:
    """The label of a field that leaves the program only where somebody chose so."""
    return _("{field} (sensitive)").format(field=label(name))


def _sectors(store: Store) -> Callable[[], Sequence[str]]:
    return lambda: [sector.name(current().language) for sector in store.all(Sector)]


def _of_names() -> list[Column]:
    return [
        *map(_text, ("title", "given_name", "family_name", "second_family_name")),
        Column(
            _("Gender"),
            lambda line: line.person.gender.label if line.person.gender else "",
            "",
            100,
            edits="gender",
            choices=_labels(GENDER_LABELS.values()),
        ),
        Column(
            label("family_first"),
            lambda line: _("yes") if line.person.family_first else "",
            "",
            120,
            edits="family_first",
            choices=_answers,
        ),
    ]


def _of_protocol() -> list[Column]:
    return [
        _text("badge_name"),
        Column(_("Precedence"), _shown("precedence"), "precedence", 90, right=True, edits="precedence"),
        Column(_("Attends meetings"), _shown("meets"), "", 120, edits="meets", choices=_answers),
        Column(_("Consent"), _shown("consent"), "", 90, edits="consent", choices=_answers),
        *(Column(label(name), _shown(name), "", _WIDTHS[name], edits=name) for name in ("purpose", "biography")),
    ]


def _text(name: str) -> Column:
    return Column(label(name), _shown(name), name, _WIDTHS[name], edits=name)


def _sensitive(name: str) -> Column:
    return Column(sensitive_label(name), _shown(name), "", 150, edits=name)


def _shown(name: str) -> Callable[[PersonLine], str]:
    return lambda line: value_shown("people", name, getattr(line.person, name))


def _labels(labels: Iterable[str]) -> Callable[[], Sequence[str]]:
    return lambda: [_(text) for text in labels]


def _answers() -> Sequence[str]:
    return [_("yes"), _("no")]


def _roles(store: Store) -> Callable[[], Sequence[str]]:
    return lambda: [role.label for role in in_order(store.all(Role))]
