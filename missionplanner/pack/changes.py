"""The changes to a pack since it was printed, in words.

The journal keeps the times and places of the meetings and events of every printed pack, and a digest of the rest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from typing import Any

from missionplanner.domain import meeting_places, video
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.packs import PAGE_LABELS, PAPER_LABELS, PackPage
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import N_, Translator, translator
from missionplanner.pack import gathering
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.editions import DirectoryVolume, Leader, Papers

Content = dict[str, Any]
"""parts: digests by section; meetings: [start, end, company, venue, table, uids of the company and the table, digest of
who attends and who asked] by uid; events: [start, end, name, place, kind] by uid; profiles: [name, digest] by the
company's uid. Times are ISO 8601 on the clocks of the stop. Keys would be others in a copy this one is merged with.
"""
_MINUTE = "%Y-%m-%dT%H:%M"
DETAILS = 7
"""The place of the digest of who attends in what is kept of a meeting; older prints have none."""
LEADER_LABELS = {
    "talking": N_("Talking points"), "met": N_("Whom to meet when and where"), "precedence": N_("Order of precedence"),
    "biographies": N_("Biographies"),
}  # fmt: skip
_LABELS = {
    "cover": N_("Cover"), **{page.value: label for page, label in PAGE_LABELS.items()}, **PAPER_LABELS, **LEADER_LABELS,
}  # fmt: skip


_SENTENCES = {
    "own": N_("The company’s own details changed"), "order": N_("The pages or their order changed"),
}  # fmt: skip
LEADER_PAGES = ("briefing", "protocol", "logistics", "contacts")
"""The pages of the mission that stand in the leader edition."""


def digest(thing: object) -> str:
    """A short digest of plain data."""
    return hashlib.sha256(repr(thing).encode("utf-8", "replace")).hexdigest()[:12]


def shared_parts(shared: Shared, pages: Iterable[str]) -> dict[str, str]:
    """Digests of the sections all packs of a language have in common, of these pages."""
    more: dict[str, object] = {
        PackPage.DIRECTORY: shared.directory,
        PackPage.COUNTERPARTS: shared.counterparts,
        PackPage.BRIEFING: (shared.charts, shared.briefings) if shared.briefings else shared.charts,
        PackPage.LOGISTICS: (shared.venues, shared.stops, shared.places, shared.ways),
    }
    always = (PackPage.LOGISTICS, PackPage.EVALUATION)
    parts: dict[str, str] = {"cover": digest(_cover(shared))}
    for page in pages:
        if page in always or page in shared.texts or more.get(page):
            parts[page] = digest((shared.texts.get(page), more.get(page)))
    return parts


def _cover(shared: Shared) -> tuple[object, ...]:
    return (
        shared.mission,
        shared.organiser,
        shared.dates,
        shared.cities,
        shared.flags,
        shared.colour,
        shared.logo,
        shared.letter_size,
    )


def leader_parts(shared: Shared, special: Leader) -> dict[str, str]:
    """Digests of the sections of the leader edition."""
    own = {"day-sheets": digest(special.own_days)} if special.own_days else {}
    own |= {"replaced": digest(special.replaced)} if special.replaced else {}
    return (
        shared_parts(shared, LEADER_PAGES)
        | own
        | {
            "talking": digest(shared.texts.get("talking")),
            "programme": digest((special.days, shared.stops)),
            "met": digest(special.met),
            "precedence": digest(special.precedence),
            "biographies": digest(special.biographies),
        }
    )


def directory_parts(shared: Shared, volume: DirectoryVolume) -> dict[str, str]:
    """Digests of the sections of the directory."""
    pages = (PackPage.DIRECTORY, PackPage.COUNTERPARTS)
    return shared_parts(shared, pages) | {PackPage.PROFILES: digest(volume)}


def paper_parts(shared: Shared, special: Papers) -> dict[str, str]:
    """Digests of the papers of the organiser edition, and of what is on all of them."""
    labels = {
        key: digest((badges, shared.mission, shared.colour, shared.letter_size))
        for key, badges in special.labels.items()
    }
    return {"cover": digest(_cover(shared))} | {section.key: digest(section) for section in special.sections} | labels


def content_of(
    snapshot: Snapshot, company: Company, person: Person | None, own: Own, shared: Shared, parts: dict[str, str]
) -> Content:
    """The part the journal keeps of a company's or delegate's pack."""
    t = translator(shared.language)
    meetings: dict[str, list[Any]] = {}
    profiles: dict[str, list[str]] = {}
    for (whose, meeting), row in zip(gathering.meetings_of(snapshot, company, person), own.meetings, strict=True):
        slot, zone = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id].time_zone
        place, number = _place_and_table(snapshot, meeting, row.venue, t)
        other = gathering.other_of(meeting, whose)
        meetings[meeting.uid] = [*_span(slot, zone), row.profile.name, place, number]
        meetings[meeting.uid] += _uids(snapshot, meeting, other)
        meetings[meeting.uid].append(digest((row.person, row.who, row.theirs, row.interpreter, row.asked, row.where)))
        profiles[snapshot.company[other].uid] = [row.profile.name, digest(replace(row.profile, name="", card=""))]
    events = _events_told(snapshot, gathering.events_of(snapshot, company, person), shared.language)
    mine = {
        "own": digest((own.company, own.delegate, own.people, own.sectors, own.logo)),
        "order": digest(shared.pages),
    }
    if PackPage.FELLOWS in shared.pages:
        mine[PackPage.FELLOWS] = digest(own.fellows)
    if PackPage.BRIEFING in parts or own.charts or own.briefings:
        # The last of the counts is that of one's meetings, whose changes are told one by one.
        facts = replace(own.facts, counts=own.facts.counts[:-1]) if own.facts else None
        mine[PackPage.BRIEFING] = digest((parts.get(PackPage.BRIEFING), facts, own.charts, *own.briefings))
    return {"parts": parts | mine, "meetings": meetings, "events": events, "profiles": profiles}


def timetable_of(
    snapshot: Snapshot, company: Company, person: Person | None, t: Translator, day: Day | None = None
) -> Content:
    """The part of a letter that says when and where a company, or one of its people, has to be; of one day or all."""
    meetings: dict[str, list[Any]] = {}
    for whose, meeting in gathering.meetings_of(snapshot, company, person):
        slot, zone = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id].time_zone
        if day in (None, in_zone(slot.starts, zone).date()):
            other = gathering.other_of(meeting, whose)
            place, number = _place_and_table(snapshot, meeting, gathering.venue_name(snapshot, meeting, t), t)
            row = [*_span(slot, zone), snapshot.company[other].name, place, number]
            meetings[meeting.uid] = [*row, *_uids(snapshot, meeting, other)]
    events = gathering.events_of(snapshot, company, person)
    of_day = [event for event in events if day in (None, snapshot.ends_of(event).starts.date())]
    return {"parts": {}, "meetings": meetings, "events": _events_told(snapshot, of_day, t.language)}


def _uids(snapshot: Snapshot, meeting: Meeting, other: int) -> tuple[str, str | None]:
    """The uids of the company a meeting is with, and of its table; at an office there is none."""
    table = snapshot.table.get(meeting.table_id or 0)
    return snapshot.company[other].uid, table.uid if table else None


def lines(content: Content, t: Translator) -> tuple[str, ...]:
    """The meetings and events of a timetable in their order, a line each."""
    rows = [(row, _table(row, t)) for row in content["meetings"].values()]
    rows += [(row, row[3]) for row in content["events"].values()]
    rows.sort(key=lambda one: one[0][:3])
    return tuple(", ".join(filter(None, (_when(row, t), row[2], place))) for row, place in rows)


def _events_told(snapshot: Snapshot, events: Iterable[Event], language: str) -> dict[str, list[Any]]:
    return {
        event.uid: [
            *(moment.strftime(_MINUTE) for moment in _both(snapshot, event)),
            event.name(language),
            _place(snapshot, event, language),
            event.kind.value,
        ]
        for event in events
    }


def sentences(before: str, after: Content, t: Translator) -> tuple[str, ...]:
    """The differences from a printed pack, a sentence each; empty where there are none or nothing is known of it."""
    old: Content = json.loads(before) if before else {}
    if not old:
        return ()
    return (*_meetings(old, after, t), *_events(old, after, t), *_parts(old, after, t))


def _meetings(old: Content, new: Content, t: Translator) -> Iterator[str]:
    before, after = old.get("meetings", {}), new.get("meetings", {})
    for uid in sorted({*before, *after}, key=lambda uid: (after.get(uid) or before[uid])[0]):
        was, now = before.get(uid), after.get(uid)
        if was and now and was[5:6] == now[5:6]:
            yield from _same_meeting(was, now, t)
            continue
        for row, pattern in (
            (was, t("No longer: {when}, {company}, {place}")),
            (now, t("New meeting: {when}, {company}, {place}")),
        ):
            if row:
                yield pattern.format(when=_when(row, t), company=row[2], place=_table(row, t))
    for key, (company, mark) in new.get("profiles", {}).items():
        known = old.get("profiles", {}).get(key)
        if known and known[1] != mark:
            yield t("Profile of {company} changed").format(company=company)


def _same_meeting(was: list[Any], now: list[Any], t: Translator) -> Iterator[str]:
    """The changes of a meeting between the same two companies."""
    facts = {"when": _when(now, t), "company": now[2], "place": _table(now, t)}
    if was[:2] != now[:2]:
        pattern = t("Meeting with {company} moved from {before} to {when}, {place}")
        yield pattern.format(before=_when(was, t), **facts)
    elif was[6:7] != now[6:7]:
        yield t("{when} meeting with {company} moved to {place}").format(**facts)
    elif was[3:5] != now[3:5]:
        yield t("{when} meeting with {company}: the place is now called {place}").format(**facts)
    if len(was) > DETAILS and was[DETAILS] != now[DETAILS]:
        yield t("{when} meeting with {company}: who attends, who interprets or who asked for it changed").format(
            **facts
        )
    if was[2] != now[2]:
        yield t("{before} is now called {company}").format(before=was[2], company=now[2])


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
        if key in _SENTENCES:
            if before.get(key) != after.get(key):
                yield t(_SENTENCES[key])
        elif key not in after:
            yield t("No longer in the pack: {page}").format(page=name)
        elif key not in before:
            pattern = t("Not printed yet: {page}") if key in PAPER_LABELS else t("New in the pack: {page}")
            yield pattern.format(page=name)
        elif before[key] != after[key]:
            yield t("Changed: {page}").format(page=name)


def _span(record: Any, zone: str) -> tuple[str, str]:
    starts, ends = in_zone(record.starts, zone), in_zone(record.ends, zone)
    return starts.strftime(_MINUTE), ends.strftime(_MINUTE)


def _both(snapshot: Snapshot, event: Event) -> tuple[datetime, datetime]:
    """The beginning and the end of an event on the clocks of its ends."""
    ends = snapshot.ends_of(event)
    return ends.starts, ends.ends


def _when(row: list[Any], t: Translator) -> str:
    starts = datetime.fromisoformat(row[0])
    return t.short_moment(starts)


def _table(row: list[Any], t: Translator) -> str:
    # At an office there is no table.
    return ", ".join((row[3], t("table {number}").format(number=row[4]))) if row[4] else row[3]


def _place_and_table(snapshot: Snapshot, meeting: Meeting, venue: str, t: Translator) -> tuple[str, int]:
    """The place of a meeting and its table; of one by video room, link and the time at home, and no table."""
    if not video.is_online(snapshot, meeting):
        return venue, meeting_places.table_number(snapshot, meeting)
    place = gathering.whereabouts(snapshot, meeting, t), video.other_clocks(snapshot, meeting, t)
    return ", ".join(filter(None, place)), 0


def _place(snapshot: Snapshot, event: Event, language: str) -> str:
    venues = (snapshot.venue.get(key or 0) for key in (event.venue_id, event.to_venue_id))
    names = (venue.name if venue else "" for venue in venues)
    texts = (event.said(text, language)[0] for text in ("place", "to_place"))
    ends = snapshot.ends_of(event)
    reached = ends.to_stop.name(language) if ends.is_journey else ""
    return " → ".join(dict.fromkeys(filter(None, (*(a or b for a, b in zip(texts, names, strict=True)), reached))))
