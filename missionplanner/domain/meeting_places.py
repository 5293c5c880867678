"""Where a meeting is held, in words: at a table of a venue, in a video room, or at the office of the host."""

from missionplanner.domain import video
from missionplanner.domain.address_lines import in_line, town
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import _, current


def table_number(snapshot: Snapshot, meeting: Meeting) -> int:
    """Return the number of its table; 0 without one, so that meetings at offices come first where tables sort."""
    return snapshot.table[meeting.table_id].number if meeting.table_id is not None else 0


def table_shown(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the number of its table; at an office the word for that."""
    return str(table_number(snapshot, meeting)) if meeting.table_id is not None else _("Office")


def spot(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the table or video room of a meeting, or that it is at an office."""
    if meeting.table_id is None:
        return _("At the host’s office")
    text = _("Video room {number}") if video.is_online(snapshot, meeting) else _("Table {number}")
    return text.format(number=table_number(snapshot, meeting))


def venue_and_table(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return venue and table of a meeting, or whose office it is at."""
    if meeting.table_id is None:
        host = snapshot.company[meeting.counterpart_id]
        return ", ".join((_("Office of {company}").format(company=host.name), *filter(None, (host.zone,))))
    venue, number = snapshot.venue_of_slot[meeting.slot_id].name, table_number(snapshot, meeting)
    by_video = video.is_online(snapshot, meeting)
    text = _("{venue}, video room {number}") if by_video else _("{venue}, table {number}")
    return text.format(venue=venue, number=number)


def place_and_clock(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return venue and table of a meeting; of one by video with the time at home."""
    return " · ".join(
        filter(None, (venue_and_table(snapshot, meeting), video.other_clocks(snapshot, meeting, current())))
    )


def moved_to(snapshot: Snapshot, meeting: Meeting, time: str) -> str:
    """Return the companies of a meeting with its time and place, in a sentence."""
    pair = " – ".join(snapshot.company[key].name for key in meeting.pair)
    if meeting.table_id is None:
        return _("{pair}: {time}, at the host’s office.").format(pair=pair, time=time)
    number = table_number(snapshot, meeting)
    by_video = video.is_online(snapshot, meeting)
    text = _("{pair}: {time}, video room {number}.") if by_video else _("{pair}: {time}, table {number}.")
    return text.format(pair=pair, time=time, number=number)


def place_name(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the name of the place: the venue, or whose office it is."""
    if meeting.table_id is None:
        return _("the office of {company}").format(company=snapshot.company[meeting.counterpart_id].name)
    return snapshot.venue_of_slot[meeting.slot_id].name


def address(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the address of the place in a line, of a video room its link; empty where none is known."""
    if room := video.link(snapshot, meeting):
        return room
    if meeting.table_id is not None:
        return snapshot.venue_of_slot[meeting.slot_id].address
    host = snapshot.company[meeting.counterpart_id]
    return in_line((host.address, host.zone, town(host.city, host.postal_code, host.country)))
