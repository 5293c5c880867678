"""Calendars (.ics) of companies and of their delegates: the events they attend and their meetings."""

from collections.abc import Iterator
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.events import EVENT_KIND_LABELS
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.exchange import calendar
from missionplanner.i18n import Translator, _, current, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs.drafts import people_with_packs
from missionplanner.pack import gathering
from missionplanner.pack.wording import where
from missionplanner.paths import free_path
from missionplanner.progress import Progress
from missionplanner.writing import all_or_none, replace_file


def make(folder: Path, companies: frozenset[int], language: str) -> Job[Snapshot, tuple[Path, ...]]:
    """Return the job that writes a calendar for each company and each of their people into a folder.

    The job raises UserError when the folder cannot be written.
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
        except OSError as error:
            text = _("{name} cannot be written ({reason}).").format(name=folder.name, reason=error.strerror)
            raise UserError(text, _("Check that the folder has room and can be written.")) from error
        return tuple(made)

    return Job(_("Writing calendars"), lambda store: store.snapshot(), work)


def content(snapshot: Snapshot, company: Company, person: Person | None = None, language: str = "") -> bytes:
    """Return the calendar of a company, or of a person for all their companies; language: else that of the screen."""
    t = translator(language or current().language)
    entries = sorted(_entries(snapshot, company, person, t), key=lambda entry: (entry.starts, entry.uid))
    whose = person.full_name if person else company.name
    return calendar.calendar(f"{snapshot.mission.called(t.language)} – {whose}", entries)


def _entries(
    snapshot: Snapshot, company: Company, person: Person | None, t: Translator
) -> Iterator[calendar.CalendarItem]:
    for event in gathering.events_of(snapshot, company, person):
        zone = snapshot.stop[event.stop_id].time_zone
        starts, ends = in_zone(event.starts, zone), in_zone(event.ends, zone)
        kind = t(EVENT_KIND_LABELS[event.kind])
        yield calendar.CalendarItem(event.uid, event.name(t.language), starts, ends, where(snapshot, event), kind)
    for mine, meeting in gathering.meetings_of(snapshot, company, person):
        slot = snapshot.slot[meeting.slot_id]
        zone = snapshot.stop_of_slot[slot.id].time_zone
        venue = snapshot.venue_of_slot[slot.id]
        other = gathering.other_of(meeting, mine)
        table = t("table {number}").format(number=snapshot.table[meeting.table_id].number)
        place = ", ".join(part for part in (venue.name, table, venue.address) if part)
        people = "\n".join(snapshot.addressed(one, t.language) for one in snapshot.delegates_of.get(other, []))
        starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
        what = ", ".join(filter(None, (snapshot.company[other].name, gathering.on_behalf(snapshot, mine, person, t))))
        yield calendar.CalendarItem(meeting.uid, what, starts, ends, place, people)
