"""The sheets of records: each heading once, in the order of people."""

from dataclasses import replace
from datetime import date

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import CompanyValue, OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.jobs.lists import record_sheets, row_marks, timetable_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.store.store import Store
from tests.builders import meet, meeting, snapshot_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", record_sheets.NAMES)
def test_every_heading_is_there_once_and_translated(kind: str, language: str) -> None:
    t = translator(language)
    headings = [column.title(t).casefold() for column in record_sheets.columns_of(snapshot_of(), kind, sensitive=True)]
    assert len(headings) == len(set(headings))
    assert "" not in headings


def test_own_fields_are_columns_and_called_otherwise_than_others() -> None:
    of_companies = (
        ("since", "Since", "Depuis", FieldKind.DATE),
        ("town", "City", "Ville", FieldKind.TEXT),
        ("bank", "Bank", "Banque", FieldKind.TEXT),
        ("size", "Size", "Taille", FieldKind.NUMBER),
    )
    own = [
        OwnField(id=n, code=code, name_en=name, name_fr=french, sensitive=code == "bank", kind=kind)
        for n, (code, name, french, kind) in enumerate(of_companies, start=1)
    ]
    values = [
        CompanyValue(id=n, company_id=1, field_id=field, text=text)
        for n, (field, text) in enumerate(((1, "2020-05-01"), (4, "1.5")), start=1)
    ]
    facts = SheetFacts(snapshot_of(own_fields=own, company_values=values), translator("fr"))
    usual, every = (record_sheets.whole(facts, "companies", sensitive) for sensitive in (False, True))
    assert [column.heading for column in usual.columns][-3:] == ["Depuis", "Ville (2)", "Taille"]
    assert len(every.columns) == len(usual.columns) + 1
    assert list(usual.rows[0][-3:]) == [date(2020, 5, 1), "", 1.5]


def test_records_stand_in_the_order_of_people_with_their_marks(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    facts = SheetFacts(store.snapshot(), translator("fr"))
    sheet = record_sheets.whole(facts, "companies", sensitive=False)
    assert [row[0] for row in sheet.rows] == ["D1", "D2", "D3", "C1", "C2", "C3"]
    assert row_marks.read_heading(sheet.mark) == row_marks.sheet_mark("companies", "fr", store.mission.uid)
    uids = {company.name: company.uid for company in store.all(Company)}
    assert [row_marks.read_row(mark).uid for mark in sheet.marks] == [uids[str(row[0])] for row in sheet.rows]
    assert (sheet.name, sheet.rows[0][1]) == ("Entreprises", "Délégation")


def test_meetings_by_video_have_the_time_on_the_clocks_of_the_companies() -> None:
    plain = snapshot_of(meetings=[meeting(1, 1, 3, 1)])
    online = replace(
        plain,
        mission=replace(plain.mission, home_zone="Asia/Tokyo"),
        venues=[replace(venue, online=True) for venue in plain.venues],
    )
    facts = SheetFacts(online, translator("en"))
    sheet = record_sheets.whole(facts, "meetings", sensitive=False)
    (list_of_venue,) = timetable_sheets.venues(facts)
    for page in (sheet, list_of_venue):
        place = [column.heading for column in page.columns].index("On other clocks")
        assert page.rows[0][place] == "Tue, Feb 17, 00:00–00:20 Tokyo"
    assert "clocks" not in [column.key for column in record_sheets.columns_of(plain, "meetings")]
