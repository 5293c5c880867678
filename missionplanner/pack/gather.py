"""From a mission to the content of packs, in any of the three languages whatever the screen's."""

from collections import defaultdict
from datetime import datetime

from missionplanner.domain.companies import Company, OfferingKind, Side
from missionplanner.domain.events import EVENT_KIND_LABELS, Event
from missionplanner.domain.mission import TEXT_KINDS, Figure, MissionText
from missionplanner.domain.requests import PRIORITY_LABELS
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import LOCALES, Translator, country_codes, country_name, translator, uses_letter_paper
from missionplanner.pack.content import (
    Bar,
    Block,
    DirectoryEntry,
    DirectorySector,
    MeetingEntry,
    Own,
    Profile,
    ProgrammeDay,
    ProgrammeItem,
    Shared,
    TextSection,
    VenueLine,
)

_LONGEST_NAME = 160
_LONGEST_TEXT = 8000
_NO_SECTOR = "#7a828c"


def shared(snapshot: Snapshot, language: str) -> Shared:
    """What all packs of a language have in common."""
    t = translator(language)
    mission = snapshot.mission
    return Shared(
        language=language,
        locale=LOCALES[language].replace("_", "-"),
        mission=mission.name,
        organiser=mission.organiser,
        dates=t.day_range(mission.starts, mission.ends),
        cities=" · ".join(stop.name(language) for stop in snapshot.stops),
        letter_size=uses_letter_paper(mission.home_country),
        texts=_texts(snapshot.texts, language),
        bars=tuple(_bar(figure, t) for figure in sorted(snapshot.figures, key=lambda figure: figure.year)),
        chart_title=t("Trade between the two countries, billions of {currency}").format(
            currency=snapshot.figures[0].currency if snapshot.figures else ""
        ),
        venues=tuple(
            VenueLine(snapshot.stop[v.stop_id].name(language), v.name, v.address, v.phone) for v in snapshot.venues
        ),
        directory=_directory(snapshot, t),
    )


def own(snapshot: Snapshot, company: Company, language: str) -> Own:
    """What stands in one company's pack alone."""
    t = translator(language)
    meetings = snapshot.meetings_of.get(company.id, [])
    return Own(
        company_id=company.id,
        company=_name(company.name),
        people=_people(snapshot, company),
        sectors=_sectors(snapshot, company, language),
        programme=_programme(snapshot, company, meetings, t),
        meetings=tuple(_meeting(snapshot, company, meeting, t) for meeting in meetings),
    )


def blocks(body: str) -> tuple[Block, ...]:
    """The pieces of a mission text: "# " heads, "- " lists, blank lines part paragraphs."""
    found: list[Block] = []
    paragraph: list[str] = []

    def end_paragraph() -> None:
        if paragraph:
            found.append(Block("paragraph", " ".join(paragraph)))
            paragraph.clear()

    for line in [*body.splitlines(), ""]:
        text = line.strip()
        if text.startswith(("# ", "- ")) or not text:
            end_paragraph()
        if text.startswith("# "):
            found.append(Block("heading", text[2:].strip()))
        elif text.startswith("- "):
            found.append(Block("bullet", text[2:].strip()))
        elif text:
            paragraph.append(text)
    return tuple(found)


def _texts(texts: list[MissionText], language: str) -> dict[str, TextSection]:
    """Every kind of text in the language, or in the first other language it exists in."""
    found: dict[str, TextSection] = {}
    for kind in TEXT_KINDS:
        mine = [text for text in texts if text.kind == kind and (text.body.strip() or text.title.strip())]
        mine.sort(key=lambda text: (text.language != language, text.id))
        if mine:
            found[kind] = TextSection(mine[0].title, blocks(mine[0].body))
    return found


def _bar(figure: Figure, t: Translator) -> Bar:
    pattern = {"under": t("under {value}"), "over": t("over {value}")}.get(figure.note, "{value}")
    return Bar(str(figure.year), figure.value, pattern.format(value=t.number(figure.value)))


def _directory(snapshot: Snapshot, t: Translator) -> tuple[DirectorySector, ...]:
    by_sector: dict[int, list[Company]] = defaultdict(list)
    for company in snapshot.participants(Side.DELEGATION):
        mine = snapshot.sectors_of.get(company.id, [])
        by_sector[snapshot.main_sector(mine[0]) if mine else 0].append(company)
    found = []
    for sector in sorted(snapshot.sectors, key=lambda s: fold(s.name(t.language))):
        if by_sector.get(sector.id):
            entries = tuple(_entry(snapshot, company, t) for company in by_sector[sector.id])
            found.append(DirectorySector(sector.name(t.language), sector.colour or _NO_SECTOR, entries))
    if by_sector.get(0):
        entries = tuple(_entry(snapshot, company, t) for company in by_sector[0])
        found.append(DirectorySector(t("Other companies"), _NO_SECTOR, entries))
    return tuple(found)


def _entry(snapshot: Snapshot, company: Company, t: Translator) -> DirectoryEntry:
    offers = ", ".join(snapshot.offerings_of(company.id, OfferingKind.OFFERS))
    return DirectoryEntry(
        name=_name(company.name),
        place=_place(company, snapshot.mission.home_country, t),
        website=company.website.removeprefix("https://").removeprefix("http://")[:_LONGEST_NAME],
        people="; ".join(_people(snapshot, company))[:400],
        offers=offers[:300],
    )


def _programme(
    snapshot: Snapshot, company: Company, meetings: list[Meeting], t: Translator
) -> tuple[ProgrammeDay, ...]:
    """Events the company attends and its meetings, day by day on the clocks of the city."""
    rows: list[tuple[datetime, int, ProgrammeItem]] = []
    for event in snapshot.events:
        if snapshot.attends(company.id, event):
            zone = snapshot.stop[event.stop_id].time_zone
            rows.append((in_zone(event.starts, zone), event.stop_id, _event(snapshot, event, t)))
    for meeting in meetings:
        stop = snapshot.stop_of_slot[meeting.slot_id]
        starts = in_zone(snapshot.slot[meeting.slot_id].starts, stop.time_zone)
        rows.append((starts, stop.id, _meeting_item(snapshot, company, meeting, t)))
    days: dict[tuple[object, int], list[tuple[datetime, ProgrammeItem]]] = defaultdict(list)
    for moment, stop_id, item in rows:
        days[moment.date(), stop_id].append((moment, item))
    found = []
    for (_day, stop_id), items in sorted(days.items(), key=lambda pair: (str(pair[0][0]), pair[0][1])):
        items.sort(key=lambda pair: pair[0])
        title = t.date(items[0][0].date(), "full")
        found.append(ProgrammeDay(title, snapshot.stop[stop_id].name(t.language), tuple(i for _m, i in items)))
    return tuple(found)


def _event(snapshot: Snapshot, event: Event, t: Translator) -> ProgrammeItem:
    zone = snapshot.stop[event.stop_id].time_zone
    venue = snapshot.venue.get(event.venue_id or 0)
    place = event.place or (f"{venue.name}, {venue.address}" if venue else "")
    time = f"{t.time(in_zone(event.starts, zone))}–{t.time(in_zone(event.ends, zone))}"
    return ProgrammeItem(time, event.name(t.language), place, t(EVENT_KIND_LABELS[event.kind]), False)


def _meeting_item(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> ProgrammeItem:
    venue = snapshot.venue_of_slot[meeting.slot_id]
    other = snapshot.company[_other(meeting, company)]
    place = f"{venue.name}, {_table(snapshot, meeting, t)}"
    return ProgrammeItem(_time(snapshot, meeting, t), _name(other.name), place, t("Meeting"), True)


def _meeting(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> MeetingEntry:
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    wish = snapshot.wishes.get(meeting.pair)
    return MeetingEntry(
        day=t.date(in_zone(slot.starts, stop.time_zone).date(), "full"),
        time=_time(snapshot, meeting, t),
        stop=stop.name(t.language),
        venue=snapshot.venue_of_slot[slot.id].name,
        table=_table(snapshot, meeting, t),
        priority=t(PRIORITY_LABELS[wish.priority]) if wish else "",
        profile=_profile(snapshot, snapshot.company[_other(meeting, company)], t),
    )


def _profile(snapshot: Snapshot, company: Company, t: Translator) -> Profile:
    people = snapshot.delegates_of.get(company.id, [])
    mine = snapshot.sectors_of.get(company.id, [])
    colour = snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else ""
    return Profile(
        name=_name(company.name),
        place=_place(company, "", t),
        website=company.website[:_LONGEST_NAME],
        sectors=_sectors(snapshot, company, t.language),
        colour=colour or _NO_SECTOR,
        people=_people(snapshot, company),
        contacts=tuple(part for person in people for part in (person.email, person.phone or person.mobile) if part),
        offers=tuple(snapshot.offerings_of(company.id, OfferingKind.OFFERS)),
        seeks=tuple(snapshot.offerings_of(company.id, OfferingKind.SEEKS)),
        description=company.description[:_LONGEST_TEXT],
        employees=t.count("{n} employee", "{n} employees", company.employees) if company.employees else "",
    )


def _other(meeting: Meeting, company: Company) -> int:
    return meeting.counterpart_id if company.id == meeting.delegation_id else meeting.delegation_id


def _time(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    return f"{t.time(in_zone(slot.starts, zone))}–{t.time(in_zone(slot.ends, zone))}"


def _table(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    return t("table {number}").format(number=snapshot.table[meeting.table_id].number)


def _people(snapshot: Snapshot, company: Company) -> tuple[str, ...]:
    people = snapshot.delegates_of.get(company.id, [])
    named = (f"{p.formal_name}, {p.position}" if p.position else p.formal_name for p in people)
    return tuple(line[: 2 * _LONGEST_NAME] for line in named if line.strip())


def _sectors(snapshot: Snapshot, company: Company, language: str) -> str:
    return ", ".join(snapshot.sector[key].name(language) for key in snapshot.sectors_of.get(company.id, []))


def _place(company: Company, home: str, t: Translator) -> str:
    country = "" if company.country == home else _country(company.country, t)
    return ", ".join(part for part in (company.city, company.region, country) if part)[:_LONGEST_NAME]


def _country(name: str, t: Translator) -> str:
    code = country_codes().get(name.casefold(), "")
    return country_name(code, t.language) if code else name


def _name(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
