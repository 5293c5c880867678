"""Where a meeting is held, in words: at a table of a venue, or at the office of the host."""

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import _


def table_number(snapshot: Snapshot, meeting: Meeting) -> int:
    """Return the number of its table; 0 without one, so that meetings at offices come first where tables sort."""
    return snapshot.table[meeting.table_id].number if meeting.table_id is not None else 0


def table_shown(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the number of its table; at an office the word for that."""
    return str(table_number(snapshot, meeting)) if meeting.table_id is not None else _("Office")


def spot(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the table of a meeting, or that it is at an office."""
    if meeting.table_id is None:
        return _("At the host’s office")
    return _("Table {number}").format(number=table_number(snapshot, meeting))


def venue_and_table(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return venue and table of a meeting, or whose office it is at."""
    if meeting.table_id is None:
        host = snapshot.company[meeting.counterpart_id]
        return ", ".join((_("Office of {company}").format(company=host.name), *filter(None, (host.zone,))))
    venue, number = snapshot.venue_of_slot[meeting.slot_id].name, table_number(snapshot, meeting)
    return _("{venue}, table {number}").format(venue=venue, number=number)


def moved_to(snapshot: Snapshot, meeting: Meeting, time: str) -> str:
    """Return the companies of a meeting with its time and place, in a sentence."""
    pair = " – ".join(snapshot.company[key].name for key in meeting.pair)
    if meeting.table_id is None:
        return _("{pair}: {time}, at the host’s office.").format(pair=pair, time=time)
    number = table_number(snapshot, meeting)
    return _("{pair}: {time}, table {number}.").format(pair=pair, time=time, number=number)


def place_name(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the name of the place: the venue, or whose office it is."""
    if meeting.table_id is None:
        return _("the office of {company}").format(company=snapshot.company[meeting.counterpart_id].name)
    return snapshot.venue_of_slot[meeting.slot_id].name


def address(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the address of the place in a line; empty where none is known."""
    if meeting.table_id is not None:
        return snapshot.venue_of_slot[meeting.slot_id].address
    host = snapshot.company[meeting.counterpart_id]
    return ", ".join(filter(None, (" ".join(host.address.split()), host.zone, host.postal_code, host.city)))
