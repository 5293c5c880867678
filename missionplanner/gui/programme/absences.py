"""Absences as records an organiser sets up: whose, from when until when, why."""

from typing import Any

from missionplanner.domain import absences
from missionplanner.domain.companies import Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import moment_in, nine_o_clock, remover, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.lists import export
from missionplanner.jobs.programme import programme
from missionplanner.messages import message
from missionplanner.store.store import Store


class Absences:
    """When companies, people and tables are not available."""

    def __init__(self, store: Store, snapshot: Snapshot) -> None:
        self._store, self._stops = store, snapshot.stop
        self._names = {
            owner: {key: label for label, key in told_apart(absences.owners(snapshot, owner)).items()}
            for owner in Owner
        }
        self._known = {self._called(owner, key): (owner, key) for owner, rows in self._names.items() for key in rows}

    @property
    def kind(self) -> RecordKind:
        """The kind of record, for the record editor."""
        columns = [
            Column(_("Whose"), self._whose, width=360, grows=True),
            Column(_("Not available"), lambda a: current().span(a.starts, a.ends), width=280),
            Column(_("Reason"), lambda a: a.reason, width=240, grows=True),
        ]
        remove = remover(self._store, Availability, message("Delete absences"))
        hint = _("No meeting is planned while a company, all its people, a table or the interpreter is not available.")
        return RecordKind(_("Absences"), columns, self.rows, self.fields, self.values, self.save, remove, hint)

    def rows(self) -> list[Availability]:
        """The absences in the order of time."""
        return sorted(self._store.all(Availability), key=lambda a: (a.starts, a.id))

    def save(self, record: Availability | None, values: dict[str, Any]) -> None:
        """Store an absence; its times are on the clocks of the stop that was chosen.

        Raises UserError when it ends before it starts.
        """
        owner, key = self._owner(values["whose"])
        zone = self._stops[values["stop_id"]].time_zone if values["stop_id"] in self._stops else "UTC"
        starts, ends = moment_in(values["starts"], zone), moment_in(values["ends"], zone)
        if ends <= starts:
            raise UserError(_("The absence ends before it starts."), _("Correct one of the two times."))
        made = Availability(
            id=record.id if record else 0,
            uid=record.uid if record else "",
            owner=owner,
            owner_id=key,
            starts=starts,
            ends=ends,
            reason=values["reason"],
        )
        programme.save(self._store, made, message("Edit absence") if record else message("Add absence"))

    def values(self, record: Availability | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        first = next(iter(self._stops), None)
        if record is None:
            day = nine_o_clock(self._store.mission.starts)
            return {"starts": day, "ends": day.replace(hour=12), "stop_id": first}
        return {
            "whose": self._whose(record),
            "starts": record.starts,
            "ends": record.ends,
            "reason": record.reason,
            "stop_id": self._clock_of(record) or first,
        }

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        fields = [
            FormField("whose", _("Whose"), choices=[(0, text) for text in self._known], check=needed),
            FormField("starts", _("Not available from"), "moment"),
            FormField("ends", _("Until"), "moment"),
            FormField("stop_id", _("On the clocks of"), "choice", stop_choices(self._store)),
            FormField("reason", _("Reason")),
        ]
        return bounded(Availability, in_mission(self._store.mission, fields))

    def _called(self, owner: Owner, key: int) -> str:
        return f"{owner.label}: {self._names[owner].get(key, '?')}"

    def _whose(self, record: Availability) -> str:
        return self._called(record.owner, record.owner_id)

    def _owner(self, text: str) -> tuple[Owner, int]:
        """Return the owner a text means: as it is listed, or the name of a company alone."""
        if text in self._known:
            return self._known[text]
        return Owner.COMPANY, export.find_company(self._store.all(Company), text.partition(": ")[2] or text).id

    def _clock_of(self, record: Availability) -> int | None:
        """The first stop whose clocks show the absence's times as they were typed."""
        offset = record.starts.utcoffset()
        same = (s.id for s in self._stops.values() if in_zone(record.starts, s.time_zone).utcoffset() == offset)
        return next(same, None)
