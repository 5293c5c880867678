"""The tables outside undo: journals, drafts of forms, contents of attachments, the steps, texts for the search."""

SQL = """
CREATE TABLE pack_prints (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER,
  edition TEXT NOT NULL,
  language TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  file_name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  delegate_id INTEGER,
  content TEXT NOT NULL
);

CREATE TABLE file_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  read INTEGER NOT NULL,
  new INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  same INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  source TEXT NOT NULL,
  reading TEXT NOT NULL
);

CREATE TABLE letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  file_name TEXT NOT NULL,
  decided_at TEXT,
  sent_at TEXT NOT NULL,
  sent_by TEXT NOT NULL
);

CREATE TABLE form_drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL,
  side TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
);

CREATE TABLE contents (
  digest TEXT PRIMARY KEY,
  content BLOB NOT NULL
);

CREATE TABLE steps (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  user TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
  target INTEGER,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone'))
);

CREATE TABLE search (
  company_id INTEGER PRIMARY KEY REFERENCES companies(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  complete INTEGER NOT NULL,
  missing TEXT NOT NULL
);

CREATE INDEX pack_prints_company_id ON pack_prints(company_id);
CREATE INDEX letters_company_id ON letters(company_id);
"""
