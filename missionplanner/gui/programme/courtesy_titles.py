"""Courtesy titles as records an organiser sets up, by language and gender, in the order of protocol."""

from collections.abc import Callable
from typing import Any

from missionplanner.domain.courtesy_titles import (
    SALUTATIONS,
    SPELLINGS,
    TEXTS,
    WRITTEN,
    CourtesyTitle,
    in_protocol_order,
    text_label,
)
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import number_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current
from missionplanner.jobs.people import courtesy_titles
from missionplanner.store.store import Store


def titles(store: Store) -> RecordKind:
    """Courtesy titles, with how many people there are of each."""
    people = courtesy_titles.holders(store)
    number = Column(_("People"), lambda title: str(people.get(title.id, 0)), width=80, right=True)
    hint = _("How people are addressed. Of several titles the first with a salutation opens the letter.")
    return RecordKind(
        _("Courtesy titles"),
        [*_columns(), number],
        lambda: in_protocol_order(store.all(CourtesyTitle)),
        _fields,
        lambda title: _values(store, title),
        lambda title, typed: _enter(store, title, typed),
        lambda keys: courtesy_titles.remove(store, keys),
        hint,
    )


def _enter(store: Store, before: CourtesyTitle | None, typed: dict[str, Any]) -> None:
    values = {name: typed[name] for name in (*TEXTS, "on_badges")}
    courtesy_titles.enter(store, before, values, int(typed["place"]) if typed["place"].isdecimal() else None)


def _values(store: Store, title: CourtesyTitle | None) -> dict[str, Any]:
    shown = title or CourtesyTitle()
    known = in_protocol_order(store.all(CourtesyTitle))
    place = next((n for n, one in enumerate(known, 1) if title and one.id == title.id), len(known) + 1)
    return {**{name: getattr(shown, name) for name in (*TEXTS, "on_badges")}, "place": str(place)}


def _fields() -> list[FormField]:
    hint = _("The whole line that opens a letter, with {title}, {family} or {name}; empty for the usual one.")
    found = []
    for language in LANGUAGES:
        found.append(FormField(language, OWN_NAMES[language], "heading"))
        found += [_line(name) for name in WRITTEN if f"_{language}" in name]
        found += [_line(name, hint) for name in SALUTATIONS if f"_{language}" in name]
    found.append(FormField("others", _("Where it is found and used"), "heading"))
    found += [_line(name, _("Several are separated by commas or semicolons."), "listing") for name in SPELLINGS]
    found.append(FormField("on_badges", _("On badges"), "choice", [(True, _("Yes")), (False, _("No"))]))
    found.append(FormField("place", _("Place in the list"), "number", check=number_problem))
    return found


def _line(name: str, hint: str = "", kind: str = "line") -> FormField:
    return FormField(name, text_label(name, with_language=False), kind, stored=((CourtesyTitle, name),), hint=hint)


def _columns() -> list[Column]:
    return [
        *(Column(OWN_NAMES[code], _texts("written", code), width=170) for code in LANGUAGES),
        Column(_("Salutation"), _texts("salutation", current().language), width=210),
        Column(_("On badges"), lambda one: _("yes") if one.on_badges else _("no"), width=100),
    ]


def _texts(kind: str, language: str) -> Callable[[CourtesyTitle], str]:
    return lambda title: "  /  ".join(title.texts(kind, language))
