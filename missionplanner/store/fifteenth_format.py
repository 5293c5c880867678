"""The fifteenth format: a mission has milestones, and tasks counted from them."""

SQL = """
CREATE TABLE milestones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  day TEXT,
  days INTEGER NOT NULL,
  of_world INTEGER NOT NULL,
  note TEXT NOT NULL
);
CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  milestone_id INTEGER REFERENCES milestones(id) ON DELETE SET NULL,
  days INTEGER NOT NULL,
  owner TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX tasks_milestone_id ON tasks(milestone_id);
"""
