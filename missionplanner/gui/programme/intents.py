"""The intents of the mission as records an organiser sets up, in three languages and in their order."""

from typing import Any

from missionplanner.domain.intents import IntentPlace, ListedIntent
from missionplanner.gui.programme.form_values import spellings_field
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, number_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import intent_list
from missionplanner.store.store import Store

_FIELDS = (*intent_list.NAMES, "spellings", "met_by", "place")


def intents(store: Store) -> RecordKind:
    """The intents, with how often each is said."""
    said, known = intent_list.holders(store), intents_of(store)
    number = Column(_("Said by"), lambda one: str(said.get(one.code, 0)), width=90, right=True)
    language = current().language

    def meets(one: ListedIntent) -> str:
        return known.name(known.partner(one.code) or one.code, language)

    return RecordKind(
        _("Intents"),
        [*_columns(), Column(_("Intent that meets it"), meets, width=180), _place(), number],
        lambda: list(intents_of(store).rows),
        lambda: _fields(store),
        lambda one: _values(store, one),
        lambda one, typed: _enter(store, one, typed),
        lambda keys: intent_list.remove(store, keys),
        _("What companies want of each other. Suggestions ask whether the other side has the intent that meets it."),
    )


def _enter(store: Store, before: ListedIntent | None, typed: dict[str, Any]) -> None:
    values = {name: typed[name] or "" for name in _FIELDS}
    values["place"] = IntentPlace(values["place"])
    intent_list.enter(store, before, values, int(typed["position"]) if typed["position"].isdecimal() else None)


def _values(store: Store, one: ListedIntent | None) -> dict[str, Any]:
    rows = intents_of(store).rows
    place = next((n for n, row in enumerate(rows, 1) if one and row.id == one.id), len(rows) + 1)
    return {**({name: getattr(one, name) for name in _FIELDS} if one else {}), "position": str(place)}


def _fields(store: Store) -> list[FormField]:
    known, language = intents_of(store), current().language
    others = [("", _("The same intent")), *((code, known.name(code, language)) for code in known.codes)]
    places = [(place, place.label) for place in IntentPlace]
    return bounded(
        ListedIntent,
        [
            FormField("name_en", _("Name in English")),
            FormField("name_fr", _("Name in French")),
            FormField("name_es", _("Name in Spanish")),
            spellings_field(),
            FormField(
                "met_by", _("Intent that meets it"), "choice", others, hint=_("The intent the other side must have.")
            ),
            FormField("place", _("What both must name"), "choice", places),
            FormField("position", _("Place in the list"), "number", check=number_problem),
        ],
    )


def _columns() -> list[Column]:
    return [
        Column(_("Name in English"), lambda one: one.name_en, width=150, grows=True),
        Column(_("Name in French"), lambda one: one.name_fr, width=150, grows=True),
        Column(_("Name in Spanish"), lambda one: one.name_es, width=150, grows=True),
        Column(_("Other spellings"), lambda one: one.spellings, width=130),
    ]


def _place() -> Column:
    return Column(_("What both must name"), lambda one: one.place.label if one.place else "", width=150)
