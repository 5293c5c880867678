"""Agreements on paper: who signs what in which order, what the press may be told, and what a leader reads."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from missionplanner.domain.agreements import (
    AGREEMENT_KIND_LABELS,
    SIGNING_PART_LABELS,
    AgreementRecord,
    AgreementStatus,
    Signatory,
)
from missionplanner.domain.events import Event
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import Translator
from missionplanner.pack.editions import Cell, GroupedPaper, PaperSheet
from missionplanner.pack.phrases import Phrase

_TOLD = (AgreementStatus.READY, AgreementStatus.SIGNED, AgreementStatus.ANNOUNCED)
"""The statuses in which the press is told of an agreement."""


def run_sheets(snapshot: Snapshot, t: Translator) -> Iterator[PaperSheet]:
    """Yield a list a signing: each agreement in its order, and below one another who signs and who is witness."""
    heads = (t("Order"), t("Agreement"), t("Name"), t("For"), t("Role"))
    for event, found in _by_event(snapshot):
        rows = tuple(row for n, record in enumerate(found, start=1) for row in _run_rows(snapshot, record, n, t))
        heading = _heading(snapshot, event, t) if event else t("Without a signing ceremony")
        yield GroupedPaper(heading, heads, rows, (0.08, 0.28, 0.27, 0.27, 0.1), new_page=True)


def press_sheets(snapshot: Snapshot, t: Translator, at: datetime) -> Iterator[PaperSheet]:
    """Yield a list a signing of what the press may be told at a time; the real value is nobody's business."""
    heads = (t("Agreement"), t("Kind"), t("Parties"), t("Signatories"), t("Announced value"))
    for event, found in _by_event(snapshot):
        told = [one for one in found if one.agreement.status in _TOLD and one.agreement.may_be_told(at)]
        rows = tuple(_press_row(snapshot, record, t) for record in told)
        if rows:
            heading = _heading(snapshot, event, t) if event else t("Without a signing ceremony")
            yield PaperSheet(heading, heads, rows, (0.25, 0.14, 0.2, 0.27, 0.14))


def withheld(snapshot: Snapshot, at: datetime) -> int:
    """Return how many agreements the press would be told of if they were not under embargo at a time."""
    found = [one.agreement for one in snapshot.agreement_records]
    return sum(one.status in _TOLD and not one.may_be_told(at) for one in found)


def lines_of(snapshot: Snapshot, event: Event, t: Translator) -> tuple[str, ...]:
    """Return what is signed at an event, in sentences: by whom for whom, and who dropped out."""
    lines = []
    for record in snapshot.agreement_records:
        if record.agreement.event_id != event.id or record.agreement.status is AgreementStatus.ENDED:
            continue
        parties = ", ".join(map(snapshot.party_name, record.parties))
        lines.append(
            t("Signing: {agreement} ({parties})").format(agreement=record.agreement.title(t.language), parties=parties)
        )
        lines += [
            t("{name} dropped out.").format(name=snapshot.signatory_name(one, t.language)) for one in record.dropped
        ]
    return tuple(lines)


def _by_event(snapshot: Snapshot) -> Iterator[tuple[Event | None, list[AgreementRecord]]]:
    events = {one.id: one for one in snapshot.events}
    found: dict[int, list[AgreementRecord]] = defaultdict(list)
    for record in snapshot.agreement_records:
        if record.agreement.status is not AgreementStatus.ENDED:
            found[record.agreement.event_id or 0].append(record)
    order = sorted(found, key=lambda key: (key not in events, events[key].starts if key in events else None, key))
    for key in order:
        yield events.get(key), found[key]


def _heading(snapshot: Snapshot, event: Event, t: Translator) -> str:
    stop = snapshot.stop[event.stop_id]
    starts, ends = (in_zone(moment, stop.time_zone) for moment in (event.starts, event.ends))
    venue = snapshot.venue.get(event.venue_id or 0)
    place = venue.name if venue else event.said("place", t.language)[0]
    parts = (event.name(t.language), place, stop.name(t.language), t.date(starts.date(), "full"), t.times(starts, ends))
    return ", ".join(filter(None, parts))


def _run_rows(snapshot: Snapshot, record: AgreementRecord, number: int, t: Translator) -> Iterator[tuple[str, ...]]:
    agreement = record.agreement
    about = [agreement.title(t.language), t(AGREEMENT_KIND_LABELS[agreement.kind])]
    if agreement.embargo:
        zone = snapshot.stops[0].time_zone if snapshot.stops else "UTC"
        about.append(t("Embargo until {moment}").format(moment=t.moment(in_zone(agreement.embargo, zone))))
    first = (str(number), ". ".join(about))
    missing = [one for one in record.unsigned if not record.of(one)]
    rows = [_signer(snapshot, record, one, t) for one in record.signatories]
    rows += [(t("nobody named yet"), snapshot.party_name(one), "") for one in missing]
    for place, row in enumerate(rows or [("", "", "")]):
        yield (*(first if not place else ("", "")), *row)


def _signer(snapshot: Snapshot, record: AgreementRecord, one: Signatory, t: Translator) -> tuple[str, str, str]:
    party = next((party for party in record.parties if party.id == one.party_id), None)
    name = ", ".join(filter(None, (snapshot.signatory_name(one, t.language), one.post)))
    if one.is_out:
        out = t("dropped out: {note}").format(note=one.note) if one.note else t("dropped out")
        name = f"{name} – {out}"
    return name, snapshot.party_name(party) if party else "", t(SIGNING_PART_LABELS[one.part])


def _press_row(snapshot: Snapshot, record: AgreementRecord, t: Translator) -> tuple[Cell, ...]:
    agreement = record.agreement
    signs = [one for one in record.signatories if not one.is_out]
    names = tuple(
        Phrase(", ".join(filter(None, (snapshot.signatory_name(one, t.language), one.post)))) for one in signs
    )
    amount = "" if agreement.announced_value is None else t.number(agreement.announced_value)
    value = "\N{NO-BREAK SPACE}".join(filter(None, (amount, amount and agreement.currency)))
    parties = ", ".join(map(snapshot.party_name, record.parties))
    return agreement.title(t.language), t(AGREEMENT_KIND_LABELS[agreement.kind]), parties, names, value
