"""The twentieth format: a mission knows how people come, sleep, ride and sign in, and prepares bilateral calls."""

from missionplanner.store.database import Database

SQL = """
CREATE TABLE legs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  flight TEXT NOT NULL,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  departs TEXT,
  arrives TEXT,
  booking TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX legs_person_id ON legs(person_id);
CREATE TABLE hotels (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  stop_id INTEGER REFERENCES stops(id) ON DELETE SET NULL,
  address TEXT NOT NULL,
  singles INTEGER,
  doubles INTEGER,
  twins INTEGER,
  note TEXT NOT NULL
);
CREATE INDEX hotels_stop_id ON hotels(stop_id);
CREATE TABLE stays (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  hotel_id INTEGER REFERENCES hotels(id) ON DELETE SET NULL,
  stop_id INTEGER REFERENCES stops(id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  mate_id INTEGER REFERENCES people(id) ON DELETE SET NULL,
  check_in TEXT,
  check_out TEXT,
  room TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX stays_person_id ON stays(person_id);
CREATE INDEX stays_hotel_id ON stays(hotel_id);
CREATE INDEX stays_stop_id ON stays(stop_id);
CREATE INDEX stays_mate_id ON stays(mate_id);
CREATE TABLE vehicles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  model TEXT NOT NULL,
  seats INTEGER NOT NULL,
  kept_free INTEGER NOT NULL,
  is_accessible INTEGER NOT NULL,
  driver TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX vehicles_event_id ON vehicles(event_id);
CREATE TABLE seats (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  vehicle_id INTEGER NOT NULL REFERENCES vehicles(id) ON DELETE CASCADE,
  is_fixed INTEGER NOT NULL
);
CREATE INDEX seats_event_id ON seats(event_id);
CREATE INDEX seats_person_id ON seats(person_id);
CREATE INDEX seats_vehicle_id ON seats(vehicle_id);
CREATE TABLE sign_ins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  event_id INTEGER REFERENCES events(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  how TEXT NOT NULL
);
CREATE INDEX sign_ins_person_id ON sign_ins(person_id);
CREATE INDEX sign_ins_event_id ON sign_ins(event_id);
"""
_TEXTS = ("hosts", "brief", "objectives", "protocol")


def bring_to(db: Database) -> None:
    """Give events what a bilateral call needs, and people a place in the order of entering."""
    for table, host, interpreter in (
        ("events", " REFERENCES companies(id) ON DELETE SET NULL", " REFERENCES people(id) ON DELETE SET NULL"),
        ("events_history", "", ""),
    ):
        db.execute(f"ALTER TABLE {table} ADD COLUMN host_id INTEGER{host}")
        for column in _TEXTS:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
        db.execute(f"ALTER TABLE {table} ADD COLUMN interpreter_id INTEGER{interpreter}")
    db.execute("CREATE INDEX events_host_id ON events(host_id)")
    db.execute("CREATE INDEX events_interpreter_id ON events(interpreter_id)")
    for table in ("person_attendances", "person_attendances_history"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN enters INTEGER")
