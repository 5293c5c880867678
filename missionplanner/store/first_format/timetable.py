"""The tables of the timetable: sessions and slots, meetings and their outcomes, events, absences, versions."""

SQL = """
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL,
  buffer_minutes INTEGER NOT NULL
);

CREATE TABLE slots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  session_id INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL
);

CREATE TABLE interpreters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  languages TEXT NOT NULL,
  phone TEXT NOT NULL
);

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  delegation_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  counterpart_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  slot_id INTEGER NOT NULL REFERENCES slots(id),
  table_id INTEGER NOT NULL REFERENCES tables(id),
  status TEXT NOT NULL,
  locked INTEGER NOT NULL,
  reason TEXT NOT NULL,
  no_show_side TEXT NOT NULL,
  interpreter_id INTEGER REFERENCES interpreters(id) ON DELETE SET NULL,
  reconfirmed TEXT,
  late_side TEXT NOT NULL,
  late_minutes INTEGER NOT NULL,
  walk_in INTEGER NOT NULL,
  reconfirmed_by TEXT NOT NULL
);

CREATE TABLE meeting_delegates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
  delegate_id INTEGER NOT NULL REFERENCES delegates(id) ON DELETE CASCADE
);

CREATE TABLE outcomes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value REAL,
  currency TEXT NOT NULL,
  next_step TEXT NOT NULL,
  due TEXT,
  second_meeting INTEGER NOT NULL
);

CREATE TABLE follow_ups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  meeting_id INTEGER NOT NULL REFERENCES meetings(id) ON DELETE CASCADE,
  days INTEGER NOT NULL,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE,
  venue_id INTEGER REFERENCES venues(id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  place TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  audience TEXT NOT NULL,
  sector_id INTEGER REFERENCES sectors(id) ON DELETE SET NULL,
  notes TEXT NOT NULL,
  capacity INTEGER,
  to_venue_id INTEGER,
  status TEXT NOT NULL,
  talking_points TEXT NOT NULL
);

CREATE TABLE attendances (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  part TEXT NOT NULL
);

CREATE TABLE availabilities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  number INTEGER,
  published_at TEXT,
  changes TEXT NOT NULL
);

CREATE INDEX slots_session_id ON slots(session_id);
CREATE INDEX meetings_delegation_id ON meetings(delegation_id);
CREATE INDEX meetings_counterpart_id ON meetings(counterpart_id);
CREATE INDEX meetings_slot_id ON meetings(slot_id);
CREATE INDEX meetings_table_id ON meetings(table_id);
CREATE INDEX meeting_delegates_meeting_id ON meeting_delegates(meeting_id);
CREATE INDEX meeting_delegates_delegate_id ON meeting_delegates(delegate_id);
CREATE INDEX attendances_event_id ON attendances(event_id);
CREATE INDEX attendances_company_id ON attendances(company_id);
"""
