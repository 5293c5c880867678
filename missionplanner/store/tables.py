"""Which dataclass is kept in which table, and which tables undo reaches."""

from dataclasses import dataclass

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, CompanySector, CompanyStop, Delegate, Offering
from missionplanner.domain.events import Attendance, Event
from missionplanner.domain.journals import FileImport, PackPrint
from missionplanner.domain.mission import (
    Figure,
    Mission,
    MissionText,
    Sector,
    SectorStop,
    Stop,
    Table,
    Venue,
)
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import (
    Availability,
    Interpreter,
    Meeting,
    MeetingDelegate,
    Outcome,
    Session,
    Slot,
)


@dataclass(frozen=True, slots=True)
class StoredTable:
    """A table of the file. A journal is outside undo: the world does not undo."""

    name: str
    kind: type
    undoable: bool = True


TABLES: tuple[StoredTable, ...] = (
    StoredTable("missions", Mission),
    StoredTable("stops", Stop),
    StoredTable("venues", Venue),
    StoredTable("tables", Table),
    StoredTable("sectors", Sector),
    StoredTable("sector_stops", SectorStop),
    StoredTable("texts", MissionText),
    StoredTable("figures", Figure),
    StoredTable("companies", Company),
    StoredTable("company_sectors", CompanySector),
    StoredTable("company_stops", CompanyStop),
    StoredTable("offerings", Offering),
    StoredTable("delegates", Delegate),
    StoredTable("applications", Application),
    StoredTable("requests", Request),
    StoredTable("sessions", Session),
    StoredTable("slots", Slot),
    StoredTable("interpreters", Interpreter),
    StoredTable("meetings", Meeting),
    StoredTable("meeting_delegates", MeetingDelegate),
    StoredTable("events", Event),
    StoredTable("attendances", Attendance),
    StoredTable("availabilities", Availability),
    StoredTable("outcomes", Outcome),
    StoredTable("pack_prints", PackPrint, undoable=False),
    StoredTable("file_imports", FileImport, undoable=False),
)

TABLE_OF: dict[type, StoredTable] = {table.kind: table for table in TABLES}
UNDOABLE: tuple[StoredTable, ...] = tuple(table for table in TABLES if table.undoable)
