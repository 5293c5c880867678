"""Roles of people and kinds of organisations: stored, removed, and found by what they are called."""

from collections.abc import Iterable
from typing import Any

from missionplanner.domain.people import OrganisationKind, Role, in_order
from missionplanner.errors import UserError
from missionplanner.exchange import choices
from missionplanner.i18n import _
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

Kind = type[Role] | type[OrganisationKind]


def enter(store: Store, kind: Kind, before: Role | OrganisationKind | None, values: dict[str, Any]) -> None:
    """Store a role or kind of organisation, new ones behind the others, as one step.

    Raises UserError when another has the name.
    """
    known = [one for one in store.all(kind) if before is None or one.id != before.id]
    made: Role | OrganisationKind = kind(
        **values,
        id=before.id if before else 0,
        uid=before.uid if before else "",
        position=before.position if before else max((one.position for one in known), default=-1) + 1,
    )
    _refuse_twice(known, made)
    with store.change(_label(kind, bool(before))) as change:
        if before:
            change.update(made)
        else:
            change.insert(made)


def remove(store: Store, kind: Kind, keys: Iterable[int]) -> None:
    """Delete roles or kinds of organisations, as one step; who had them has none."""
    gone = list(keys)
    label = (
        counted_message("Delete {n} role", "Delete {n} roles", len(gone))
        if kind is Role
        else counted_message("Delete {n} kind of organisation", "Delete {n} kinds of organisations", len(gone))
    )
    with store.change(label) as change:
        change.delete(kind, gone)


def role_called(store: Store, text: str) -> Role:
    """Return the role of that name in any of the three languages; raises UserError when there is none."""
    roles = in_order(store.all(Role))
    keys, unknown = choices.of_titled(roles).find(text)
    if unknown or len(keys) != 1:
        names = ", ".join(role.label for role in roles)
        raise UserError(
            _("No role is called “{name}”.").format(name=text), _("The roles are: {roles}.").format(roles=names)
        )
    return next(role for role in roles if role.id == keys[0])


def _refuse_twice(known: Iterable[Role | OrganisationKind], made: Role | OrganisationKind) -> None:
    for name in filter(None, (made.name_en, made.name_fr, made.name_es)):
        if any(name in (one.name_en, one.name_fr, one.name_es) for one in known):
            raise UserError(_("“{name}” is there already.").format(name=name), _("Give it another name."))


def _label(kind: Kind, is_there: bool) -> Any:
    if kind is Role:
        return message("Edit role") if is_there else message("Add role")
    return message("Edit kind of organisation") if is_there else message("Add kind of organisation")
