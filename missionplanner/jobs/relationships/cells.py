"""Relationships edited as cells of a table: each text checked, and brought into its normal form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from missionplanner.domain.relationships import Relationship, RelationshipParty
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.cell_edits import Edit, EditReport, applied
from missionplanner.jobs.relationships import typed
from missionplanner.jobs.relationships.entering import with_third
from missionplanner.jobs.relationships.registering import registered
from missionplanner.messages import Message
from missionplanner.store.store import Store

THIRD = "third_parties"
EDITABLE = (*typed.RELATIONSHIP, THIRD)
"""The columns of relationships that can be typed into."""


@dataclass(frozen=True, slots=True)
class _Edited:
    """A relationship with its third parties, separated by semicolons."""

    relationship: Relationship
    third: str


def edit(store: Store, edits: Sequence[Edit], name: Message) -> EditReport:
    """Change cells as one step; each is checked as in the form, and one that cannot be changed stays."""
    known = registered(store)
    keys = {one.key for one in edits}
    found = {
        one.id: _Edited(one, "; ".join(known.third.get(one.id, ())))
        for one in known.register.relationships
        if one.id in keys
    }
    after, report = applied(
        edits,
        found,
        _changed,
        lambda one: " – ".join(known.name(key) for key in one.relationship.pair),
    )
    there = store.where(RelationshipParty, "relationship_id", set(after))
    with store.change(name) as change:
        for key, one in after.items():
            if one.relationship != found[key].relationship:
                change.update(one.relationship)
            if one.third != found[key].third:
                with_third(
                    change, key, one.third.split(";"), [party for party in there if party.relationship_id == key]
                )
    return report


def _changed(record: _Edited, edit_: Edit) -> _Edited:
    if edit_.column not in EDITABLE:
        raise UserError(_("This column is worked out and cannot be typed into."))
    if edit_.column == THIRD:
        return replace(record, third=edit_.text)
    return replace(record, relationship=typed.relationship_with(record.relationship, {edit_.column: edit_.text}))
