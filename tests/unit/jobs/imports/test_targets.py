"""The records and memories that accepting an import writes."""

import json
from dataclasses import replace

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import SourceDraft, SourceEntry
from missionplanner.domain.companies import Side
from missionplanner.exchange.choices import NamedChoices
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


@pytest.mark.parametrize(
    ("side", "stops", "wanted"),
    [(Side.COUNTERPART, (), (2,)), (Side.COUNTERPART, (1,), (1,)), (Side.DELEGATION, (), ())],
)
def test_a_new_counterpart_meets_in_the_stop_it_is_at_home_in(
    side: Side, stops: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    asked = replace(ASKED, side=side, stops=NamedChoices({"mexico city": 1, "puebla": 2}))
    target = CompanyTarget(2, replace(ENTRY, stops=stops), asked)
    assert (target.after.stops, target.placed.stops) == (wanted, wanted)
    elsewhere = replace(ENTRY, company={"name": "A", "city": "Lyon"}, stops=())
    assert CompanyTarget(2, elsewhere, asked).after.stops == ()


def test_what_a_source_said_before_stays_known() -> None:
    before = SourceDraft(id=7, company_id=3, source="form", content=json.dumps({"city": "X", "phone": "1"}))
    found = Remembered("form", ENTRY, 3, before)
    said = json.loads(found.content)
    assert (said["city"], said["phone"], said["language"]) == ("Puebla", "1", "es")
