"""The twenty-third format: follow-ups of companies, agreements with their parties and signatories, targets."""

SQL = """
CREATE TABLE company_follow_ups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  days INTEGER NOT NULL,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX company_follow_ups_company_id ON company_follow_ups(company_id);
CREATE TABLE agreements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title_en TEXT NOT NULL,
  title_fr TEXT NOT NULL,
  title_es TEXT NOT NULL,
  status TEXT NOT NULL,
  signed_on TEXT,
  event_id INTEGER REFERENCES events(id) ON DELETE SET NULL,
  position INTEGER NOT NULL,
  announced_value REAL,
  actual_value REAL,
  currency TEXT NOT NULL,
  embargo TEXT,
  notes TEXT NOT NULL
);
CREATE INDEX agreements_event_id ON agreements(event_id);
CREATE TABLE agreement_parties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  company_id INTEGER REFERENCES companies(id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE INDEX agreement_parties_agreement_id ON agreement_parties(agreement_id);
CREATE INDEX agreement_parties_company_id ON agreement_parties(company_id);
CREATE TABLE signatories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  party_id INTEGER REFERENCES agreement_parties(id) ON DELETE SET NULL,
  person_id INTEGER REFERENCES people(id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  part TEXT NOT NULL,
  position INTEGER NOT NULL,
  is_out INTEGER NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX signatories_agreement_id ON signatories(agreement_id);
CREATE INDEX signatories_party_id ON signatories(party_id);
CREATE INDEX signatories_person_id ON signatories(person_id);
CREATE TABLE agreement_texts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  agreement_id INTEGER NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL
);
CREATE INDEX agreement_texts_agreement_id ON agreement_texts(agreement_id);
CREATE TABLE targets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  milestone_id INTEGER NOT NULL REFERENCES milestones(id) ON DELETE CASCADE,
  grouped_by TEXT NOT NULL,
  code TEXT NOT NULL,
  stage TEXT NOT NULL,
  number INTEGER NOT NULL
);
CREATE INDEX targets_milestone_id ON targets(milestone_id);
"""
