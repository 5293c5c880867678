"""The tenth format: a mission has fields of its own, of companies, people and requests."""

SQL = """
CREATE TABLE own_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  section TEXT NOT NULL,
  help_en TEXT NOT NULL,
  help_fr TEXT NOT NULL,
  help_es TEXT NOT NULL,
  choices TEXT NOT NULL,
  currency TEXT NOT NULL,
  side TEXT NOT NULL,
  required INTEGER NOT NULL,
  sensitive INTEGER NOT NULL,
  position INTEGER NOT NULL
);
CREATE TABLE company_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES own_fields(id) ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE INDEX company_values_company_id ON company_values(company_id);
CREATE INDEX company_values_field_id ON company_values(field_id);
CREATE TABLE person_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES own_fields(id) ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE INDEX person_values_person_id ON person_values(person_id);
CREATE INDEX person_values_field_id ON person_values(field_id);
CREATE TABLE request_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  request_id INTEGER NOT NULL REFERENCES requests(id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES own_fields(id) ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE INDEX request_values_request_id ON request_values(request_id);
CREATE INDEX request_values_field_id ON request_values(field_id);
"""
