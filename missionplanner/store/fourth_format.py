"""The fourth format: people may have no company or several, with a role in each, and organisations have kinds."""

from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid

SQL = """
CREATE TABLE roles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  spellings TEXT NOT NULL,
  meets INTEGER NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE organisation_kinds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  spellings TEXT NOT NULL,
  meets INTEGER NOT NULL,
  position INTEGER NOT NULL
);

CREATE TABLE memberships (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  role_id INTEGER REFERENCES roles(id) ON DELETE SET NULL,
  position TEXT NOT NULL
);

CREATE TABLE person_attendances (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL REFERENCES events(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  part TEXT NOT NULL
);

CREATE INDEX person_attendances_event_id ON person_attendances(event_id);
CREATE INDEX person_attendances_person_id ON person_attendances(person_id);
CREATE INDEX memberships_person_id ON memberships(person_id);
CREATE INDEX memberships_company_id ON memberships(company_id);
"""
ROLES = (
    ("Delegate", "Délégué", "Delegado", "Déléguée; Delegada; Participant; Participante; Attendee", True),
    ("Head of delegation", "Chef de délégation", "Jefe de delegación", "Cheffe de délégation; Jefa de misión", True),
    ("Minister", "Ministre", "Ministro", "Ministra", False),
    ("Ambassador", "Ambassadeur", "Embajador", "Ambassadrice; Embajadora; Consul", False),
    ("Official", "Fonctionnaire", "Funcionario", "Représentant officiel; Funcionaria; Government official", False),
    ("Staff", "Personnel", "Personal", "Équipe; Equipo; Organiser; Organizer; Organisateur; Organizador", False),
    ("Press", "Presse", "Prensa", "Media; Médias; Medios; Journalist; Journaliste; Periodista", False),
    ("Interpreter", "Interprète", "Intérprete", "Translator; Traducteur; Traductor", False),
    ("Driver", "Chauffeur", "Conductor", "Chofer; Chauffeuse", False),
    ("Guard", "Agent de sécurité", "Escolta", "Security; Sécurité; Seguridad; Bodyguard", False),
)  # fmt: skip
"""The roles every mission begins with: names in the three languages, other spellings, whether they attend meetings."""
KINDS = (
    ("Company", "Entreprise", "Empresa",
     "Business; Private company; Private sector; Corporation; Enterprise; SME; PME; PyME; Startup; Compañía; Société",
     True),
    ("Association", "Association", "Asociación",
     "Chamber; Chamber of commerce; Chambre de commerce; Cámara de comercio; Business association; Trade association;"
     " Association d’affaires; Asociación empresarial; Cluster; Non-profit; OBNL; NGO; ONG", True),
    ("Government", "Gouvernement", "Gobierno",
     "Government agency; Ministry; Ministère; Ministerio; Public body; Public sector; Organisme public;"
     " Organismo público; Embassy; Ambassade; Embajada", False),
    ("University", "Université", "Universidad",
     "College; Academia; Academic; Academic institution; Research institute; Institut de recherche;"
     " Centro de investigación",
     True),
    ("Media", "Médias", "Medios", "Press; Presse; Prensa", False),
    ("Service provider", "Prestataire de services", "Proveedor de servicios",
     "Consultant; Consulting firm; Law firm; Consultor; Consultoría; Bank; Banque; Banco", True),
)  # fmt: skip
"""The kinds of organisations every mission begins with, like ROLES."""


_ADDED = (
    ("company_id", "INTEGER", " REFERENCES companies(id) ON DELETE CASCADE"),
    ("role_id", "INTEGER", " REFERENCES roles(id) ON DELETE SET NULL"),
    ("gender", "TEXT NOT NULL DEFAULT ''", ""),
    ("side", "TEXT NOT NULL DEFAULT 'delegation'", ""),
    ("meets", "INTEGER", ""),
)
"""The columns of people that delegates did not have, or not so; with their links."""


def bring_to(db: Database) -> None:
    """Fill the tables that are new, and make people of the delegates, who keep their keys, uids and history."""
    for table, usual in (("roles", ROLES), ("organisation_kinds", KINDS)):
        columns = "uid, name_en, name_fr, name_es, spellings, meets, position"
        for place, row in enumerate(usual):
            values = (derived_uid(table, str(row[0])), *row, place)
            db.execute(f"INSERT INTO {table} ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    _give_companies_kinds(db)
    _make_people(db)
    for table in ("births", "deletions"):
        db.execute(f"UPDATE {table} SET table_name = 'people' WHERE table_name = 'delegates'")


def _give_companies_kinds(db: Database) -> None:
    """Have companies say what kind of organisation they are, and whether they want meetings."""
    db.execute("ALTER TABLE companies ADD COLUMN kind_id INTEGER REFERENCES organisation_kinds(id) ON DELETE SET NULL")
    db.execute("ALTER TABLE companies ADD COLUMN meets INTEGER")
    for column in ("kind_id", "meets"):
        db.execute(f"ALTER TABLE companies_history ADD COLUMN {column}")


def _make_people(db: Database) -> None:
    """Have delegates be people, who need no company."""
    db.execute("ALTER TABLE delegates RENAME TO people")  # links of other tables to it are renamed along
    db.execute("ALTER TABLE delegates_history RENAME TO people_history")
    db.execute("DROP INDEX delegates_company_id")
    db.execute("DROP INDEX delegates_history_step")
    for table, links in (("people", True), ("people_history", False)):
        # SQLite cannot have a column that is there allow nothing in it.
        db.execute(f"ALTER TABLE {table} RENAME COLUMN company_id TO former_id")
        for column, kind, link in _ADDED:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind + link if links else ''}")
        db.execute(f"UPDATE {table} SET company_id = former_id")
        db.execute(f"ALTER TABLE {table} DROP COLUMN former_id")
    # Images of rows inserted at once are keys alone.
    db.execute("UPDATE people_history SET gender = '', side = 'delegation' WHERE uid IS NOT NULL")
    for table, column in (("people_history", "step"), ("people", "company_id"), ("people", "role_id")):
        db.execute(f"CREATE INDEX {table}_{column} ON {table}({column})")
