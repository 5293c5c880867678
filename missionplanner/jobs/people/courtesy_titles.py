"""The list of courtesy titles: stored, removed, put in order; each act one step."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from missionplanner.domain.addressing import Addressing
from missionplanner.domain.courtesy_titles import (
    SALUTATION_FIELDS,
    SALUTATIONS,
    TEXTS,
    WRITTEN,
    CourtesyTitle,
    in_protocol_order,
    unknown_fields,
)
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.list_places import typed_place
from missionplanner.messages import counted_message, message
from missionplanner.store.rows import new_uids
from missionplanner.store.store import Store

FIELDS = (*TEXTS, "on_badges", "place")
"""The fields of a title that can be typed, `place` being that in the list."""


def enter(store: Store, before: CourtesyTitle | None, values: Mapping[str, Any], place: int | None = None) -> None:
    """Store a title at a place of the list, 1 first; without one where it was, or behind the others; as one step.

    Raises UserError where nothing is written before the name, or a salutation has a field there is not.
    """
    known = in_protocol_order(store.all(CourtesyTitle))
    made = replace(before or CourtesyTitle(), **values)
    _refuse(made)
    others = [one for one in known if before is None or one.id != before.id]
    usual = next((number for number, one in enumerate(known) if before and one.id == before.id), len(others))
    others.insert(usual if place is None else min(max(place - 1, 0), len(others)), made)
    with store.change(message("Edit courtesy title") if before else message("Add courtesy title")) as change:
        for number, one in enumerate(others):
            if one is made and before is None:
                change.insert(replace(made, position=number))
            elif one is made or one.position != number:
                change.update(replace(one, position=number))


def enter_texts(store: Store, before: CourtesyTitle | None, texts: Mapping[str, str]) -> CourtesyTitle:
    """Store a title, new or edited, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what a title cannot have.
    """
    values: dict[str, Any] = {name: text.strip() for name, text in texts.items() if name in TEXTS}
    if "on_badges" in texts:
        values["on_badges"] = _answer(texts["on_badges"])
    place = typed_place(texts.get("place", ""))
    uid = before.uid if before else new_uids(1)[0]
    enter(store, before or None, {**values, "uid": uid}, place)
    return next(title for title in store.all(CourtesyTitle) if title.uid == uid)


def called(store: Store, text: str) -> CourtesyTitle:
    """Return the title of the list that is written so; raises UserError when there is none."""
    titles = store.all(CourtesyTitle)
    found = Addressing(titles).titles_of(Person(title=text))
    if len(found) != 1:
        names = ", ".join(title.name(current().language) for title in in_protocol_order(titles))
        raise UserError(
            _("No courtesy title is written “{text}”.").format(text=text),
            _("The titles are: {titles}.").format(titles=names),
        )
    return found[0]


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete titles, as one step; people keep what was typed."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} courtesy title", "Delete {n} courtesy titles", len(gone))) as change:
        change.delete(CourtesyTitle, gone)


def offered(store: Store, language: str) -> list[str]:
    """Return what is written before names in a language, in the order of the list, to choose from."""
    texts = (
        getattr(title, name)
        for title in in_protocol_order(store.all(CourtesyTitle))
        for name in WRITTEN
        if name.startswith(f"written_{language}")
    )
    return list(dict.fromkeys(filter(None, texts)))


def holders(store: Store) -> dict[int, int]:
    """Return how many people have each title, by key."""
    addressing = Addressing(store.all(CourtesyTitle))
    return dict(Counter(title.id for person in store.all(Person) for title in addressing.titles_of(person)))


def _answer(text: str) -> bool:
    found = entry.answer(text)
    if found is None:
        raise UserError(_("“{text}” is neither yes nor no.").format(text=text))
    return found


def _refuse(made: CourtesyTitle) -> None:
    if not any(getattr(made, name).strip() for name in WRITTEN):
        raise UserError(_("The title needs what is written before a name."), _("One language is enough."))
    for name in SALUTATIONS:
        if unknown := unknown_fields(getattr(made, name)):
            fields = ", ".join(f"{{{field}}}" for field in SALUTATION_FIELDS)
            raise UserError(
                _("There is no field {{{field}}}.").format(field=unknown[0]),
                _("A salutation may have {fields}.").format(fields=fields),
            )
