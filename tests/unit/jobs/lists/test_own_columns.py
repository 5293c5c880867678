"""The columns of own fields say real values where there are some."""

from datetime import date

import pytest

from missionplanner.domain.own_fields import CompanyValue, OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.i18n import translator
from missionplanner.jobs.lists import own_columns
from missionplanner.jobs.lists.record_columns import SheetFacts
from tests.builders import snapshot_of


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (FieldKind.DATE, "2020-05-01", date(2020, 5, 1)),
        (FieldKind.DATE, "long ago", "long ago"),
        (FieldKind.NUMBER, "12", 12),
        (FieldKind.NUMBER, "1.5", 1.5),
        (FieldKind.YES_NO, "yes", "oui"),
        (FieldKind.TEXT, "Hôtel", "Hôtel"),
    ],
)
def test_values_are_what_they_are(kind: FieldKind, text: str, shown: object) -> None:
    own = OwnField(id=1, code="x", name_en="X", kind=kind)
    mission = snapshot_of(own_fields=[own], company_values=[CompanyValue(id=1, company_id=1, field_id=1, text=text)])
    (column,) = own_columns.of_own_fields(mission, Subject.COMPANY, sensitive=False)
    facts = SheetFacts(mission, translator("fr"))
    assert [column.value(facts, company) for company in mission.companies[:2]] == [shown, ""]
    assert own_columns.of_own_fields(mission, Subject.PERSON, sensitive=True) == []


def test_addresses_of_the_web_are_links() -> None:
    own = [OwnField(id=n, code=kind.value, name_en="X", kind=kind) for n, kind in enumerate(FieldKind, start=1)]
    found = own_columns.of_own_fields(snapshot_of(own_fields=own), Subject.COMPANY, sensitive=False)
    assert {column.key: column.kind for column in found if column.kind != "text"} == {
        "company.email": "mail", "company.web": "web",
    }  # fmt: skip
