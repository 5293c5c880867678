"""Agreements as they are typed: texts by the names of what they have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from missionplanner.domain import bounds, dates
from missionplanner.domain.agreements import (
    AGREEMENT_KIND_LABELS,
    AGREEMENT_STATUS_LABELS,
    SIGNING_PART_LABELS,
    Agreement,
    AgreementKind,
    AgreementRecord,
    AgreementStatus,
    SigningPart,
)
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import words
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.i18n import LANGUAGES, _, translator
from missionplanner.jobs.agreements import entering
from missionplanner.jobs.agreements.entering import TypedSignatory
from missionplanner.jobs.programme import event_entry
from missionplanner.jobs.typed_amounts import typed_currency, typed_value
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

FIELDS = (
    "kind", "title_en", "title_fr", "title_es", "status", "signed_on", "event", "position", "announced_value",
    "actual_value", "currency", "embargo", "notes", "parties", "signatories",
)  # fmt: skip
"""The fields that can be typed; parties and signatories are separated by semicolons, what is said of a signatory by
bars: "Ana Ruiz|CEO|Party", "Luis Vega|Minister||witness"."""
_CODES: dict[str, tuple[type, Mapping[Any, str]]] = {
    "kind": (AgreementKind, AGREEMENT_KIND_LABELS), "status": (AgreementStatus, AGREEMENT_STATUS_LABELS),
}  # fmt: skip


def enter_texts(store: Store, before: AgreementRecord | None, texts: Mapping[str, str]) -> int:
    """Store an agreement, new or edited, with typed texts, as one step; return its key.

    Raises UserError for what it cannot have.
    """
    snapshot = store.snapshot()
    rows = parties_of(snapshot, before) if before else []
    if "parties" in texts:
        rows = [part.strip() for part in texts["parties"].split(";") if part.strip()]
    signing = signatories_of(snapshot, before) if before else []
    if "signatories" in texts:
        signing = [_row(part) for part in texts["signatories"].split(";") if part.strip()]
    return enter_rows(store, before, texts, rows, signing)


def enter_rows(
    store: Store,
    before: AgreementRecord | None,
    texts: Mapping[str, str],
    parties: Sequence[str],
    signatories: Sequence[Sequence[str]],
) -> int:
    """Store what `enter_texts` does, with the parties and signatories in rows.

    A signatory has a name, a post, a party, a part, and why they dropped out. Raises UserError for what cannot be.
    """
    typed = {name: _typed(store, before, name, text.strip()) for name, text in texts.items() if name in _OF_AGREEMENT}
    values = {"event_id" if name == "event" else name: value for name, value in typed.items()}
    for name, value in values.items():
        if value is not None and (problem := bounds.problem(Agreement, name, value)):
            raise UserError(problem)
    agreement = replace(before.agreement, **values) if before else Agreement(**values)
    return entering.enter(store, before, agreement, [one for one in parties if one], list(map(_signatory, signatories)))


_OF_AGREEMENT = FIELDS[:-2]


def parties_of(snapshot: Snapshot, record: AgreementRecord) -> list[str]:
    """Return the names of the parties of an agreement as they are now."""
    return [snapshot.party_name(one) for one in record.parties]


def signatories_of(snapshot: Snapshot, record: AgreementRecord) -> list[tuple[str, ...]]:
    """Return the signatories of an agreement in rows, as they are typed."""
    names = {one.id: snapshot.party_name(one) for one in record.parties}
    return [
        (
            snapshot.signatory_name(one), one.post, names.get(one.party_id or 0, ""), one.part.label,
            (one.note or _("yes")) if one.is_out else "",
        )
        for one in record.signatories
    ]  # fmt: skip


def shown(store: Store, agreement: Agreement) -> dict[str, Any]:
    """Return the values of an agreement as they are typed."""
    event = next((one for one in store.all(Event) if one.id == agreement.event_id), None)
    zone = _zone(store, agreement)
    return {
        "kind": agreement.kind, "title_en": agreement.title_en, "title_fr": agreement.title_fr,
        "title_es": agreement.title_es, "status": agreement.status, "notes": agreement.notes,
        "signed_on": agreement.signed_on.isoformat() if agreement.signed_on else "",
        "event": event.id if event else None, "position": str(agreement.position or ""),
        "announced_value": _amount(agreement.announced_value), "actual_value": _amount(agreement.actual_value),
        "currency": agreement.currency,
        "embargo": in_zone(agreement.embargo, zone).strftime("%Y-%m-%d %H:%M") if agreement.embargo else "",
    }  # fmt: skip


def _amount(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value.is_integer() else str(value)


def _zone(store: Store, agreement: Agreement | None) -> str:
    """Return the time zone an embargo is typed in: that of the signing, else of the first stop."""
    stops = {one.id: one for one in store.all(Stop)}
    event = next((one for one in store.all(Event) if agreement and one.id == agreement.event_id), None)
    stop = stops.get(event.stop_id) if event else next(iter(stops.values()), None)
    return stop.time_zone if stop else "UTC"


def _typed(store: Store, before: AgreementRecord | None, name: str, text: str) -> Any:
    if name in _CODES:
        kind, labels = _CODES[name]
        return one_of(kind, labels, text)
    if name == "signed_on":
        return typed_day(text)
    if name == "embargo":
        return _moment(store, before, text)
    if name == "event":
        return event_entry.called(store, text).id if text else None
    if name == "position":
        return int(typed_value(text) or 0)
    if name in ("announced_value", "actual_value"):
        return typed_value(text)
    return typed_currency(text) if name == "currency" else text


def one_of(kind: type, labels: Mapping[Any, str], text: str) -> Any:
    """Return the member of a kind a text calls, by its code or its label in any language.

    Raises UserError where it calls none.
    """
    plain = words(text)
    for member in kind:  # type: ignore[attr-defined]
        if plain in {words(member.value), *(words(translator(one)(labels[member])) for one in LANGUAGES)}:
            return member
    names = ", ".join(member.label for member in kind)  # type: ignore[attr-defined]
    raise UserError(_("“{text}” is not one of the choices.").format(text=text), names)


def _moment(store: Store, before: AgreementRecord | None, text: str) -> datetime | None:
    if not text:
        return None
    mission = store.mission
    found = dates.moments(text, dates.around((mission.starts, mission.ends)))
    if len(found) != 1:
        raise UserError(_("“{text}” is no day with a time.").format(text=text), _("Write it as 2026-02-16T10:00."))
    zone = ZoneInfo(_zone(store, before.agreement if before else None))
    return found[0] if found[0].tzinfo else found[0].replace(tzinfo=zone)


def _row(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


def _signatory(row: Sequence[str]) -> TypedSignatory:
    name, post, party, part, out = (*row, "", "", "", "", "")[:5]
    if not name:
        raise UserError(_("A signatory has no name."), _("Type it, or delete the row."))
    signs = one_of(SigningPart, SIGNING_PART_LABELS, part) if part else SigningPart.SIGNS
    said = answers.plainly(out) if out else False
    return TypedSignatory(name, post, party, signs, said is not False, "" if said is not None else out)
