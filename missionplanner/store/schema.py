"""The migrations of a mission file, oldest first; a released one is never edited."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x544D504C  # "TMPL"
FORMAT = 6
"""The number of the newest format; a file with a higher one is refused."""

migrations = Migrations("missionplanner")

_FIRST = """
CREATE TABLE missions (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  home_country TEXT NOT NULL, host_country TEXT NOT NULL, organiser TEXT NOT NULL, starts TEXT NOT NULL,
  ends TEXT NOT NULL, languages TEXT NOT NULL,
  registration_closes TEXT, lunch_starts TEXT NOT NULL, lunch_ends TEXT NOT NULL);
CREATE TABLE stops (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL, name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL, spellings TEXT NOT NULL, country TEXT NOT NULL, time_zone TEXT NOT NULL, starts TEXT NOT NULL,
  ends TEXT NOT NULL);
CREATE TABLE venues (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, stop_id INTEGER NOT NULL REFERENCES stops(id)
  ON DELETE CASCADE, name TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL);
CREATE TABLE tables (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, venue_id INTEGER NOT NULL REFERENCES venues(id)
  ON DELETE CASCADE, number INTEGER NOT NULL);
CREATE TABLE sectors (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, code TEXT NOT NULL, parent_id INTEGER
  REFERENCES sectors(id) ON DELETE CASCADE, name_en TEXT NOT NULL, name_fr TEXT NOT NULL, name_es TEXT NOT NULL,
  spellings TEXT NOT NULL, owner TEXT NOT NULL, quota INTEGER, colour TEXT NOT NULL);
CREATE TABLE sector_stops (id INTEGER PRIMARY KEY AUTOINCREMENT, sector_id INTEGER NOT NULL REFERENCES sectors(id) ON DELETE CASCADE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE);
CREATE TABLE texts (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, language TEXT NOT NULL,
  title TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE figures (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, series TEXT NOT NULL, year INTEGER NOT NULL,
  value REAL NOT NULL, currency TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE companies (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, side TEXT NOT NULL
  CHECK (side IN ('delegation', 'counterpart')), name TEXT NOT NULL, operating_name TEXT NOT NULL,
  registration_number TEXT NOT NULL, address TEXT NOT NULL, city TEXT NOT NULL, region TEXT NOT NULL,
  postal_code TEXT NOT NULL, country TEXT NOT NULL, website TEXT NOT NULL, phone TEXT NOT NULL, employees INTEGER,
  year_founded INTEGER, description TEXT NOT NULL, objectives TEXT NOT NULL, language TEXT NOT NULL, consent INTEGER,
  notes TEXT NOT NULL);
CREATE TABLE company_sectors (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER NOT NULL REFERENCES companies(id)
  ON DELETE CASCADE, sector_id INTEGER NOT NULL REFERENCES sectors(id) ON DELETE CASCADE, position INTEGER NOT NULL);
CREATE TABLE company_stops (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER NOT NULL REFERENCES companies(id)
  ON DELETE CASCADE, stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE);
CREATE TABLE offerings (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('offers', 'seeks')), text TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE delegates (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, company_id INTEGER NOT NULL
  REFERENCES companies(id) ON DELETE CASCADE, title TEXT NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL,
  second_family_name TEXT NOT NULL, position TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
  mobile TEXT NOT NULL, languages TEXT NOT NULL, dietary TEXT NOT NULL, access_needs TEXT NOT NULL,
  badge_name TEXT NOT NULL, emergency_contact TEXT NOT NULL);
CREATE TABLE applications (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, company_id INTEGER NOT NULL UNIQUE
  REFERENCES companies(id) ON DELETE CASCADE, status TEXT NOT NULL, announced TEXT NOT NULL, rank INTEGER,
  received TEXT, source TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE requests (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, delegation_id INTEGER NOT NULL
  REFERENCES companies(id) ON DELETE CASCADE, counterpart_id INTEGER NOT NULL REFERENCES companies(id)
  ON DELETE CASCADE, asked_by TEXT NOT NULL, priority TEXT NOT NULL, comment TEXT NOT NULL);
CREATE TABLE sessions (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, venue_id INTEGER NOT NULL REFERENCES venues(id)
  ON DELETE CASCADE, name TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, slot_minutes INTEGER NOT NULL,
  buffer_minutes INTEGER NOT NULL);
CREATE TABLE slots (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, session_id INTEGER NOT NULL
  REFERENCES sessions(id) ON DELETE CASCADE, starts TEXT NOT NULL, ends TEXT NOT NULL);
CREATE TABLE interpreters (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  languages TEXT NOT NULL, phone TEXT NOT NULL);
CREATE TABLE meetings (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, delegation_id INTEGER NOT NULL
  REFERENCES companies(id) ON DELETE CASCADE, counterpart_id INTEGER NOT NULL REFERENCES companies(id)
  ON DELETE CASCADE, slot_id INTEGER NOT NULL REFERENCES slots(id), table_id INTEGER NOT NULL REFERENCES tables(id),
  status TEXT NOT NULL, locked INTEGER NOT NULL, reason TEXT NOT NULL, no_show_side TEXT NOT NULL,
  interpreter_id INTEGER REFERENCES interpreters(id) ON DELETE SET NULL, reconfirmed TEXT);
CREATE TABLE meeting_delegates (id INTEGER PRIMARY KEY AUTOINCREMENT, meeting_id INTEGER NOT NULL REFERENCES meetings(id)
  ON DELETE CASCADE, delegate_id INTEGER NOT NULL REFERENCES delegates(id) ON DELETE CASCADE);
CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, stop_id INTEGER NOT NULL REFERENCES stops(id)
  ON DELETE CASCADE, venue_id INTEGER REFERENCES venues(id) ON DELETE SET NULL, kind TEXT NOT NULL,
  name_en TEXT NOT NULL, name_fr TEXT NOT NULL, name_es TEXT NOT NULL, place TEXT NOT NULL, starts TEXT NOT NULL,
  ends TEXT NOT NULL, audience TEXT NOT NULL, sector_id INTEGER REFERENCES sectors(id) ON DELETE SET NULL,
  notes TEXT NOT NULL);
CREATE TABLE attendances (id INTEGER PRIMARY KEY AUTOINCREMENT, event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE);
CREATE TABLE availabilities (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, owner TEXT NOT NULL,
  owner_id INTEGER NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE outcomes (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, meeting_id INTEGER NOT NULL
  REFERENCES meetings(id) ON DELETE CASCADE, kind TEXT NOT NULL, value REAL, currency TEXT NOT NULL,
  next_step TEXT NOT NULL, due TEXT);
CREATE TABLE pack_prints (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER, edition TEXT NOT NULL, language TEXT NOT NULL,
  fingerprint TEXT NOT NULL, file_name TEXT NOT NULL, pages INTEGER NOT NULL, printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL);
CREATE TABLE file_imports (id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL,
  read INTEGER NOT NULL, new INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL,
  duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL, imported_at TEXT NOT NULL, imported_by TEXT NOT NULL);
CREATE TABLE steps (id INTEGER PRIMARY KEY, label TEXT NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')), target INTEGER, state TEXT NOT NULL
  CHECK (state IN ('done', 'undone', 'gone')));
CREATE TABLE search (company_id INTEGER PRIMARY KEY REFERENCES companies(id) ON DELETE CASCADE, name TEXT NOT NULL,
  text TEXT NOT NULL);
"""

_INDEXES = (
    ("company_sectors", "company_id"), ("company_sectors", "sector_id"), ("company_stops", "company_id"),
    ("offerings", "company_id"), ("delegates", "company_id"), ("requests", "delegation_id"),
    ("requests", "counterpart_id"), ("slots", "session_id"), ("meetings", "delegation_id"),
    ("meetings", "counterpart_id"), ("meetings", "slot_id"), ("meetings", "table_id"),
    ("meeting_delegates", "meeting_id"), ("meeting_delegates", "delegate_id"), ("pack_prints", "company_id"),
    ("tables", "venue_id"), ("attendances", "event_id"), ("attendances", "company_id"),
)  # fmt: skip

_FIRST_UNDOABLE = (
    "missions", "stops", "venues", "tables", "sectors", "sector_stops", "texts", "figures", "companies",
    "company_sectors", "company_stops", "offerings", "delegates", "applications", "requests", "sessions", "slots",
    "interpreters", "meetings", "meeting_delegates", "events", "attendances", "availabilities", "outcomes",
)  # fmt: skip


@migrations()
def m001_first_format(db: Database) -> None:
    """The vocabulary of a mission, its journals, and the images of undo."""
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table, column in _INDEXES:
        db.execute(f"CREATE INDEX {table}_{column} ON {table}({column})")
    for stored in _FIRST_UNDOABLE:
        columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({stored})").fetchall())
        db.execute(f"CREATE TABLE {stored}_history (step INTEGER NOT NULL, phase TEXT NOT NULL, {columns})")
        db.execute(f"CREATE INDEX {stored}_history_step ON {stored}_history(step)")


_SECOND_COLUMNS = (
    ("companies", "description_en TEXT NOT NULL DEFAULT ''"), ("companies", "description_fr TEXT NOT NULL DEFAULT ''"),
    ("companies", "description_es TEXT NOT NULL DEFAULT ''"), ("companies", "wishes TEXT NOT NULL DEFAULT ''"),
    ("companies", "consent_on TEXT"), ("applications", "decided_at TEXT"),
    ("applications", "decided_by TEXT NOT NULL DEFAULT ''"), ("applications", "reviewer TEXT NOT NULL DEFAULT ''"),
    ("applications", "applicant TEXT NOT NULL DEFAULT ''"), ("applications", "declares_origin INTEGER"),
    ("applications", "declares_export_controls INTEGER"), ("applications", "declares_integrity INTEGER"),
    ("applications", "signed_by TEXT NOT NULL DEFAULT ''"), ("applications", "signed_on TEXT"),
    ("applications", "edited TEXT NOT NULL DEFAULT ''"), ("missions", "places_min INTEGER"),
    ("missions", "places_max INTEGER"),
)  # fmt: skip
_OF_COMPANY = "company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE"
_SECOND = f"""
ALTER TABLE file_imports ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE file_imports ADD COLUMN reading TEXT NOT NULL DEFAULT '';
CREATE TABLE markets (id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_COMPANY}, country TEXT NOT NULL, share TEXT NOT NULL,
  position INTEGER NOT NULL);
CREATE TABLE partners (id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_COMPANY}, name TEXT NOT NULL, relationship TEXT NOT NULL,
  place TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE aliases (id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_COMPANY}, name TEXT NOT NULL, merged_id INTEGER);
CREATE TABLE distinctions (id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_COMPANY},
  other_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE);
CREATE TABLE attachments (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, {_OF_COMPANY}, kind TEXT NOT NULL,
  name TEXT NOT NULL, media TEXT NOT NULL, size INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE TABLE source_drafts (id INTEGER PRIMARY KEY AUTOINCREMENT, {_OF_COMPANY}, source TEXT NOT NULL, content TEXT NOT NULL);
CREATE TABLE criteria (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL, name_es TEXT NOT NULL, weight REAL NOT NULL, position INTEGER NOT NULL);
CREATE TABLE reviews (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, {_OF_COMPANY},
  criterion_id INTEGER NOT NULL REFERENCES criteria(id) ON DELETE CASCADE, reviewer TEXT NOT NULL, mark INTEGER);
CREATE TABLE letter_templates (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE views (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, wanted TEXT NOT NULL,
  sort TEXT NOT NULL, descending INTEGER NOT NULL);
CREATE TABLE letters (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER NOT NULL, kind TEXT NOT NULL,
  language TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL, file_name TEXT NOT NULL, decided_at TEXT,
  sent_at TEXT NOT NULL, sent_by TEXT NOT NULL);
CREATE TABLE form_drafts (id INTEGER PRIMARY KEY AUTOINCREMENT, company_id INTEGER NOT NULL, side TEXT NOT NULL,
  content TEXT NOT NULL, saved_at TEXT NOT NULL);
CREATE TABLE contents (digest TEXT PRIMARY KEY, content BLOB NOT NULL);
DROP TABLE search;
CREATE TABLE search (company_id INTEGER PRIMARY KEY REFERENCES companies(id) ON DELETE CASCADE, name TEXT NOT NULL,
  text TEXT NOT NULL, complete INTEGER NOT NULL, missing TEXT NOT NULL);
CREATE INDEX letters_company_id ON letters(company_id);
"""
_USUAL_CRITERIA = (
    ("Suitability for the market", "Convenance pour le marché", "Idoneidad para el mercado", 2),
    ("Business potential", "Potentiel d’affaires", "Potencial de negocio", 1),
    ("Fit with the mission", "Adéquation à la mission", "Afinidad con la misión", 1),
    ("Export readiness", "Préparation à l’exportation", "Preparación para exportar", 1),
)
_SECOND_UNDOABLE = ("markets", "partners", "aliases", "distinctions", "attachments", "source_drafts", "criteria", "reviews",
                    "letter_templates", "views")  # fmt: skip


@migrations()
def m002_registrations_and_selection(db: Database) -> None:
    """Whole applications, attachments, what sources said, reviews, letters, saved views."""
    _add_columns(db, _SECOND_COLUMNS)
    for statement in _SECOND.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in _SECOND_UNDOABLE:
        _keep_images(db, table)
        if "company_id" in {row[1] for row in db.execute(f"PRAGMA table_info({table})")}:
            db.execute(f"CREATE INDEX {table}_company_id ON {table}(company_id)")
    sql = "INSERT INTO criteria (uid, name_en, name_fr, name_es, weight, position) VALUES (lower(hex(randomblob(16))), ?, ?, ?, ?, ?)"
    for place, (english, french, spanish, weight) in enumerate(_USUAL_CRITERIA):
        db.execute(sql, (english, french, spanish, weight, place))


_THIRD_COLUMNS = (
    ("missions", "several_at_once INTEGER NOT NULL DEFAULT 0"), ("missions", "meetings_a_day INTEGER"),
    ("missions", "meetings_least INTEGER"), ("missions", "travel_minutes INTEGER"),
    ("requests", "half TEXT NOT NULL DEFAULT 'any'"), ("requests", "session_id INTEGER"),
)  # fmt: skip
_THIRD = f"""
CREATE TABLE travels (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE, minutes INTEGER NOT NULL);
CREATE TABLE precedences (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, {_OF_COMPANY},
  first_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  then_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE);
"""


@migrations()
def m003_rules_of_the_timetable(db: Database) -> None:
    """Travel times, meetings in order, at once, a day and at least; when a meeting is wished for."""
    _add_columns(db, _THIRD_COLUMNS)
    for statement in _THIRD.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in ("travels", "precedences"):
        _keep_images(db, table)


_FOURTH_COLUMNS = (
    ("missions", "meetings_most INTEGER"), ("events", "capacity INTEGER"), ("events", "to_venue_id INTEGER"),
    ("events", "status TEXT NOT NULL DEFAULT ''"), ("attendances", "part TEXT NOT NULL DEFAULT 'in'"),
    ("meetings", "late_side TEXT NOT NULL DEFAULT ''"), ("meetings", "late_minutes INTEGER NOT NULL DEFAULT 0"),
    ("meetings", "walk_in INTEGER NOT NULL DEFAULT 0"), ("outcomes", "second_meeting INTEGER NOT NULL DEFAULT 0"),
)  # fmt: skip
_FOURTH = """
CREATE TABLE follow_ups (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, meeting_id INTEGER NOT NULL
  REFERENCES meetings(id) ON DELETE CASCADE, days INTEGER NOT NULL, done_on TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE versions (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, content TEXT NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, number INTEGER, published_at TEXT, changes TEXT NOT NULL);
CREATE TABLE synonyms (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, sector_id INTEGER
  REFERENCES sectors(id) ON DELETE CASCADE, words TEXT NOT NULL);
CREATE TABLE match_weights (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, part TEXT NOT NULL,
  weight INTEGER NOT NULL);
"""


@migrations()
def m004_steering_the_timetable(db: Database) -> None:
    """Kept versions, follow-ups, synonyms and weights of suggestions; lateness, walk-ins, room and waiting lists."""
    _add_columns(db, _FOURTH_COLUMNS)
    for statement in _FOURTH.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in ("follow_ups", "versions", "synonyms", "match_weights"):
        _keep_images(db, table)


@migrations()
def m005_reconfirmed_by_either_side(db: Database) -> None:
    """Which sides of a meeting reconfirmed it; files made while the fourth was written may have the column."""
    if "reconfirmed_by" not in db["meetings"].columns_dict:
        _add_columns(db, (("meetings", "reconfirmed_by TEXT NOT NULL DEFAULT ''"),))


_SIXTH_COLUMNS = (
    ("missions", "name_fr TEXT NOT NULL DEFAULT ''"), ("missions", "name_es TEXT NOT NULL DEFAULT ''"),
    ("missions", "pack_pages TEXT NOT NULL DEFAULT ''"), ("missions", "colour TEXT NOT NULL DEFAULT ''"),
    ("missions", "logo TEXT NOT NULL DEFAULT ''"), ("missions", "keep_until TEXT"),
    ("delegates", "passport TEXT NOT NULL DEFAULT ''"), ("delegates", "consent INTEGER"),
    ("delegates", "purpose TEXT NOT NULL DEFAULT ''"), ("delegates", "biography TEXT NOT NULL DEFAULT ''"),
    ("delegates", "precedence INTEGER"), ("events", "talking_points TEXT NOT NULL DEFAULT ''"),
)  # fmt: skip
_SIXTH = ("ALTER TABLE pack_prints ADD COLUMN delegate_id INTEGER",
          "ALTER TABLE pack_prints ADD COLUMN content TEXT NOT NULL DEFAULT ''")  # fmt: skip


@migrations()
def m006_editions_of_packs(db: Database) -> None:
    """Pages, colour and logo of packs; biographies, precedence and talking points; what printed packs held."""
    _add_columns(db, _SIXTH_COLUMNS)
    for statement in _SIXTH:
        db.execute(statement)


def _add_columns(db: Database, columns: tuple[tuple[str, str], ...]) -> None:
    for table, column in columns:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        db.execute(f"ALTER TABLE {table}_history ADD COLUMN {column.replace(' NOT NULL', '')}")


def _keep_images(db: Database, table: str) -> None:
    columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})").fetchall())
    db.execute(f"CREATE TABLE {table}_history (step INTEGER NOT NULL, phase TEXT NOT NULL, {columns})")
    db.execute(f"CREATE INDEX {table}_history_step ON {table}_history(step)")
