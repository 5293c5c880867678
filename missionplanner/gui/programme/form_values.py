"""Values in the forms of the programme: stops to choose from, times on the clocks of a stop."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.transfers import ends_of
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import programme
from missionplanner.messages import Message
from missionplanner.store.store import Store


def nine_o_clock(day: date) -> datetime:
    """Return nine in the morning of a day."""
    return datetime.combine(day, time(9))


def stop_choices(store: Store) -> list[tuple[int, str]]:
    """Return the stops to choose from."""
    return [(stop.id, stop.name(current().language)) for stop in store.all(Stop)]


def spellings_field() -> FormField:
    """Return the field for other names of something."""
    hint = _("Several are separated by commas or semicolons.")
    return FormField("spellings", _("Other spellings"), "listing", hint=hint)


def span(record: Any, zone: str) -> str:
    """Return the day and times of a record on the clocks of a zone, in words."""
    starts, ends = in_zone(record.starts, zone), in_zone(record.ends, zone)
    return f"{current().short_day(starts.date())}, {current().times(starts, ends)}"


def span_of(event: Event, stops: Mapping[int, Stop]) -> str:
    """Return the day and times of an event on the clocks of its ends, in words."""
    ends = ends_of(event, stops)
    return f"{current().short_day(ends.starts.date())}, {ends.times(current())}"


def moment_in(moment: datetime, zone: str) -> datetime:
    """Return a typed time as one on the clocks of a zone."""
    return local(moment.date(), moment.time().replace(tzinfo=None), zone)


def remover(store: Store, kind: type, label: Message) -> Callable[[list[int]], None]:
    """Return what deletes records of a kind as one step with this label."""
    return lambda keys: programme.remove(store, kind, keys, label)
