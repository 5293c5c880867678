"""The columns of the mission's own fields in workbooks."""

from typing import Any

from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind, day, number
from missionplanner.domain.snapshot import Snapshot
from missionplanner.exchange.books import Cell
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts, Value


def of_own_fields(snapshot: Snapshot, subject: Subject, sensitive: bool) -> list[RecordColumn]:
    """Return the columns of the mission's own fields; sensitive: also those nobody else may read."""
    kinds = {FieldKind.WEB: "web", FieldKind.EMAIL: "mail"}
    return [
        RecordColumn(field.name, field.label, _own(subject, field), kinds.get(field.kind, "text"), own=field)
        for field in snapshot.own.of(subject, sensitive=sensitive)
    ]


def _own(subject: Subject, field: OwnField) -> Value:
    """Return what shows an own field: a real number or date where it is one, else as people read it."""

    def value(facts: SheetFacts, record: Any) -> Cell:
        values = {
            Subject.COMPANY: facts.snapshot.own_of_company,
            Subject.PERSON: facts.snapshot.own_of_person,
            Subject.REQUEST: facts.snapshot.own_of_request,
        }[subject]
        text = values.get(record.id, {}).get(field.name, "")
        if field.kind is FieldKind.DATE and (found := day(text)):
            return found
        if field.kind is FieldKind.NUMBER and (exact := number(text)) is not None:
            return float(exact) if exact % 1 else int(exact)
        return field.shown_in(text, facts.t.language)

    return value
