"""The changes an import makes, and the values it keeps, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.changes import FieldChange, Kept
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields
from missionplanner.domain.people import OrganisationKind
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.wording import field_shown, person_field

_LONGEST = 200
"""Characters of a value in a sentence."""


def in_words(field: str, old: str, new: str) -> str:
    """Return a field with its old and its new value; of one that was or becomes empty the other is said alone."""
    if not old:
        return _("{field} (new: “{new}”)").format(field=field, new=new)
    if not new:
        return _("{field} (no longer “{old}”)").format(field=field, old=old)
    return _("{field} (“{old}” → “{new}”)").format(field=field, old=old, new=new)


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Puts changes in words; sectors, stops and kinds by their names."""

    sectors: list[Sector]
    stops: list[Stop]
    kinds: list[OrganisationKind]
    own: OwnFields = NO_FIELDS

    def of_later_row(
        self, row: int, first: int, kept: Iterable[Kept], changes: Iterable[FieldChange]
    ) -> Iterator[Issue]:
        """Report what a later row about a company says otherwise than its first row."""
        for one in kept:
            text = _("{field} stays “{ours}” as in row {row}; this row says “{theirs}”.")
            yield self._issue("says_otherwise", text, row, one, first)
        for change in changes:
            text = _("{field} becomes “{theirs}”; row {row} said “{ours}”.")
            yield self._issue("replaces", text, row, Kept(change.field, change.old, change.new, change.person), first)

    def of_kept(self, row: int, kept: Iterable[Kept]) -> Iterator[Issue]:
        """Report the values of the mission that stay although the file says others."""
        for one in kept:
            if one.field == "delegates" and not one.theirs:
                text = _("{name} is not in the file any more, and stays.").format(name=one.person)
                yield Issue("not_named", text, Severity.WARNING, row, label(one.field))
            else:
                typed = _("{field} stays “{ours}”, typed since; the file says “{theirs}”.")
                said = _("{field} stays “{ours}”, as another form says; the file says “{theirs}”.")
                yield self._issue("edited_since", said if one.from_source else typed, row, one)

    def of_changes(self, changes: Iterable[FieldChange]) -> str:
        """Return the fields that change, each with its old and its new value, in a sentence."""
        words = [
            in_words(person_field(one.person, one.field, self.own), self.value(one, one.old), self.value(one, one.new))
            for one in changes
        ]
        return _("Changes {fields}.").format(fields=", ".join(words)) if words else ""

    def value(self, of: Kept | FieldChange, value: Any) -> str:
        """Return a value as people read it."""
        return field_shown(of.field, value, self.sectors, self.stops, self.kinds, self.own)[:_LONGEST]

    def _issue(self, code: str, text: str, row: int, kept: Kept, other: int = 0) -> Issue:
        theirs = self.value(kept, kept.theirs)
        said = text.format(
            field=person_field(kept.person, kept.field, self.own),
            ours=self.value(kept, kept.ours),
            theirs=theirs,
            row=other,
        )
        return Issue(code, said, Severity.WARNING, row, label(kept.field, self.own), theirs)
