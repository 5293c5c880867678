"""The form of one request: who, how much, when, and whom either side meets later."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.requests import HALF_LABELS, PRIORITY_LABELS, Half, Priority, Request
from missionplanner.domain.spelling import listed, told_apart
from missionplanner.domain.timetable import Session
from missionplanner.errors import UserError
from missionplanner.gui.widgets import own_fields
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.lists import export
from missionplanner.jobs.requests import entering
from missionplanner.store.store import Store

_PLAIN = ("priority", "comment", "intents", "half", "session_id", "asked_by", "meets_at")
"""The fields whose values are stored as they are."""


def ask_request(workspace: Workspace, request: Request | None, parent: QWidget) -> None:
    """Ask for a request, a new one without `request`, and store it."""
    store = workspace.store
    if request:
        request = own_values.with_own(store, [request])[0]
    companies = store.all(Company)
    names = {key: label for label, key in told_apart((one.id, one.name) for one in companies).items()}
    title = " – ".join(names[key] for key in request.pair) if request else _("New request")
    place = DraftPlace.of(store, "requests", request)
    fields, values = _fields(workspace, companies, request), _values(workspace, names, request)
    dialog = RecordDialog(title, fields, values, parent, place)
    while dialog.exec():
        try:
            values = dialog.form.values()
            made = replace(_made(companies, request, values), own=_own(store, request, values))
            pairs = ((made.delegation_id, "after_ours"), (made.counterpart_id, "after_theirs"))
            entering.save(store, made, {key: _keys(companies, values[name]) for key, name in pairs})
            break
        except UserError as error:
            field = "priority" if request else "counterpart"
            dialog.form.note(field, f"{error.text} {error.hint}")
    dialog.deleteLater()


def _made(companies: list[Company], request: Request | None, values: dict[str, Any]) -> Request:
    typed = {name: values[name] for name in _PLAIN}
    if request:
        return replace(request, **typed)
    known = told_apart((company.id, company.name) for company in companies)
    keys = {}
    for side in Side:
        mine = [company for company in companies if company.side is side]
        key = known.get(values[side.value], 0)
        keys[side] = key if key in {c.id for c in mine} else export.find_company(mine, values[side.value]).id
    return Request(delegation_id=keys[Side.DELEGATION], counterpart_id=keys[Side.COUNTERPART], **typed)


def _own(store: Store, request: Request | None, values: dict[str, Any]) -> dict[str, str]:
    """Return the values of own fields as they are typed; what is as it was shown stays as it was."""
    before = request.own if request else {}
    found = dict(before)
    for field in own_values.fields(store).of(Subject.REQUEST):
        if values[field.name] != own_fields.shown(field, before.get(field.name, "")):
            found[field.name] = own_fields.as_text(field, values[field.name])
    return found


def _keys(companies: list[Company], names: str) -> list[int]:
    known = told_apart((company.id, company.name) for company in companies)
    return [known.get(text) or export.find_company(companies, text).id for text in listed(names, known)]


def _values(workspace: Workspace, names: dict[int, str], request: Request | None) -> dict[str, Any]:
    if request is None:
        return {
            "priority": Priority.MEET,
            "half": Half.ANY,
            "asked_by": Side.DELEGATION,
            "meets_at": MeetsAt.UNSAID,
        }
    later = entering.later(workspace.store, request)
    plain = {name: getattr(request, name) for name in _PLAIN}
    orders = ((request.delegation_id, "after_ours"), (request.counterpart_id, "after_theirs"))
    own = own_values.fields(workspace.store).of(Subject.REQUEST)
    mine = {field.name: own_fields.shown(field, request.own.get(field.name, "")) for field in own}
    return {**plain, **mine, **{name: "; ".join(names[k] for k in later[key]) for key, name in orders}}


def _fields(workspace: Workspace, companies: list[Company], request: Request | None) -> list[FormField]:
    side_of = {company.id: company.side for company in companies}
    known = told_apart((company.id, company.name) for company in companies)

    def of_side(side: Side) -> list[tuple[int, str]]:
        return [(key, label) for label, key in known.items() if side_of[key] is side]

    sessions = [(s.id, s.label or current().moment(s.starts)) for s in workspace.store.all(Session)]
    who = (
        []
        if request
        else [
            FormField("delegation", _("Delegation"), choices=of_side(Side.DELEGATION), check=needed),
            FormField("counterpart", _("Counterpart"), choices=of_side(Side.COUNTERPART), check=needed),
        ]
    )
    return [
        *who,
        FormField("priority", _("Priority"), "choice", [(priority, priority.label) for priority in PRIORITY_LABELS]),
        FormField("asked_by", _("Asked by"), "choice", [(side, _(label)) for side, label in SIDE_LABELS.items()]),
        FormField("comment", _("Comment"), stored=((Request, "comment"),)),
        _intents(),
        _where_they_meet(),
        FormField("half", _("Half of the day"), "choice", [(half, half.label) for half in HALF_LABELS]),
        FormField("session_id", _("Session"), "choice", [(None, _("Any session")), *sessions]),
        FormField(
            "after_ours",
            _("The delegation company meets later"),
            "listing",
            of_side(Side.COUNTERPART),
            hint=_("Companies that it wants to meet after this one, separated by commas or semicolons"),
        ),
        FormField(
            "after_theirs",
            _("The counterpart meets later"),
            "listing",
            of_side(Side.DELEGATION),
            hint=_("Companies that it wants to meet after this one, separated by commas or semicolons"),
        ),
        *own_fields.form_fields(own_values.fields(workspace.store).of(Subject.REQUEST)),
    ]


def _intents() -> FormField:
    hint = _("Such as: sell; second source; third markets (Chile).")
    return FormField("intents", _("Intents"), stored=((Request, "intents"),), hint=hint)


def _where_they_meet() -> FormField:
    return FormField(
        "meets_at",
        _("Where they meet"),
        "choice",
        [(place, place.label) for place in MeetsAt],
        hint=_("Where it is not said, as the companies or the stop say."),
    )
