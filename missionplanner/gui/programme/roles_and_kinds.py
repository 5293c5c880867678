"""Roles of people and kinds of organisations as records an organiser sets up, in three languages."""

from collections import Counter
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Membership, OrganisationKind, Person, Role, in_order
from missionplanner.gui.programme.form_values import spellings_field
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _
from missionplanner.jobs.people import titles
from missionplanner.store.store import Store

_FIELDS = ("name_en", "name_fr", "name_es", "spellings", "meets")
_OF_ROLES = (*_FIELDS, "interprets")


def roles(store: Store) -> RecordKind:
    """Roles, with how many people there are of each."""
    people = Counter(person.role_id for person in store.all(Person))
    people += Counter(row.role_id for row in store.all(Membership) if row.role_id)
    hint = _("What somebody is there for. Those who attend no meetings are left out when meetings are planned.")
    return _kind(store, Role, _("Roles"), Column(_("People"), lambda r: str(people[r.id]), width=90, right=True), hint)


def kinds(store: Store) -> RecordKind:
    """Kinds of organisations, with how many companies there are of each."""
    companies = Counter(company.kind_id for company in store.all(Company))
    hint = _("What an organisation is. For kinds that want no meetings none are planned; a company may say otherwise.")
    column = Column(_("Companies"), lambda k: str(companies[k.id]), width=100, right=True)
    return _kind(store, OrganisationKind, _("Kinds of organisations"), column, hint)


def _kind(store: Store, kind: titles.Kind, name: str, number: Column, hint: str) -> RecordKind:
    wanted = _OF_ROLES if kind is Role else _FIELDS

    def values(record: Any | None) -> dict[str, Any]:
        return {field: getattr(record, field) for field in wanted} if record else {"meets": True}

    def rows() -> list[Any]:
        return in_order(store.all(kind))

    return RecordKind(
        name,
        [*_columns(), *([_interprets()] if kind is Role else []), number],
        rows,
        lambda: [*_fields(), *([_interpreting()] if kind is Role else [])],
        values,
        lambda record, typed: titles.enter(store, kind, record, typed),
        lambda keys: titles.remove(store, kind, keys),
        hint,
    )


def _fields() -> list[FormField]:
    return [
        FormField("name_en", _("Name in English"), check=needed),
        FormField("name_fr", _("Name in French")),
        FormField("name_es", _("Name in Spanish")),
        spellings_field(),
        FormField("meets", _("Attends meetings"), "choice", [(True, _("Yes")), (False, _("No"))]),
    ]


def _interpreting() -> FormField:
    return FormField("interprets", _("Interprets at meetings"), "choice", [(False, _("No")), (True, _("Yes"))])


def _interprets() -> Column:
    return Column(_("Interprets at meetings"), lambda one: _("yes") if one.interprets else _("no"), width=160)


def _columns() -> list[Column]:
    return [
        Column(_("Name in English"), lambda one: one.name_en, width=170, grows=True),
        Column(_("Name in French"), lambda one: one.name_fr, width=170, grows=True),
        Column(_("Name in Spanish"), lambda one: one.name_es, width=170, grows=True),
        Column(_("Other spellings"), lambda one: one.spellings, width=180),
        Column(_("Attends meetings"), lambda one: _("yes") if one.meets else _("no"), width=130),
    ]
