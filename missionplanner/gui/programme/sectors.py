"""Sectors and subsectors as records an organiser sets up."""

from dataclasses import replace
from typing import Any

from missionplanner.domain.mission import Sector, SectorStop
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import remover, spellings_field, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed, number_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import programme
from missionplanner.jobs.programme.sector_colours import next_colour
from missionplanner.messages import message
from missionplanner.store.store import Store

_PLAIN = ("code", "name_en", "name_fr", "name_es", "spellings", "parent_id", "owner", "quota", "colour")


class Sectors:
    """The two levels of sectors."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def kind(self) -> RecordKind:
        """The kind of record, for the record editor."""

        def name(sector: Sector) -> str:
            return ("    " if sector.parent_id else "") + sector.name(current().language)

        columns = [
            Column(_("Code"), lambda s: s.code, width=80),
            Column(_("Sector"), name, width=330, grows=True),
            Column(_("Reviewing department"), lambda s: s.owner, width=200),
            Column(_("Quota"), lambda s: str(s.quota or ""), width=80, right=True),
        ]
        remove = remover(self._store, Sector, message("Delete sectors"))
        hint = _("Sectors filter the companies and colour the timetable.")
        return RecordKind(_("Sectors"), columns, self.rows, self.fields, self.values, self.save, remove, hint)

    def rows(self) -> list[Sector]:
        """Each sector followed by its subsectors."""
        return sorted(self._store.all(Sector), key=lambda sector: (sector.parent_id or sector.id, sector.id))

    def save(self, record: Sector | None, values: dict[str, Any]) -> None:
        """Store a sector and the stops of its programme; raises UserError when it is its own subsector."""
        # Rows of their own, not a field of the sector.
        stops = values.pop("stops")
        values["quota"] = int(values["quota"]) if values["quota"] else None
        if record and values["parent_id"] == record.id:
            raise UserError(_("A sector cannot be its own subsector."), _("Choose another sector above it."))
        programme.save_sector(self._store, replace(record, **values) if record else Sector(**values), stops)

    def values(self, record: Sector | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        if record is None:
            return {"code": f"S{len(self.rows()) + 1}", "colour": next_colour(self._store)}
        stops = tuple(row.stop_id for row in self._store.where(SectorStop, "sector_id", [record.id]))
        return {**{name: getattr(record, name) for name in _PLAIN}, "stops": stops}

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        tops = [(s.id, s.name(current().language)) for s in self.rows() if s.parent_id is None]
        return bounded(
            Sector,
            [
                FormField("code", _("Code"), check=needed),
                FormField("name_en", _("Name in English"), check=needed),
                FormField("name_fr", _("Name in French")),
                FormField("name_es", _("Name in Spanish")),
                spellings_field(),
                FormField("parent_id", _("Subsector of"), "choice", [(None, _("None; it is a sector itself")), *tops]),
                FormField("owner", _("Reviewing department")),
                FormField(
                    "quota", _("Quota of companies"), "number", check=lambda text: number_problem(text) if text else ""
                ),
                FormField("colour", _("Colour"), hint="#3d6fb4"),
                FormField("stops", _("Programme at"), "checks", stop_choices(self._store)),
            ],
        )


def _quota_problem(text: str) -> str:
    return number_problem(text) if text else ""
