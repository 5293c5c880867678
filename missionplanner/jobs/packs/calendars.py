"""Calendars (.ics) of companies, of their delegates, and of interpreters: events and meetings they attend."""

from collections.abc import Iterator
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.events import EVENT_KIND_LABELS, Event
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.exchange import calendar
from missionplanner.i18n import Translator, _, current, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs.drafts import people_with_packs
from missionplanner.pack import gathering
from missionplanner.pack.wording import besides, where
from missionplanner.paths import free_path
from missionplanner.progress import Progress
from missionplanner.writing import all_or_none, replace_file


def make(folder: Path, companies: frozenset[int], language: str) -> Job[Snapshot, tuple[Path, ...]]:
    """Return the job that writes a calendar for each company and each of their people into a folder.

    Interpreters at their meetings who belong to none of them get one too. The job raises UserError when the
    folder cannot be written.
    """

    def work(snapshot: Snapshot, progress: Progress) -> tuple[Path, ...]:
        wanted = [company for company in snapshot.companies if company.id in companies]
        owners: list[tuple[Company, Person | None]] = [(company, None) for company in wanted]
        owners += people_with_packs(snapshot, wanted)
        try:
            with all_or_none(folder) as made:
                for number, (company, person) in enumerate(owners):
                    progress.report(number / len(owners), company.name)
                    name = f"{company.name} - {person.full_name}" if person else company.name
                    made.append(free_path(folder, name, ".ics"))
                    replace_file(made[-1], content(snapshot, company, person, language))
                for person in _interpreters(snapshot, companies):
                    made.append(free_path(folder, person.full_name, ".ics"))
                    replace_file(made[-1], content(snapshot, None, person, language))
        except OSError as error:
            text = _("{name} cannot be written ({reason}).").format(name=folder.name, reason=error.strerror)
            raise UserError(text, _("Check that the folder has room and can be written.")) from error
        return tuple(made)

    return Job(_("Writing calendars"), lambda store: store.snapshot(), work)


def content(snapshot: Snapshot, company: Company | None, person: Person | None = None, language: str = "") -> bytes:
    """Return the calendar of a company, delegate or interpreter, in the language of the screen without another."""
    t = translator(language or current().language)
    entries = sorted(_entries(snapshot, company, person, t), key=lambda entry: (entry.starts, entry.uid))
    whose = person.full_name if person else company.name if company else ""
    return calendar.calendar(f"{snapshot.mission.called(t.language)} – {whose}", entries)


def _interpreters(snapshot: Snapshot, companies: frozenset[int]) -> list[Person]:
    """Return who interprets at meetings of these companies and belongs to none of them."""
    return [
        person
        for person in snapshot.interpreters
        if not companies.intersection(snapshot.companies_of.get(person.id, ()))
        and any(companies.intersection(meeting.pair) for meeting in snapshot.interpreted_by(person))
    ]


def _entries(
    snapshot: Snapshot, company: Company | None, person: Person | None, t: Translator
) -> Iterator[calendar.CalendarItem]:
    for event in _events(snapshot, company, person):
        ends, place = snapshot.ends_of(event), where(snapshot, event, t.language)
        text = "\n".join(filter(None, (t(EVENT_KIND_LABELS[event.kind]), *besides(snapshot, event, t))))
        yield calendar.CalendarItem(event.uid, event.name(t.language), ends.starts, ends.ends, place, text)
    for mine, meeting in gathering.meetings_of(snapshot, company, person) if company else ():
        other = gathering.other_of(meeting, mine)
        people = "\n".join(snapshot.addressed(one, t.language) for one in snapshot.delegates_of.get(other, []))
        what = ", ".join(filter(None, (snapshot.company[other].name, gathering.on_behalf(snapshot, mine, person, t))))
        yield _meeting(snapshot, meeting, (what, people), t)
    for meeting in snapshot.interpreted_by(person) if person else ():
        names = " – ".join(snapshot.company[key].name for key in meeting.pair)
        yield _meeting(snapshot, meeting, (names, t("Interprets")), t)


def _events(snapshot: Snapshot, company: Company | None, person: Person | None) -> list[Event]:
    if company:
        return gathering.events_of(snapshot, company, person)
    return [event for event in snapshot.events if person and snapshot.person_attends(person, event)]


def _meeting(snapshot: Snapshot, meeting: Meeting, words: tuple[str, str], t: Translator) -> calendar.CalendarItem:
    """Return a meeting as an entry of a calendar; words: its title and what else is said of it."""
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    place = gathering.whereabouts(snapshot, meeting, t)
    starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
    return calendar.CalendarItem(meeting.uid, words[0], starts, ends, place, words[1])
