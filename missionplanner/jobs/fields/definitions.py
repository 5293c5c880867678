"""The list of a mission's own fields: added, changed, ordered, removed; each act one step, and no value is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.own_fields import VALUES, OwnField, OwnFields, Subject, Suiting, code_of
from missionplanner.domain.own_kinds import LISTS, SEPARATOR, FieldKind
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.exchange import own_cells
from missionplanner.i18n import _
from missionplanner.jobs.fields import currencies, groups
from missionplanner.jobs.fields.groups import GROUP
from missionplanner.jobs.fields.values import fields
from missionplanner.messages import InLanguages, Message, counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")
TEXTS = (*NAMES, *GROUP, "help_en", "help_fr", "help_es", "choices", "currency")
ANSWERS = ("required", "sensitive", "second_form")
_DECIDING = ("kind", "choices", "currency")
"""The fields that decide how values are read."""
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Unfit:
    """The values of a field that would not fit it as it is to be."""

    values: int
    """How many there are of the field."""
    texts: tuple[str, ...]
    """Those that would not fit; they stay as they are written."""

    @property
    def sentence(self) -> str:
        """Says what would not fit, in a sentence; empty where everything does."""
        if not self.texts:
            return ""
        shown = ", ".join(f"“{text[:40]}”" for text in dict.fromkeys(self.texts[:_MOST_SHOWN]))
        text = _("{n} of {all} values would not fit, and stay as they are written: {values}.")
        return text.format(
            n=len(self.texts), all=self.values, values=shown + ("…" if len(self.texts) > _MOST_SHOWN else "")
        )


def enter(store: Store, before: OwnField | None, values: Mapping[str, Any], place: int | None = None) -> OwnField:
    """Store a field at a place of the list, 1 first; without one where it was, or behind the others; as one step.

    Its values are read anew where its kind changes; what does not fit stays as it is written. Raises UserError for what
    a field cannot be.
    """
    known = fields(store)
    made = _with_currency(store, before, _made(known, before, values))
    _refuse(known, made)
    made = groups.completed(known, made)
    regrouped = {one.id: one for one in groups.renamed(known, made)}
    others = [regrouped.get(one.id, one) for one in known if before is None or one.id != before.id]
    usual = next((number for number, one in enumerate(known) if before and one.id == before.id), len(others))
    others.insert(usual if place is None else min(max(place - 1, 0), len(others)), made)
    label = _label(made, before)
    with store.change(label) as change:
        for one in regrouped.values():
            change.update(one)
        _put_in_order(change, others, made if before is None else None)
        if before is not None:
            change.update(replace(made, position=others.index(made)))
            _read_anew(store, change, before, made)
    return next(one for one in store.all(OwnField) if one.name == made.name)


def add_all(change: Change, new: Iterable[OwnField]) -> list[int]:
    """Store fields that an import makes, as a part of its step; return their keys."""
    return change.insert_all(replace(one, id=0) for one in new)


def unfit(store: Store, before: OwnField, values: Mapping[str, Any]) -> Unfit:
    """Return the values of a field that would not fit it with other values of its own, such as another kind."""
    made = replace(before, **{name: value for name, value in values.items() if name in _DECIDING})
    texts = [row.text for row in _rows(store, before) if row.text]
    return Unfit(len(texts), tuple(text for text in texts if own_cells.read(made, text) is None))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete fields with all their values, as one step; undo brings them back."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} own field", "Delete {n} own fields", len(gone))) as change:
        change.delete(OwnField, gone)


def put_in_order(store: Store, keys: Sequence[int]) -> None:
    """Put the fields in the order of their keys, as one step."""
    known = fields(store).by_key
    with store.change(message("Order the own fields")) as change:
        _put_in_order(change, [known[key] for key in keys if key in known])


def filled(store: Store) -> dict[int, int]:
    """Return how many records have a value of each field, by key."""
    found: dict[int, int] = {}
    for kind in VALUES.values():
        texts = store.column(kind, "text")
        for key, field in store.column(kind, "field_id").items():
            found[field] = found.get(field, 0) + bool(texts[key])
    return found


def called(store: Store, text: str) -> OwnField:
    """Return the field that is called so; raises UserError when there is none."""
    known = fields(store)
    found = known.called(text)
    if found is None:
        hint = _("The fields are: {names}.").format(names=", ".join(one.name for one in known)) if known else ""
        raise UserError(_("There is no own field “{name}”.").format(name=text), hint)
    return found


def _made(known: OwnFields, before: OwnField | None, values: Mapping[str, Any]) -> OwnField:
    made = replace(before or OwnField(), **values)
    texts: dict[str, Any] = {name: str(getattr(made, name)).strip() for name in TEXTS}
    made = replace(made, **texts)
    made = replace(made, choices="\n".join(filter(None, map(str.strip, made.choices.splitlines()))))
    if before is None:
        first = next(iter(made.titles), "")
        taken = (one.code for one in known if one.subject is made.subject)
        made = replace(made, code=code_of(first, taken))
    return _compared(known, made)


def _with_currency(store: Store, before: OwnField | None, made: OwnField) -> OwnField:
    """Return a field with the usual currency where it becomes one of money and names none.

    Raises UserError for what is no currency.
    """
    chosen = currencies.typed(made.currency)
    becomes_money = made.kind is FieldKind.MONEY and (before is None or before.kind is not FieldKind.MONEY)
    return replace(made, currency=chosen or (currencies.usual(store) if becomes_money else ""))


def _compared(known: OwnFields, made: OwnField) -> OwnField:
    """Return a field with the one it is compared with by its code; only companies are compared.

    Raises UserError where there is none that is called so.
    """
    if made.subject is not Subject.COMPANY or made.suits is Suiting.NOT:
        return replace(made, suits=Suiting.NOT, suits_with="")
    wanted = made.suits_with.strip()
    other = known.called(wanted, Subject.COMPANY) if wanted else None
    if wanted and other is None and wanted != made.code:
        names = ", ".join(one.code for one in known.of(Subject.COMPANY))
        hint = _("The fields are: {names}.").format(names=names)
        raise UserError(_("There is no own field “{name}”.").format(name=wanted), hint)
    return replace(made, suits_with=other.code if other and other.code != made.code else "")


def _refuse(known: OwnFields, made: OwnField) -> None:
    """Raise UserError for what a field cannot be."""
    if not made.titles:
        raise UserError(_("The field needs a name."), _("One language is enough."))
    mine = {words(title) for title in made.titles}
    for one in known.of(made.subject):
        if one.uid != made.uid and mine & set(map(words, one.titles)):
            raise UserError(_("There is an own field “{name}” already.").format(name=one.label))
    if made.kind in LISTS and not made.choices:
        raise UserError(
            _("A field of a list needs the list to choose from."), _("Type what can be chosen, one a line.")
        )
    if made.kind in LISTS and any(SEPARATOR.strip() in option for option in made.options_in("en")):
        raise UserError(_("What can be chosen has no semicolon."), _("Type what can be chosen, one a line."))


def _label(made: OwnField, before: OwnField | None) -> Message:
    name = InLanguages.of(made.name_en, made.name_fr, made.name_es)
    return message("Edit own field {name}", name=name) if before else message("Add own field {name}", name=name)


def _put_in_order(change: Change, wanted: Iterable[OwnField], new: OwnField | None = None) -> None:
    for number, one in enumerate(wanted):
        if one is new:
            change.insert(replace(one, position=number))
        elif one.position != number:
            change.update(replace(one, position=number))


def _read_anew(store: Store, change: Change, before: OwnField, made: OwnField) -> None:
    """Store the values of a field as its new kind does; what does not fit stays."""
    if all(getattr(before, name) == getattr(made, name) for name in _DECIDING):
        return
    for row in _rows(store, before):
        text = own_cells.read(made, row.text) if row.text else None
        if text is not None and text != row.text:
            change.update(replace(row, text=text))


def set_currency(store: Store, change: Change, field: OwnField, currency: str) -> None:
    """Give a field of money a currency, and its amounts that name none with it, as part of a step."""
    made = replace(field, currency=currency)
    change.update(made)
    _read_anew(store, change, field, made)


def _rows(store: Store, field: OwnField) -> list[Any]:
    return store.where(VALUES[field.subject], "field_id", [field.id])


def of_subject(store: Store, subject: Subject) -> tuple[OwnField, ...]:
    """Return the own fields of a kind of record, in their order."""
    return fields(store).of(subject)
