"""The content of the organiser edition: table plans, cards, people, interpreters, sign-in sheets, calls, badges."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from missionplanner.domain import attendance, day, meeting_places, video
from missionplanner.domain.companies import Side
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Venue
from missionplanner.domain.own_fields import PackPlace
from missionplanner.domain.packs import usual_papers
from missionplanner.domain.people import Person, protocol_place
from missionplanner.domain.person_days import looked_after
from missionplanner.domain.sign_ins import sheet_number
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import OWN_NAMES, Translator, translator
from missionplanner.pack import gathering, own_details, route_papers, travel_papers
from missionplanner.pack.editions import Badge, Papers, PaperSheet, Section
from missionplanner.pack.wording import country_of, named, on_one_line, organisations, post
from missionplanner.typography import capital

_DEFAULT_TINT = "#1f4e79"


def papers(snapshot: Snapshot, language: str, wanted: frozenset[str] | None = None) -> Papers:
    """The papers in one of the three languages; wanted: keys of those to print, or None for all."""
    facts = _Facts(snapshot, translator(language))
    usual = usual_papers(video.is_all_online(snapshot))
    wanted = usual if wanted is None else wanted
    badges = tuple(_badges(snapshot, facts.t))
    t, no_meetings = facts.t, facts.t("No meetings are planned yet.")
    by_video = video.is_all_online(snapshot)
    sections: tuple[Section, ...] = (
        Section("plan", t("Plan of video rooms") if by_video else t("Table plan"), tuple(_plan(facts)), no_meetings),
        Section(
            "tables", t("Cards of video rooms") if by_video else t("Table cards"), tuple(_cards(facts)), no_meetings
        ),
        Section("people", t("Pick-up list"), tuple(_people(facts)), t("Nobody takes part yet.")),
        Section("interpreters", t("Interpreters"), tuple(_interpreters(facts)), t("Nobody interprets.")),
        Section("sign-in", t("Sign-in sheets"), tuple(_sign_in(facts)), t("There are no events yet.")),
        Section("calls", t("Calls of the evening before"), tuple(_calls(facts)), no_meetings),
    )
    if any(meeting.table_id is None for meeting in facts.meetings):
        sections += (
            Section("routes", t("Day routes"), tuple(route_papers.routes(snapshot, t)), no_meetings),
            Section("drivers", t("Drivers’ sheet"), tuple(route_papers.trips(snapshot, t)), no_meetings),
        )
    sections += tuple(_travel(snapshot, t))
    return Papers(
        tuple(section for section in sections if section.key in wanted),
        {key: badges for key in ("badges", "cards") if key in wanted},
        is_usual=wanted == usual,
    )


def _travel(snapshot: Snapshot, t: Translator) -> Iterator[Section]:
    """The papers of how people come, sleep and ride, where the mission knows of it."""
    makers: tuple[tuple[str, str, Callable[[Snapshot, Translator], Iterator[PaperSheet]], bool], ...] = (
        ("day-sheets", t("Day sheets"), travel_papers.day_sheets, bool(looked_after(snapshot))),
        ("arrivals", t("Arrival board"), travel_papers.arrival_board, bool(snapshot.legs)),
        ("rooms", t("Rooming list"), travel_papers.rooming_list, bool(snapshot.stays)),
        ("manifests", t("Vehicle manifests"), travel_papers.manifests, bool(snapshot.vehicles)),
    )
    for key, title, make, is_known in makers:
        if is_known:
            yield Section(key, title, tuple(make(snapshot, t)), t("Nothing is known yet."))


class _Facts:
    """The facts several papers need: meetings by stop, time and table, and the times of their slots."""

    def __init__(self, snapshot: Snapshot, t: Translator) -> None:
        self.snapshot, self.t = snapshot, t
        self._times: dict[int, tuple[date, str]] = {}
        self._interpreters = {person.id: person.full_name for person in snapshot.interpreters}
        self.meetings = sorted(
            (meeting for meeting in snapshot.meetings if meeting.stands),
            key=lambda m: (snapshot.stop_of_slot[m.slot_id].id, snapshot.slot[m.slot_id].starts, self.order(m), m.id),
        )

    def order(self, meeting: Meeting) -> tuple[str, int]:
        """Where its table stands among others; visits come by their hosts."""
        if meeting.table_id is None:
            return self.snapshot.company[meeting.counterpart_id].name, 0
        table = self.snapshot.table[meeting.table_id]
        return self.snapshot.venue[table.venue_id].name, table.number

    @property
    def tabled(self) -> list[Meeting]:
        """The meetings at tables, without visits."""
        return [meeting for meeting in self.meetings if meeting.table_id is not None]

    def times(self, meeting: Meeting) -> tuple[date, str]:
        """The day and the times of a meeting on the clocks of its stop."""
        if meeting.slot_id not in self._times:
            slot, zone = self.snapshot.slot[meeting.slot_id], self.snapshot.stop_of_slot[meeting.slot_id].time_zone
            starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
            self._times[meeting.slot_id] = starts.date(), f"{self.t.time(starts)}–{self.t.time(ends)}"
        return self._times[meeting.slot_id]

    def names(self, meeting: Meeting) -> tuple[str, str]:
        """Both companies, the delegation's first."""
        return self.snapshot.company[meeting.delegation_id].name, self.snapshot.company[meeting.counterpart_id].name

    def number(self, meeting: Meeting) -> str:
        """The number of its table."""
        return str(meeting_places.table_number(self.snapshot, meeting))

    def place(self, meeting: Meeting) -> str:
        """Venue and table, or whose office."""
        return gathering.venue_and_table(self.snapshot, meeting, self.t)

    def venue(self, meeting: Meeting) -> Venue:
        """Where its table stands."""
        return self.snapshot.venue_of_slot[meeting.slot_id]

    def interpreter(self, meeting: Meeting) -> str:
        """Who interprets, if anybody."""
        return self._interpreters.get(meeting.interpreter_id or 0, "")


def _plan(facts: _Facts) -> Iterator[PaperSheet]:
    """A list a slot of a venue: who sits at which table."""
    t, snapshot = facts.t, facts.snapshot
    slots: dict[tuple[int, date, str], list[Meeting]] = defaultdict(list)
    for meeting in facts.tabled:
        slots[facts.venue(meeting).id, *facts.times(meeting)].append(meeting)
    for (key, when, times), meetings in slots.items():
        venue = snapshot.venue[key]
        heads = (t("Video room") if venue.online else t("Table"), t("Delegation"), t("Host"), t("Interpreter"))
        heading = f"{snapshot.stop[venue.stop_id].name(t.language)}, {venue.name}, {t.date(when, 'full')}, {times}"
        rows = tuple((facts.number(m), *facts.names(m), facts.interpreter(m)) for m in meetings)
        yield PaperSheet(heading, heads, rows, (0.09, 0.36, 0.36, 0.19))


def _cards(facts: _Facts) -> Iterator[PaperSheet]:
    """A page for every table and day it is used."""
    t = facts.t
    tables: dict[tuple[int, date], list[Meeting]] = defaultdict(list)
    for meeting in facts.tabled:
        tables[meeting.table_id or 0, facts.times(meeting)[0]].append(meeting)
    heads = (t("Time"), t("Delegation"), t("Host"))
    for (_table, when), meetings in sorted(tables.items()):
        table = capital(gathering.table_words(facts.snapshot, meetings[0], t))
        heading = f"{table} – {facts.venue(meetings[0]).name}, {t.date(when, 'full')}"
        rows = tuple((facts.times(m)[1], *facts.names(m)) for m in meetings)
        yield PaperSheet(heading, heads, rows, (0.2, 0.4, 0.4), height=11, new_page=True, in_contents=False)


def _people(facts: _Facts) -> Iterator[PaperSheet]:
    """Everybody who picks a pack up, by family name, with room to sign."""
    t, snapshot = facts.t, facts.snapshot
    heads = (t("No."), t("Family name"), t("Given name"), t("Company"), t("Signature"))
    for side, title in ((Side.DELEGATION, t("Delegation")), (Side.COUNTERPART, t("Hosts"))):
        people = [p for p in snapshot.people if snapshot.takes_part_person(p) and snapshot.side_of(p) is side]
        people.sort(
            key=lambda p: (t.sort_key(f"{p.family_name} {p.second_family_name}"), t.sort_key(p.given_name), p.id)
        )
        rows = tuple(
            (
                sheet_number(p.id, p.uid),
                f"{p.family_name} {p.second_family_name}".strip(),
                p.given_name,
                organisations(snapshot, p, t),
                "",
            )
            for p in people
        )
        bare = [company for company in snapshot.participants(side) if not snapshot.delegates_of.get(company.id)]
        rows += tuple(("", "", "", company.name, "") for company in bare)
        if rows:
            yield PaperSheet(title, heads, rows, (0.09, 0.22, 0.17, 0.3, 0.22), height=9, new_page=True)


def _interpreters(facts: _Facts) -> Iterator[PaperSheet]:
    """Whom each interpreter helps, when and where."""
    t, snapshot = facts.t, facts.snapshot
    heads = (t("Day"), t("Time"), t("Place"), t("Delegation"), t("Host"))
    for person in snapshot.interpreters:
        mine = [meeting for meeting in facts.meetings if meeting.interpreter_id == person.id]
        rows = tuple(
            (t.short_day(facts.times(m)[0]), facts.times(m)[1], facts.place(m), *facts.names(m))
            for m in sorted(mine, key=lambda m: snapshot.slot[m.slot_id].starts)
        )
        spoken = (t.locale.languages.get(code, code) for code in map(str.strip, person.languages.split(",")) if code)
        note = ", ".join(filter(None, (*spoken, on_one_line(person.mobile or person.phone))))
        yield PaperSheet(person.full_name, heads, rows, (0.15, 0.14, 0.21, 0.25, 0.25), note)


def _sign_in(facts: _Facts) -> Iterator[PaperSheet]:
    """A sheet an event: everybody who is expected, in the order of protocol, with room to sign."""
    t, snapshot = facts.t, facts.snapshot
    heads = (t("No."), t("Name"), t("Company"), t("Signature"))
    for event in sorted(snapshot.events, key=lambda event: (event.starts, event.id)):
        ends = snapshot.ends_of(event)
        expected = sorted(_expected(snapshot, event, t))
        rows = tuple((_number(snapshot, key), name, company, "") for *_order, key, name, company in expected)
        if rows:
            when = ends.times(t) if ends.is_journey else t.time(ends.starts)
            note = f"{ends.stop.name(t.language)}, {t.date(ends.starts.date(), 'full')}, {when}"
            name, widths = named(event, t), (0.09, 0.31, 0.33, 0.27)
            yield PaperSheet(name.text, heads, rows, widths, note, height=8, new_page=True, headed_in=name.language)


def _number(snapshot: Snapshot, key: int) -> str:
    """The number of somebody on a sheet; empty for a company that names nobody."""
    return sheet_number(key, snapshot.person[key].uid) if key else ""


_Expected = tuple[tuple[bool, int], tuple[str, str], tuple[str, str], int, str, str]


def _expected(snapshot: Snapshot, event: Event, t: Translator) -> Iterator[_Expected]:
    """Yield people, and companies that name nobody: what they are sorted by, name, company."""
    for person in snapshot.people:
        if snapshot.person_attends(person, event):
            name, company = snapshot.addressed(person, t.language), organisations(snapshot, person, t)
            family = t.sort_key(f"{person.family_name} {person.given_name}")
            yield protocol_place((person,)), t.sort_key(company), family, person.id, name, company
    for key in attendance.coming_to(snapshot, event):
        if not snapshot.delegates_of.get(key):
            name = snapshot.company[key].name
            yield protocol_place(()), t.sort_key(name), t.sort_key(""), 0, "", name


def _calls(facts: _Facts) -> Iterator[PaperSheet]:
    """Whom to call the evening before each day, under the date of that evening."""
    t, snapshot = facts.t, facts.snapshot
    heads = (t("First meeting"), t("Company"), t("Person"), t("Phone"), t("Meetings"), t("Reconfirmed"))
    for when in sorted({slot.day for slot in snapshot.slots}):
        rows = []
        for call in day.calls(snapshot, when):
            since = t.date(call.reconfirmed, "medium") if call.reconfirmed else ""
            name = snapshot.addressed(call.person, t.language) if call.person else ""
            first = t.time(in_zone(call.first, snapshot.stop_of_slot[call.meetings[0].slot_id].time_zone))
            rows.append(
                (
                    first,
                    snapshot.company[call.company_id].name,
                    name,
                    on_one_line(call.phone),
                    str(len(call.meetings)),
                    since,
                )
            )
        if rows:
            heading = t("{evening}: calls for {day}").format(
                evening=capital(t.date(when - timedelta(1), "full")), day=t.date(when, "full")
            )
            yield PaperSheet(heading, heads, tuple(rows), (0.115, 0.23, 0.2, 0.185, 0.122, 0.148), new_page=True)


def _badges(snapshot: Snapshot, t: Translator) -> Iterator[Badge]:
    """The badges and place cards of everybody who takes part: in the order of protocol, then by company."""
    for side in Side:
        everybody = [p for p in snapshot.people if snapshot.takes_part_person(p) and snapshot.side_of(p) is side]
        named = [(organisations(snapshot, person, t), person) for person in everybody]
        for organisation, person in sorted(
            named, key=lambda row: (protocol_place(row[1:]), t.sort_key(row[0]), row[1].id)
        ):
            name = snapshot.addressing.badge(person, t.language)
            details = tuple(said for _label, said in own_details.of_person(snapshot, person, PackPlace.BADGE, t))
            facts = _facts(snapshot, person, t)
            position, tint = post(snapshot, person, t), _tint(snapshot, person)
            yield Badge(name, position, organisation, tint, *facts, details, person.uid)


def _facts(snapshot: Snapshot, person: Person, t: Translator) -> tuple[str, str, str]:
    """The country, the languages and the kind of organisation of somebody, as a badge tells them."""
    company = next((snapshot.company[key] for key in snapshot.companies_of.get(person.id, ())), None)
    mission = snapshot.mission
    home = mission.home_country if snapshot.side_of(person) is Side.DELEGATION else mission.host_country
    country = country_of((company.country if company else "") or home, t)
    codes = [code for code in map(str.strip, person.languages.split(",")) if code]
    languages = ", ".join(OWN_NAMES.get(code) or capital(str(t.locale.languages.get(code, code))) for code in codes)
    kind = snapshot.kind_of(company) if company else None
    return country, languages, kind.name(t.language) if kind else ""


def _tint(snapshot: Snapshot, person: Person) -> str:
    """The colour of the main sector of somebody's organisation."""
    mine = [s for company in snapshot.companies_of.get(person.id, ())[:1] for s in snapshot.sectors_of.get(company, [])]
    return (snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else "") or _DEFAULT_TINT
