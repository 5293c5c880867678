"""The content that all packs of a language share, gathered from a mission."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from missionplanner.domain import links, video
from missionplanner.domain.clock_changes import clock_changes
from missionplanner.domain.companies import Company, OfferingKind, Side
from missionplanner.domain.figure_texts import FilledNumbers
from missionplanner.domain.mission import TEXT_KINDS, TEXT_LABELS, Mission, Stop
from missionplanner.domain.mission_counts import counts
from missionplanner.domain.packs import PackPage, follows_plan, pages_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import LOCALES, Translator, translator, uses_letter_paper
from missionplanner.pack import briefing_content, market_content
from missionplanner.pack.delegate_content import (
    DirectoryEntry,
    DirectorySector,
    MapPlace,
    PhoneLine,
    Shared,
    StopSpan,
    TextSection,
    VenueLine,
)
from missionplanner.pack.phrases import Phrase, joined
from missionplanner.pack.text_sections import section
from missionplanner.pack.wording import (
    LONGEST_NAME,
    LONGEST_PLACE,
    NO_SECTOR,
    country_code,
    foreign,
    listed,
    named,
    offerings,
    people_lines,
    place,
    shortened,
)
from missionplanner.typography import capital

Pictures = Mapping[str, bytes]
"""Content of pictures by digest."""


def shared(
    snapshot: Snapshot,
    language: str,
    pictures: Pictures | None = None,
    places: Mapping[int, tuple[float, float]] | None = None,
    *,
    everything: bool = False,
    only: Sequence[PackPage] = (),
) -> Shared:
    """The content that all packs of a language share; everything: also the parts no page of delegate packs shows.

    places: latitude and longitude of stops by key. only: the pages of an edition that has its own.
    """
    t, mission = translator(language), snapshot.mission
    pages = tuple(only) or pages_of(mission.pack_pages)
    shown = set(PackPage) if everything else set(pages)
    kept = {kind: text for kind, text in _texts(snapshot, t).items() if everything or kind in shown}
    drawn, told = (one.every if everything else one.general for one in (market_content, briefing_content))
    stops = snapshot.stops if PackPage.LOGISTICS in shown else []
    reached = PackPage.LOGISTICS in shown and not video.is_all_online(snapshot)
    return Shared(
        language=language,
        locale=LOCALES[language].replace("_", "-"),
        mission=mission.called(language),
        organiser=mission.organiser,
        dates=capital(t.from_to(mission.starts, mission.ends)),
        cities=" · ".join(stop.name(language) for stop in snapshot.stops),
        letter_size=uses_letter_paper(mission.home_country),
        texts=kept,
        charts=drawn(snapshot, t) if PackPage.BRIEFING in shown else (),
        briefings=told(snapshot, t) if PackPage.BRIEFING in shown else (),
        venues=_venues(snapshot, language) if reached or (only and PackPage.LOGISTICS in shown) else (),
        directory=_directory(snapshot, Side.DELEGATION, t) if PackPage.DIRECTORY in shown else (),
        counterparts=_directory(snapshot, Side.COUNTERPART, t) if PackPage.COUNTERPARTS in shown else (),
        pages=tuple(page.value for page in pages),
        flags=tuple(code.lower() for code in map(country_code, (mission.home_country, mission.host_country)) if code),
        colour=mission.colour,
        logo=mission.logo,
        days=tuple(t.date(mission.starts + timedelta(n), "MMMd") for n in range(_days(mission.starts, mission.ends))),
        stops=_spans(stops, mission.starts, mission.ends, t) if reached else (),
        clocks=tuple(one.sentence(t) for one in clock_changes(stops)),
        portrait=mission.portrait if PackPage.WELCOME in kept else "",
        portrait_of=mission.portrait_of if PackPage.WELCOME in kept else "",
        is_by_video=video.is_all_online(snapshot),
        evaluation_link=links.web(mission.evaluation_link) if PackPage.EVALUATION in shown else "",
        pictures=_pictures(mission, pictures or {}, is_welcoming=PackPage.WELCOME in kept),
        follows_plan=follows_plan(pages),
        lunch=_lunch(mission.lunch_starts, mission.lunch_ends),
        phones=_phones(kept.get(PackPage.CONTACTS)),
        places=_on_map(stops, places or {}, t) if reached else (),
        ways=_ways(snapshot, t) if reached else (),
        named_in=_named_in(mission, t),
    )


def _named_in(mission: Mission, t: Translator) -> str:
    """The tag of the language the mission's name is in, where it has none in that of the pack."""
    translated = {"fr": mission.name_fr, "es": mission.name_es}.get(t.language)
    return "" if translated else foreign(mission.languages.split(",")[0], t)


def _pictures(mission: Mission, pictures: Pictures, *, is_welcoming: bool) -> Pictures:
    """The mission's own pictures that are there: its logo, and the portrait where there is a word of welcome."""
    wanted = (mission.logo, mission.portrait if is_welcoming else "")
    return {digest: pictures[digest] for digest in wanted if digest in pictures}


def _on_map(stops: Iterable[Stop], places: Mapping[int, tuple[float, float]], t: Translator) -> tuple[MapPlace, ...]:
    """The stops whose place is known, each with the one before it; parallel ones have the same before them."""
    known = sorted((stop for stop in stops if stop.id in places), key=lambda stop: (stop.starts, stop.id))
    found = []
    for stop in known:
        earlier = [number for number, other in enumerate(known) if other.ends <= stop.starts and other is not stop]
        before = max(earlier, key=lambda number: (known[number].ends, number), default=-1)
        name, dates = stop.name(t.language), t.from_to(stop.starts, stop.ends)
        found.append(MapPlace(name, dates, *places[stop.id], before))
    return tuple(found)


def _lunch(starts: str, ends: str) -> tuple[int, int]:
    """The time without meetings in minutes of the day; (0, 0) for none."""
    if not (starts and ends):
        return 0, 0
    first, last = (60 * moment.hour + moment.minute for moment in map(time.fromisoformat, (starts, ends)))
    return first, last


def _phones(section: TextSection | None) -> tuple[PhoneLine, ...]:
    """The lines of the emergency contacts that end in a telephone number."""
    found = (_PHONE.fullmatch(block.text) for block in (section.blocks if section else ()))
    return tuple(PhoneLine(match[1].strip(" :\u00a0"), match[2].strip()) for match in found if match)


_PHONE = re.compile(r"(.*?)\s*[:\u00a0]\s*(\+?[\d(][\d\s()./\u2011-]{1,24}\d)\.?")


def _ways(snapshot: Snapshot, t: Translator) -> tuple[str, ...]:
    """The ways between venues that were entered, in words."""
    pattern = t("{one} – {other}: {n} min")
    names = {venue.id: shortened(venue.name) for venue in snapshot.venues}
    return tuple(
        pattern.format(one=names[row.venue_id], other=names[row.other_id], n=row.minutes)
        for row in snapshot.travels[:_MOST_WAYS]
    )


_MOST_WAYS = 12
"""The most ways between venues that are listed."""


def _venues(snapshot: Snapshot, language: str) -> tuple[VenueLine, ...]:
    return tuple(
        VenueLine(
            snapshot.stop[venue.stop_id].name(language),
            shortened(venue.name),
            " ".join(venue.address.split())[:LONGEST_PLACE],
            venue.phone[:LONGEST_NAME],
        )
        for venue in snapshot.venues
    )


def _texts(snapshot: Snapshot, t: Translator) -> dict[str, TextSection]:
    """Every kind of text in the language, or in the first other language it exists in, with the mission's numbers."""
    found: dict[str, TextSection] = {}
    counted = counts(snapshot)
    for kind in TEXT_KINDS:
        mine = [text for text in snapshot.texts if text.kind == kind and (text.body.strip() or text.title.strip())]
        mine.sort(key=lambda text: (text.language != t.language, text.id))
        if mine:
            spoken = translator(mine[0].language)
            numbers, title = FilledNumbers(snapshot.numbers, counted, spoken), mine[0].title or t(TEXT_LABELS[kind])
            found[kind] = section(title, mine[0].body, mine[0].language, numbers, t)
    return found


def _days(first: date, last: date) -> int:
    return min((last - first).days + 1, 31)


def _spans(stops: Iterable[Stop], first: date, last: date, t: Translator) -> tuple[StopSpan, ...]:
    """The stops in the order of their dates, parallel ones in rows below one another."""
    found: list[StopSpan] = []
    for stop in sorted(stops, key=lambda stop: (stop.starts, stop.id)):
        start, end = max((stop.starts - first).days, 0), min((stop.ends - first).days, _days(first, last) - 1)
        if start > end:
            continue
        taken = {other.lane for other in found if other.last >= start and other.first <= end}
        lane = next(number for number in range(len(found) + 1) if number not in taken)
        found.append(StopSpan(stop.name(t.language), t.from_to(stop.starts, stop.ends), start, end, lane))
    return tuple(found)


def _directory(snapshot: Snapshot, side: Side, t: Translator) -> tuple[DirectorySector, ...]:
    by_sector: dict[int, list[Company]] = defaultdict(list)
    for company in sorted(snapshot.participants(side), key=lambda c: t.sort_key(c.name)):
        mine = snapshot.sectors_of.get(company.id, [])
        by_sector[snapshot.main_sector(mine[0]) if mine else 0].append(company)
    found = []
    for sector in sorted(snapshot.sectors, key=lambda s: t.sort_key(s.name(t.language))):
        if by_sector.get(sector.id):
            entries = tuple(_entry(snapshot, company, t) for company in by_sector[sector.id])
            found.append(DirectorySector(named(sector, t), sector.colour or NO_SECTOR, entries))
    if by_sector.get(0):
        entries = tuple(_entry(snapshot, company, t) for company in by_sector[0])
        found.append(DirectorySector(Phrase(t("Other companies")), NO_SECTOR, entries))
    return tuple(found)


def _entry(snapshot: Snapshot, company: Company, t: Translator) -> DirectoryEntry:
    offers = joined(", ", offerings(snapshot, company, OfferingKind.OFFERS, t))
    people = snapshot.delegates_of.get(company.id, [])
    mission = snapshot.mission
    home = mission.home_country if company.side is Side.DELEGATION else mission.host_country
    return DirectoryEntry(
        name=shortened(company.name),
        place=place(company, home, t),
        website=company.website.removeprefix("https://").removeprefix("http://")[:LONGEST_NAME],
        people=people_lines(snapshot, company, t),
        offers=replace(offers, text=offers.text[:300]),
        persons=tuple(sorted({listed(person)[:LONGEST_NAME] for person in people} - {""}, key=t.sort_key)),
    )
