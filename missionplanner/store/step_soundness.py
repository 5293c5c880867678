"""The soundness of what a step leaves: nothing is stored that the next opening of the file would refuse."""

from collections.abc import Iterator
from contextlib import contextmanager

from missionplanner.domain.applications import Application
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import faults
from missionplanner.store.change import Change
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault
from missionplanner.store.file import engine
from missionplanner.store.row_soundness import not_kept
from missionplanner.store.tables import UNDOABLE

_WITHOUT_APPLICATION = (
    "SELECT id FROM companies WHERE id IN (SELECT id FROM companies_history WHERE step = :step"
    " UNION SELECT company_id FROM applications_history WHERE step = :step AND company_id IS NOT NULL)"
    " AND id NOT IN (SELECT company_id FROM applications)"
)
_ABOVE = "SELECT parent_id FROM sectors WHERE id = ?"


def complete(db: Database, change: Change, step: int, tables: frozenset[str]) -> frozenset[str]:
    """Register the companies a step leaves without an application; returns the table where there were any."""
    if not tables & {"companies", "applications"}:
        return frozenset()
    keys = [key for (key,) in db.execute(_WITHOUT_APPLICATION, {"step": step}).fetchall()]
    change.insert_all([Application(company_id=key) for key in keys])
    return frozenset({"applications"}) if keys else frozenset()


def need_sound(db: Database, step: int, tables: frozenset[str]) -> None:
    """Raise UserError where a step leaves a row that is not sound; nothing of the step is kept then."""
    for table in UNDOABLE:
        if table.name in tables:
            condition = f"id IN (SELECT id FROM {table.history} WHERE step = ?)"
            for fault in faults.of_table(db, table, condition, (step,)):
                raise not_kept(db, fault)
    if "sectors" in tables:
        _need_no_ring(db, step)


@contextmanager
def putting_back() -> Iterator[None]:
    """Raise UserError where images of the history cannot be rows."""
    try:
        yield
    except engine.kinds("IntegrityError") as error:
        text = _("The history of this step is damaged and cannot be put back.")
        raise UserError(text, _("Nothing was changed.")) from error


def _need_no_ring(db: Database, step: int) -> None:
    for (key,) in db.execute("SELECT DISTINCT id FROM sectors_history WHERE step = ?", (step,)).fetchall():
        seen, above = {key}, db.execute(_ABOVE, (key,)).fetchone()
        while above and above[0] is not None:
            if above[0] in seen:
                raise not_kept(db, Fault("sectors", key, "parent_id", None, _("It is a subsector of itself.")))
            seen.add(above[0])
            above = db.execute(_ABOVE, above).fetchone()
