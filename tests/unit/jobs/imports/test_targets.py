"""The records and memories that accepting an import writes."""

import json

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import SourceDraft, SourceEntry
from missionplanner.domain.companies import Side
from missionplanner.jobs.imports.targets import Asked, CompanyTarget, Remembered

ASKED = Asked(Side.COUNTERPART, "merge", "form", "f.csv", {}, {})
ENTRY = SourceEntry(
    {"name": "A", "city": "Puebla"},
    stops=(2, 1),
    delegates=({"given_name": "Ana"},),
    assumed={"language": "es"},
    is_withdrawn=True,
)


def test_a_new_company_is_made_of_what_its_rows_say() -> None:
    after = CompanyTarget(2, ENTRY, ASKED).after
    assert (after.company.side, after.company.name, after.company.language) == (Side.COUNTERPART, "A", "es")
    assert (after.application.status, after.application.source) == (Status.WITHDRAWN, "f.csv")
    assert (after.stops, after.delegates[0].given_name) == ((1, 2), "Ana")


def test_what_a_source_said_before_stays_known() -> None:
    before = SourceDraft(id=7, company_id=3, source="form", content=json.dumps({"city": "X", "phone": "1"}))
    found = Remembered("form", ENTRY, 3, before)
    said = json.loads(found.content)
    assert (said["city"], said["phone"], said["language"]) == ("Puebla", "1", "es")
