"""The tables of a mission itself: its stops and venues, sectors, texts, and what is set for it."""

SQL = """
CREATE TABLE missions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  home_country TEXT NOT NULL,
  host_country TEXT NOT NULL,
  organiser TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  languages TEXT NOT NULL,
  registration_closes TEXT,
  lunch_starts TEXT NOT NULL,
  lunch_ends TEXT NOT NULL,
  places_min INTEGER,
  places_max INTEGER,
  several_at_once INTEGER NOT NULL,
  meetings_a_day INTEGER,
  meetings_least INTEGER,
  meetings_most INTEGER,
  travel_minutes INTEGER,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  pack_pages TEXT NOT NULL,
  colour TEXT NOT NULL,
  logo TEXT NOT NULL,
  keep_until TEXT
);

CREATE TABLE stops (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  spellings TEXT NOT NULL,
  country TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL
);

CREATE TABLE venues (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL
);

CREATE TABLE tables (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
  number INTEGER NOT NULL
);

CREATE TABLE travels (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
  minutes INTEGER NOT NULL
);

CREATE TABLE sectors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  parent_id INTEGER REFERENCES sectors(id) ON DELETE CASCADE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  spellings TEXT NOT NULL,
  owner TEXT NOT NULL,
  quota INTEGER,
  colour TEXT NOT NULL
);

CREATE TABLE sector_stops (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sector_id INTEGER NOT NULL REFERENCES sectors(id) ON DELETE CASCADE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE
);

CREATE TABLE synonyms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  sector_id INTEGER REFERENCES sectors(id) ON DELETE CASCADE,
  words TEXT NOT NULL
);

CREATE TABLE texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE figures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  value REAL NOT NULL,
  currency TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE letter_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL
);

CREATE TABLE criteria (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  weight REAL NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE match_weights (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  part TEXT NOT NULL,
  weight INTEGER NOT NULL
);

CREATE TABLE saved_filters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  wanted TEXT NOT NULL,
  sort TEXT NOT NULL,
  descending INTEGER NOT NULL
);

CREATE INDEX tables_venue_id ON tables(venue_id);
"""
