"""The sixteenth format: the mission keeps the letters of moments, and what was noted at them."""

SQL = """
CREATE TABLE moment_letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL,
  person_id INTEGER,
  moment TEXT NOT NULL,
  about TEXT NOT NULL,
  language TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL
);
CREATE INDEX moment_letters_company_id ON moment_letters(company_id);
CREATE TABLE letter_notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  letter TEXT NOT NULL,
  mark TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  noted_by TEXT NOT NULL
);
CREATE INDEX letter_notes_letter ON letter_notes(letter);
"""
