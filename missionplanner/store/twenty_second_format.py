"""The twenty-second format: intents of companies, and relationships with what is claimed of them and proved."""

from missionplanner.store.database import Database
from missionplanner.store.merging.layout import natural_uids
from missionplanner.store.rows import derived_uid

SQL = """
CREATE TABLE relationships (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  made_on TEXT NOT NULL,
  intents TEXT NOT NULL,
  owner TEXT NOT NULL,
  other_owner TEXT NOT NULL,
  next_step TEXT NOT NULL,
  due TEXT,
  notes TEXT NOT NULL
);
CREATE INDEX relationships_company_id ON relationships(company_id);
CREATE INDEX relationships_other_id ON relationships(other_id);
CREATE TABLE relationship_parties (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationships(id) ON DELETE CASCADE,
  name TEXT NOT NULL
);
CREATE INDEX relationship_parties_relationship_id ON relationship_parties(relationship_id);
CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  relationship_id INTEGER NOT NULL REFERENCES relationships(id) ON DELETE CASCADE,
  teller_id INTEGER REFERENCES companies(id) ON DELETE CASCADE,
  told_on TEXT NOT NULL,
  horizon INTEGER,
  stage TEXT NOT NULL,
  since TEXT,
  reason TEXT NOT NULL,
  about TEXT NOT NULL,
  expected INTEGER NOT NULL,
  value REAL,
  currency TEXT NOT NULL,
  period TEXT NOT NULL,
  jobs INTEGER,
  began_before INTEGER,
  began_on TEXT,
  third TEXT NOT NULL,
  next_step TEXT NOT NULL,
  evidence TEXT NOT NULL,
  said_by TEXT NOT NULL,
  withdrawn_on TEXT
);
CREATE INDEX claims_relationship_id ON claims(relationship_id);
CREATE INDEX claims_teller_id ON claims(teller_id);
CREATE TABLE same_deals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  one_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  is_same INTEGER NOT NULL,
  decided_on TEXT NOT NULL,
  decided_by TEXT NOT NULL
);
CREATE INDEX same_deals_one_id ON same_deals(one_id);
CREATE INDEX same_deals_other_id ON same_deals(other_id);
CREATE TABLE proofs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
  attachment_id INTEGER REFERENCES attachments(id) ON DELETE SET NULL,
  reference TEXT NOT NULL,
  value REAL NOT NULL,
  currency TEXT NOT NULL,
  signed_on TEXT,
  parties TEXT NOT NULL,
  how TEXT NOT NULL,
  verified_on TEXT NOT NULL,
  verified_by TEXT NOT NULL
);
CREATE INDEX proofs_claim_id ON proofs(claim_id);
CREATE INDEX proofs_attachment_id ON proofs(attachment_id);
"""
_STAGES = {
    "": "held", "none": "ended", "information": "held", "lead": "follow_up", "quote": "quotation",
    "agreement": "agreement", "sale": "agreement", "investment": "agreement",
}  # fmt: skip
"""The stage of a relationship by the kind of the outcome it was made of."""
_OUTCOMES = """
SELECT o.uid, o.kind, o.value, o.currency, o.next_step, o.due, d.id, d.uid, c.id, c.uid, substr(s.starts, 1, 10)
FROM outcomes o JOIN meetings m ON m.id = o.meeting_id JOIN companies d ON d.id = m.delegation_id
JOIN companies c ON c.id = m.counterpart_id JOIN slots s ON s.id = m.slot_id ORDER BY s.starts, o.id
"""
_MAKE = """
INSERT OR IGNORE INTO relationships
(uid, company_id, other_id, made_on, intents, owner, other_owner, next_step, due, notes)
VALUES (?, ?, ?, ?, '', '', '', ?, ?, '')
"""
_CLAIM = """
INSERT INTO claims (uid, relationship_id, told_on, stage, since, reason, about, expected, value, currency, period,
third, next_step, evidence, said_by)
SELECT ?, id, ?, ?, ?, '', '', ?, ?, ?, '', '', ?, '', '' FROM relationships WHERE uid = ?
"""


def bring_to(db: Database) -> None:
    """Have companies say what they want, and make relationships of outcomes, which stay what they are."""
    for table in ("companies", "companies_history"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN intents TEXT NOT NULL DEFAULT ''")
    for outcome in db.execute(_OUTCOMES).fetchall():
        _make_relationship(db, *outcome)


def _make_relationship(db: Database, uid: str, kind: str, value: float | None, *more: object) -> None:
    currency, next_step, due, ours, our_uid, theirs, their_uid, day = more
    (known,) = natural_uids("relationships", [(our_uid, their_uid)], [str(our_uid)])
    db.execute(_MAKE, (known, ours, theirs, day, next_step, due))
    stage = _STAGES.get(kind, "held")
    expected = stage != "agreement"
    db.execute(_CLAIM, (derived_uid("claims", uid), day, stage, day, expected, value, currency, next_step, known))
