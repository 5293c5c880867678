"""What changed in a pack since it was printed, in words.

The journal keeps of every printed pack its meetings and events with when and where, and a digest of everything else.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.packs import PAGE_LABELS, PackPage
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import N_, Translator
from missionplanner.pack import gather
from missionplanner.pack.content import Own, Shared
from missionplanner.pack.leader import Leader
from missionplanner.pack.papers import Papers

Content = dict[str, Any]
"""parts: digests by section; meetings: [start, end, company, venue, table] by uid; events: [start, end, name, place] by
uid; profiles: digests by company. Times are ISO 8601 on the clocks of the stop.
"""
PAPER_LABELS = {
    "plan": N_("Table plan"), "tables": N_("Table cards"), "people": N_("Pick-up list"),
    "interpreters": N_("Interpreters"), "sign-in": N_("Sign-in sheets"), "calls": N_("Calls of the evening before"),
    "badges": N_("Name badges"), "cards": N_("Place cards"),
}  # fmt: skip
LEADER_LABELS = {
    "talking": N_("Talking points"), "met": N_("Whom you meet when"), "precedence": N_("Order of precedence"),
    "biographies": N_("Biographies"),
}  # fmt: skip
_LABELS = {
    "cover": N_("Cover"), **{page.value: label for page, label in PAGE_LABELS.items()}, **PAPER_LABELS, **LEADER_LABELS,
}  # fmt: skip


def digest(thing: object) -> str:
    """A short digest of plain data."""
    return hashlib.sha256(repr(thing).encode("utf-8", "replace")).hexdigest()[:12]


def shared_parts(shared: Shared) -> dict[str, str]:
    """Digests of the sections all packs of a language have in common, by page; in the order of the pages."""
    more: dict[str, object] = {
        PackPage.DIRECTORY: shared.directory, PackPage.COUNTERPARTS: shared.counterparts,
        PackPage.BRIEFING: shared.bars, PackPage.LOGISTICS: (shared.venues, shared.stops),
    }  # fmt: skip
    cover = (shared.mission, shared.organiser, shared.dates, shared.cities, shared.languages, shared.flags,
             shared.colour, shared.logo, shared.letter_size)  # fmt: skip
    always = (PackPage.LOGISTICS, PackPage.EVALUATION)
    parts: dict[str, str] = {"cover": digest(cover)}
    for page in shared.pages:
        if page in always or page in shared.texts or more.get(page):
            parts[page] = digest((shared.texts.get(page), more.get(page)))
    return parts


def leader_parts(shared: Shared, special: Leader) -> dict[str, str]:
    """Digests of the sections of the leader edition."""
    return {
        **{page: shared_parts(shared).get(page, "") for page in ("cover", *shared.texts)},
        "talking": digest(shared.texts.get("talking")), "programme": digest((special.days, shared.stops)),
        "met": digest(special.met), "precedence": digest(special.precedence),
        "biographies": digest(special.biographies), "directory": digest(shared.directory),
        "counterparts": digest(shared.counterparts),
    }  # fmt: skip


def paper_parts(special: Papers) -> dict[str, str]:
    """Digests of the papers of the organiser edition."""
    labels = {key: digest(badges) for key, badges in special.labels.items()}
    return {section.key: digest(section) for section in special.sections} | labels


def content_of(
    snapshot: Snapshot, company: Company, person: Delegate | None, own: Own, shared: Shared, parts: dict[str, str]
) -> Content:
    """What the journal keeps of a company's or delegate's pack."""
    meetings: dict[str, list[Any]] = {}
    profiles: dict[str, str] = {}
    for meeting, row in zip(gather.meetings_of(snapshot, company, person), own.meetings, strict=True):
        slot, zone = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id].time_zone
        number = snapshot.table[meeting.table_id].number
        meetings[meeting.uid] = [*_span(slot, zone), row.profile.name, row.venue, number]
        profiles[row.profile.name] = digest(row.profile)
    events = {
        event.uid: [
            *_span(event, snapshot.stop[event.stop_id].time_zone), event.name(shared.language), _place(snapshot, event)
        ]
        for event in snapshot.events if snapshot.attends(company.id, event)
    }  # fmt: skip
    mine = {"own": digest((own.company, own.delegate, own.people, own.sectors, own.logo))}
    return {"parts": parts | mine, "meetings": meetings, "events": events, "profiles": profiles}


def sentences(before: str, after: Content, t: Translator) -> tuple[str, ...]:
    """What is different from a printed pack, a sentence each; empty where nothing is or nothing is known of it."""
    old: Content = json.loads(before) if before else {}
    if not old:
        return ()
    return (*_meetings(old, after, t), *_events(old, after, t), *_parts(old, after, t))


def _meetings(old: Content, new: Content, t: Translator) -> Iterator[str]:
    before, after = old.get("meetings", {}), new.get("meetings", {})
    for uid in sorted({*before, *after}, key=lambda uid: (after.get(uid) or before[uid])[0]):
        was, now = before.get(uid), after.get(uid)
        if was == now:
            continue
        if was is None or now is None:
            pattern = (
                t("New meeting: {when}, {company}, {place}") if now else t("No longer: {when}, {company}, {place}")
            )
            row = now or was
            yield pattern.format(when=_when(row, t), company=row[2], place=_table(row, t))
        elif was[:2] == now[:2]:
            pattern = t("{when} meeting with {company} moved to {place}")
            yield pattern.format(when=_when(now, t), company=now[2], place=_table(now, t))
        else:
            pattern = t("Meeting with {company} moved from {before} to {when}, {place}")
            yield pattern.format(company=now[2], before=_when(was, t), when=_when(now, t), place=_table(now, t))
    for company, mark in new.get("profiles", {}).items():
        if old.get("profiles", {}).get(company, mark) != mark:
            yield t("Profile of {company} changed").format(company=company)


def _events(old: Content, new: Content, t: Translator) -> Iterator[str]:
    before, after = old.get("events", {}), new.get("events", {})
    for uid in sorted({*before, *after}, key=lambda uid: (after.get(uid) or before[uid])[0]):
        was, now = before.get(uid), after.get(uid)
        if was == now:
            continue
        pattern = t("No longer: {when}, {event}")
        if now:
            pattern = t("Changed: {when}, {event}") if was else t("New: {when}, {event}")
        row = now or was
        place = f" ({row[3]})" if now and row[3] else ""
        yield pattern.format(when=_when(row, t), event=f"{row[2]}{place}")


def _parts(old: Content, new: Content, t: Translator) -> Iterator[str]:
    before, after = old.get("parts", {}), new["parts"]
    for key in {**after, **before}:
        name = t(_LABELS.get(key, ""))
        if key == "own":
            if before.get(key) != after.get(key):
                yield t("The company’s own details changed")
        elif key not in after:
            yield t("No longer in the pack: {page}").format(page=name)
        elif key not in before:
            yield t("New in the pack: {page}").format(page=name)
        elif before[key] != after[key]:
            yield t("Changed: {page}").format(page=name)


def _span(record: Any, zone: str) -> tuple[str, str]:
    starts, ends = in_zone(record.starts, zone), in_zone(record.ends, zone)
    return starts.strftime("%Y-%m-%dT%H:%M"), ends.strftime("%Y-%m-%dT%H:%M")


def _when(row: list[Any], t: Translator) -> str:
    starts = datetime.fromisoformat(row[0])
    return f"{t.date(starts.date(), 'MMMEd')} {t.time(starts)}"


def _table(row: list[Any], t: Translator) -> str:
    table = t("table {number}").format(number=row[4])
    return f"{row[3]}, {table}"


def _place(snapshot: Snapshot, event: Any) -> str:
    venue = snapshot.venue.get(event.venue_id or 0)
    return str(event.place or (venue.name if venue else ""))
