"""The columns of the sheets of relationships and agreements, as workbooks show and read them back."""

from datetime import datetime
from typing import Any

from missionplanner.domain.agreements import (
    AGREEMENT_KIND_LABELS,
    AGREEMENT_STATUS_LABELS,
    SIGNING_PART_LABELS,
    Agreement,
    AgreementRecord,
    SigningPart,
)
from missionplanner.domain.relationship_states import RelationshipState
from missionplanner.domain.relationships import STAGE_LABELS, Relationship
from missionplanner.domain.time import in_zone
from missionplanner.exchange.books import Cell
from missionplanner.i18n import N_
from missionplanner.jobs.column_labels import heading
from missionplanner.jobs.lists.record_columns import RecordColumn, SheetFacts, Value


def _plain(key: str, label: str = "") -> RecordColumn:
    return RecordColumn(key, label or heading(key), lambda _facts, record: getattr(record, key))


def _worked_out(key: str, label: str, value: Value) -> RecordColumn:
    return RecordColumn(key, label, value, is_edited=False)


def _state(facts: SheetFacts, one: Relationship) -> RelationshipState:
    return facts.snapshot.relationship_states[one.id]


def _stage(facts: SheetFacts, one: Relationship) -> Cell:
    stage = _state(facts, one).stage
    return facts.t(STAGE_LABELS[stage]) if stage else ""


def _value(facts: SheetFacts, one: Relationship) -> Cell:
    """Return the value as a number; where there are several currencies, all of them in words."""
    amounts = _state(facts, one).amounts
    if len(amounts) == 1:
        return _number(amounts[0][1])
    return " + ".join(f"{facts.t.number(round(amount))} {currency}".strip() for currency, amount in amounts)


def _currency(facts: SheetFacts, one: Relationship) -> Cell:
    amounts = _state(facts, one).amounts
    return amounts[0][0] if len(amounts) == 1 else ""


def _expected(facts: SheetFacts, one: Relationship) -> Cell:
    found = _state(facts, one)
    return facts.yes_or_no((found.is_expected and bool(found.amounts)) or None)


def _third(facts: SheetFacts, one: Relationship) -> Cell:
    return "; ".join(facts.snapshot.third_parties_of.get(one.id, ()))


def _intents(facts: SheetFacts, one: Relationship) -> Cell:
    """Return intents as the list of the mission calls them in the language of the workbook."""
    return facts.snapshot.listed_intents.named(one.intents, facts.t.language)


RELATIONSHIPS: tuple[RecordColumn, ...] = (
    _worked_out("company", N_("Company"), lambda facts, one: facts.company(one.company_id)),
    _worked_out("other", N_("Counterpart"), lambda facts, one: facts.company(one.other_id)),
    _worked_out("stage", heading("stage"), _stage),
    _worked_out("since", heading("since"), lambda facts, one: _state(facts, one).since),
    _worked_out("value", heading("value"), _value),
    _worked_out("currency", heading("currency"), _currency),
    _worked_out("expected", heading("expected"), _expected),
    RecordColumn("intents", heading("intents"), _intents),
    _plain("owner", N_("Owner")), _plain("other_owner"),
    _plain("next_step"), _plain("due"),
    _worked_out("third", N_("Third parties"), _third),
    _plain("notes"),
)  # fmt: skip
"""Those of relationships; stage and value follow from what is said of them."""


def _number(value: float | None) -> Cell:
    return int(value) if value is not None and value.is_integer() else value


def _record(facts: SheetFacts, one: Agreement) -> AgreementRecord:
    return next(found for found in facts.snapshot.agreement_records if found.agreement.id == one.id)


def _parties(facts: SheetFacts, one: Agreement) -> Cell:
    return "; ".join(map(facts.snapshot.party_name, _record(facts, one).parties))


def _of_part(part: SigningPart) -> Value:
    """Return what names those of a part in the signing, in their order, but for those who dropped out."""

    def value(facts: SheetFacts, one: Agreement) -> Cell:
        there = (each for each in _record(facts, one).signatories if each.part is part and not each.is_out)
        return "; ".join(facts.snapshot.signatory_name(each) for each in there)

    return value


def _event(facts: SheetFacts, one: Agreement) -> Cell:
    return next((event.name(facts.t.language) for event in facts.snapshot.events if event.id == one.event_id), "")


def _embargo(facts: SheetFacts, one: Agreement) -> datetime | None:
    """Return the end of the embargo on the clocks of the signing, else of the first stop."""
    if one.embargo is None:
        return None
    event = next((event for event in facts.snapshot.events if event.id == one.event_id), None)
    stop = facts.snapshot.stop.get(event.stop_id) if event else next(iter(facts.snapshot.stops), None)
    return in_zone(one.embargo, stop.time_zone if stop else "UTC")


_OF_ALL: tuple[RecordColumn, ...] = (
    RecordColumn("kind", heading("kind"), lambda facts, one: facts.t(AGREEMENT_KIND_LABELS[one.kind])),
    _plain("title_en"), _plain("title_fr"), _plain("title_es"),
    RecordColumn("status", N_("Status"), lambda facts, one: facts.t(AGREEMENT_STATUS_LABELS[one.status])),
    _worked_out("parties", heading("parties"), _parties),
    _worked_out("signatories", SIGNING_PART_LABELS[SigningPart.SIGNS], _of_part(SigningPart.SIGNS)),
    _worked_out("witnesses", SIGNING_PART_LABELS[SigningPart.WITNESS], _of_part(SigningPart.WITNESS)),
    _plain("signed_on"),
    _worked_out("event", N_("Event"), _event),
    RecordColumn("announced_value", heading("announced_value"), lambda _facts, one: _number(one.announced_value)),
    _plain("currency"),
    _worked_out("embargo", heading("embargo"), _embargo),
)  # fmt: skip
_OF_SENSITIVE: tuple[RecordColumn, ...] = (
    RecordColumn("actual_value", heading("actual_value"), lambda _facts, one: _number(one.actual_value)),
    _plain("notes"),
)


def agreement_columns(sensitive: bool) -> tuple[RecordColumn, ...]:
    """Return those of agreements; the real value and notes only where somebody chose so."""
    return (*_OF_ALL, *(_OF_SENSITIVE if sensitive else ()))


def told(found: list[Any], at: datetime) -> list[Any]:
    """Return the agreements the press may be told of at a time: others leave only where somebody chose so."""
    return [one for one in found if one.may_be_told(at)]


def relationships_in_order(facts: SheetFacts) -> list[Any]:
    """Return the relationships by the names of both."""
    t = facts.t
    return sorted(
        facts.snapshot.relationships,
        key=lambda one: (*(t.sort_key(facts.company(key)) for key in one.pair), one.id),
    )
