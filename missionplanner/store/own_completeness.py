"""The required own fields that registrations lack, read for many companies at once."""

from collections import defaultdict

from missionplanner.domain.applications import Status
from missionplanner.domain.completeness import required, unanswered
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.store.database import Database
from missionplanner.store.rows import from_row, listed, names

_ACCEPTED = (Status.ACCEPTED.value, Status.CONFIRMED.value)
_FIELDS = f"SELECT {listed(names(OwnField))} FROM own_fields WHERE required ORDER BY position, uid"
_STANDING = (
    "SELECT c.id, c.side, coalesce(a.status, '') FROM companies c LEFT JOIN applications a ON a.company_id = c.id"
    " WHERE c.id BETWEEN ? AND ?"
)
_OF_COMPANIES = "SELECT company_id, field_id FROM company_values WHERE company_id BETWEEN ? AND ? AND text != ''"
_REPRESENTED = (
    "SELECT id, company_id FROM people WHERE company_id BETWEEN :first AND :last"
    " UNION SELECT person_id, company_id FROM memberships WHERE company_id BETWEEN :first AND :last"
)
_OF_PEOPLE = (
    f"WITH r AS ({_REPRESENTED}) SELECT r.company_id, f.id FROM r"
    " JOIN own_fields f ON f.subject = 'person' AND f.required WHERE NOT EXISTS"
    " (SELECT 1 FROM person_values v WHERE v.person_id = r.id AND v.field_id = f.id AND v.text != '')"
    " GROUP BY r.company_id, f.id"
)
"""The fields that somebody of a company has no answer to."""


def is_touched(db: Database, step: int) -> bool:
    """Return whether a step touched own fields that are required, or were."""
    sql = (
        "SELECT 1 FROM own_fields_history h LEFT JOIN own_fields f ON f.id = h.id"
        " WHERE h.step = ? AND (h.required OR f.required) LIMIT 1"
    )
    return db.execute(sql, (step,)).fetchone() is not None


def companies_of(db: Database, people: set[int]) -> set[int]:
    """Return the companies that people represent."""
    rows = db.execute("SELECT id, company_id FROM people UNION ALL SELECT person_id, company_id FROM memberships")
    return {company for person, company in rows if person in people and company is not None}


class RequiredAnswers:
    """The required own fields of runs of companies, and those they lack."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._fields = [from_row(OwnField, row) for row in db.execute(_FIELDS).fetchall()]
        self._standing: dict[int, tuple[str, str]] = {}
        self._answered: dict[int, set[int]] = {}
        self._lacking: dict[int, set[int]] = {}

    def read(self, first: int, last: int) -> None:
        """Read what companies with keys from the first to the last have answered."""
        if not self._fields:
            return
        self._standing = {key: (side, status) for key, side, status in self._db.execute(_STANDING, (first, last))}
        self._answered, self._lacking = defaultdict(set), defaultdict(set)
        for key, field in self._db.execute(_OF_COMPANIES, (first, last)):
            self._answered[key].add(field)
        if any(one.subject is Subject.PERSON for one in self._fields):
            for key, field in self._db.execute(_OF_PEOPLE, {"first": first, "last": last}):
                self._lacking[key].add(field)

    def number(self, company: int) -> int:
        """Return how many own fields a registration needs."""
        return len(self._needed(company)) if self._fields else 0

    def lacking(self, company: int) -> tuple[str, ...]:
        """Return the names of the own fields a registration needs and lacks; of people where one of them lacks it."""
        if not self._fields:
            return ()
        needed, answered = self._needed(company), self._answered.get(company, set())
        lacked = self._lacking.get(company, set())
        said = {
            one.name
            for one in needed
            if (one.id not in lacked if one.subject is Subject.PERSON else one.id in answered)
        }
        return unanswered(needed, said)

    def _needed(self, company: int) -> tuple[OwnField, ...]:
        side, status = self._standing.get(company, ("", ""))
        return required(self._fields, side, status in _ACCEPTED)
