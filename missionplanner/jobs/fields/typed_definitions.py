"""Own fields as they are typed on the command line: texts by the names of what a field has."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import OwnField, PackPlace, Subject, Suiting
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.i18n import _
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.fields.definitions import ANSWERS, NAMES, TEXTS
from missionplanner.jobs.list_places import typed_place
from missionplanner.store.store import Store

FIELDS = (
    "name",
    *NAMES,
    "kind",
    "subject",
    *TEXTS[len(NAMES) :],
    "side",
    *ANSWERS,
    "packs",
    "suits",
    "suits_with",
    "place",
)
"""The fields of a definition that can be typed; `name` is the English one."""
E = TypeVar("E", bound=StrEnum)


def enter_texts(store: Store, before: OwnField | None, texts: Mapping[str, str]) -> OwnField:
    """Store a field, new or edited, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what a field cannot have.
    """
    values: dict[str, Any] = {
        name: text.replace("\\n", "\n").strip() for name, text in texts.items() if name in (*TEXTS, "suits_with")
    }
    if "name" in texts:
        values.setdefault("name_en", texts["name"].strip())
    if "section" in texts and not {"section_fr", "section_es"} & texts.keys():
        values |= {"section_fr": "", "section_es": ""}  # those of another group
    if "choices" in values:
        values["choices"] = values["choices"].replace(";", "\n")
    if "kind" in texts:
        values["kind"] = _one_of(FieldKind, texts["kind"])
    if "subject" in texts:
        values["subject"] = _one_of(Subject, texts["subject"])
        if before is not None and before.subject is not values["subject"]:
            raise UserError(_("Of what a field is cannot be changed."), _("Add another field."))
    if "side" in texts:
        values["side"] = _one_of(Side, texts["side"]).value if texts["side"].strip() else ""
    values |= _uses(texts)
    values |= {name: _answer(texts[name]) for name in ANSWERS if name in texts}
    return definitions.enter(store, before, values, typed_place(texts.get("place", "")))


def _uses(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return where packs print it, and how suggestions compare it."""
    found: dict[str, Any] = {}
    if "packs" in texts:
        named = texts["packs"].replace(";", ",").split(",")
        found["packs"] = ",".join(_one_of(PackPlace, name).value for name in named if name.strip())
    if "suits" in texts:
        found["suits"] = _one_of(Suiting, texts["suits"])
    return found


def _one_of(kind: type[E], text: str) -> E:
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        hint = _("It is one of {names}.").format(names=", ".join(filter(None, (one.value for one in kind))))
        raise UserError(_("There is no “{name}”.").format(name=text), hint) from error


def _answer(text: str) -> bool:
    found = answers.yes_or_no(text)
    if found is None:
        raise UserError(_("“{text}” is neither yes nor no.").format(text=text))
    return found
