"""The tables of companies: registrations, people, applications and their reviews, meeting requests."""

SQL = """
CREATE TABLE companies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  side TEXT NOT NULL CHECK (side IN ('delegation', 'counterpart')),
  name TEXT NOT NULL,
  operating_name TEXT NOT NULL,
  registration_number TEXT NOT NULL,
  address TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  website TEXT NOT NULL,
  phone TEXT NOT NULL,
  employees INTEGER,
  year_founded INTEGER,
  description TEXT NOT NULL,
  description_en TEXT NOT NULL,
  description_fr TEXT NOT NULL,
  description_es TEXT NOT NULL,
  objectives TEXT NOT NULL,
  wishes TEXT NOT NULL,
  language TEXT NOT NULL,
  consent INTEGER,
  consent_on TEXT,
  notes TEXT NOT NULL
);

CREATE TABLE company_sectors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  sector_id INTEGER NOT NULL REFERENCES sectors(id) ON DELETE CASCADE,
  position INTEGER NOT NULL
);

CREATE TABLE company_stops (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE
);

CREATE TABLE offerings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('offers', 'seeks')),
  text TEXT NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE markets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  country TEXT NOT NULL,
  share TEXT NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE partners (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  place TEXT NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE aliases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  merged_id INTEGER
);

CREATE TABLE distinctions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE
);

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL
);

CREATE TABLE source_drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  content TEXT NOT NULL
);

CREATE TABLE delegates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  second_family_name TEXT NOT NULL,
  position TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  mobile TEXT NOT NULL,
  languages TEXT NOT NULL,
  dietary TEXT NOT NULL,
  access_needs TEXT NOT NULL,
  badge_name TEXT NOT NULL,
  emergency_contact TEXT NOT NULL,
  biography TEXT NOT NULL,
  precedence INTEGER,
  passport TEXT NOT NULL,
  consent INTEGER,
  purpose TEXT NOT NULL
);

CREATE TABLE applications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL UNIQUE REFERENCES companies(id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  announced TEXT NOT NULL,
  rank INTEGER,
  received TEXT,
  source TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  applicant TEXT NOT NULL,
  declares_origin INTEGER,
  declares_export_controls INTEGER,
  declares_integrity INTEGER,
  signed_by TEXT NOT NULL,
  signed_on TEXT,
  edited TEXT NOT NULL
);

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  criterion_id INTEGER NOT NULL REFERENCES criteria(id) ON DELETE CASCADE,
  reviewer TEXT NOT NULL,
  mark INTEGER
);

CREATE TABLE requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  delegation_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  counterpart_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  asked_by TEXT NOT NULL,
  priority TEXT NOT NULL,
  comment TEXT NOT NULL,
  half TEXT NOT NULL,
  session_id INTEGER
);

CREATE TABLE precedences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  first_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  then_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE
);

CREATE INDEX company_sectors_company_id ON company_sectors(company_id);
CREATE INDEX company_sectors_sector_id ON company_sectors(sector_id);
CREATE INDEX company_stops_company_id ON company_stops(company_id);
CREATE INDEX offerings_company_id ON offerings(company_id);
CREATE INDEX markets_company_id ON markets(company_id);
CREATE INDEX partners_company_id ON partners(company_id);
CREATE INDEX aliases_company_id ON aliases(company_id);
CREATE INDEX distinctions_company_id ON distinctions(company_id);
CREATE INDEX attachments_company_id ON attachments(company_id);
CREATE INDEX source_drafts_company_id ON source_drafts(company_id);
CREATE INDEX delegates_company_id ON delegates(company_id);
CREATE INDEX reviews_company_id ON reviews(company_id);
CREATE INDEX requests_delegation_id ON requests(delegation_id);
CREATE INDEX requests_counterpart_id ON requests(counterpart_id);
"""
