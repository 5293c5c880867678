"""The twelfth format: figures are values of series, and say where they are from and of which day."""

import json
import re

from missionplanner.domain.own_fields import code_of
from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid

SQL = """
CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  unit TEXT NOT NULL,
  currency TEXT NOT NULL,
  scale TEXT NOT NULL,
  direction TEXT NOT NULL,
  sector_id INTEGER REFERENCES sectors(id) ON DELETE SET NULL,
  stop_id INTEGER REFERENCES stops(id) ON DELETE SET NULL,
  chart TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE INDEX series_sector_id ON series(sector_id);
CREATE INDEX series_stop_id ON series(stop_id);
"""
_COLUMNS = {
    "period": "TEXT NOT NULL DEFAULT ''",
    "bounded": "TEXT NOT NULL DEFAULT ''",
    "source": "TEXT NOT NULL DEFAULT ''",
    "link": "TEXT NOT NULL DEFAULT ''",
    "as_of": "TEXT",
}
_NAMES = (
    "Trade between the two countries",
    "Échanges entre les deux pays",
    "Comercio entre los dos países",
)
"""The name packs gave the one series of figures there was."""
_SOURCE = re.compile(r"^(?:sources?|fuentes?)\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE)


def bring_to(db: Database) -> None:
    """Make series of the names figures had, and give figures a period and the source the briefing named."""
    for table in ("missions", "missions_history"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN figure_months INTEGER NOT NULL DEFAULT 24")
    for table, link in (("figures", " REFERENCES series(id) ON DELETE CASCADE"), ("figures_history", "")):
        for column, kind in _COLUMNS.items():
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
        db.execute(f"ALTER TABLE {table} ADD COLUMN series_id INTEGER{link}")
    _make_series(db)
    _carry_over(db)
    _rename_marks(db)
    for table in ("figures", "figures_history"):
        for column in ("series", "year", "currency"):
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    db.execute("CREATE INDEX figures_series_id ON figures(series_id)")


def _make_series(db: Database) -> None:
    """Make a series of every name with its currency; packs drew them in billions, in columns."""
    sql = (
        "SELECT DISTINCT series, currency FROM (SELECT series, currency FROM figures UNION ALL"
        " SELECT series, currency FROM figures_history WHERE uid IS NOT NULL) ORDER BY series, currency"
    )
    codes: list[str] = []
    for position, (name, currency) in enumerate(db.execute(sql).fetchall()):
        codes.append(code_of(name or "trade", codes))
        names = _NAMES if name in ("", "trade") else (name, "", "")
        uid = derived_uid("series", f"{name}/{currency}")
        db.execute(
            "INSERT INTO series (uid, code, name_en, name_fr, name_es, unit, currency, scale, direction, chart,"
            " position) VALUES (?, ?, ?, ?, ?, '', ?, 'billion', 'both', 'bar', ?)",
            (uid, codes[-1], *names, currency, position),
        )
        key = db.execute("SELECT id FROM series WHERE uid = ?", (uid,)).fetchone()[0]
        for table in ("figures", "figures_history"):
            db.execute(f"UPDATE {table} SET series_id = ? WHERE series = ? AND currency = ?", (key, name, currency))


def _carry_over(db: Database) -> None:
    texts = db.execute("SELECT body FROM texts WHERE kind = 'briefing' ORDER BY language = 'en' DESC, id").fetchall()
    found = next((match[1].strip() for (body,) in texts if (match := _SOURCE.search(body))), "")
    for table in ("figures", "figures_history"):
        there = " WHERE uid IS NOT NULL" if table.endswith("_history") else ""
        db.execute(f"UPDATE {table} SET period = CAST(year AS TEXT), source = ?{there}", (found[:1000],))
        db.execute(f"UPDATE {table} SET bounded = note, note = '' WHERE note IN ('under', 'over', 'about')")


def _rename_marks(db: Database) -> None:
    """Have the marks of who wrote what follow the columns; of a value that was written apart the currency goes."""
    of_figures = "uid IN (SELECT uid FROM figures UNION SELECT uid FROM figures_history WHERE uid IS NOT NULL)"
    for table in ("dots", "replaced"):
        db.execute(f"UPDATE {table} SET register = 'series_id' WHERE register = 'series' AND {of_figures}")
        db.execute(f"UPDATE {table} SET register = 'period' WHERE register = 'year' AND {of_figures}")
    # What was written beside a series or year is a key and a text now, which another file may give otherwise.
    db.execute(f"DELETE FROM dots WHERE beside IS NOT NULL AND register IN ('series_id', 'period') AND {of_figures}")
    db.execute(f"DELETE FROM replaced WHERE register IN ('series_id', 'period') AND {of_figures}")
    sql = (
        f"SELECT uid, replica, n, k, beside FROM dots WHERE register = 'value' AND beside IS NOT NULL AND {of_figures}"
    )
    for *key, beside in db.execute(sql).fetchall():
        where = "register = 'value' AND uid = ? AND replica = ? AND n = ? AND k = ?"
        db.execute(f"UPDATE dots SET beside = ? WHERE {where}", (_value(beside), *key))
    sql = f"SELECT step, uid, dots FROM replaced WHERE register = 'value' AND {of_figures}"
    for step, uid, dots in db.execute(sql).fetchall():
        marks = json.dumps([[_value(beside), *meant] for beside, *meant in json.loads(dots)])
        where = "register = 'value' AND step = ? AND uid = ?"
        db.execute(f"UPDATE replaced SET dots = ? WHERE {where}", (marks, step, uid))


def _value(beside: str | None) -> str | None:
    return None if beside is None else json.dumps([json.loads(beside)[0], ""])
