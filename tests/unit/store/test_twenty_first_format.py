"""A mission of the twentieth format gets papers and moments of its own, and its journals name companies by uids."""

import json
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.domain.mission import Table
from missionplanner.domain.moments import Moment, MomentLetter, OwnMoment
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import moment, small_mission
from tests.unit.store.first_file import write_twentieth_format

ROW = ["2026-02-16T09:00", "2026-02-16T09:20", "C1", "Hall", 1]


def content(*ends: object, profile: str = "4") -> str:
    """What a journal holds of a meeting."""
    return json.dumps({"parts": {}, "meetings": {"m": [*ROW, *ends]}, "profiles": {profile: ["C1", "d"]}})


def test_journals_name_companies_and_tables_by_uids_afterwards(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        wanted = (store.get(Company, 4).uid, store.get(Table, 1).uid)
        store.record(
            PackPrint(company_id=1, fingerprint="x", pages=1, printed_at=moment(9), content=content(4, 1, "digest")),
            PackPrint(company_id=1, fingerprint="x", pages=1, printed_at=moment(9), content=content(99, None)),
            PackPrint(company_id=1, fingerprint="x", pages=1, printed_at=moment(9)),
        )
        made = {"moment": Moment.TIMETABLE, "language": "en", "written_at": moment(9)}
        store.record(MomentLetter(company_id=1, content=content(4, 1), **made))
    old = write_twentieth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.all(LetterPaper), store.all(OwnMoment)) == (schema.FORMAT, [], [])
        kept = [json.loads(one.content) if one.content else None for one in store.all(PackPrint)]
        assert kept[0]["meetings"] == {"m": [*ROW, *wanted, "digest"]}
        assert kept[0]["profiles"] == {wanted[0]: ["C1", "d"]}
        # What leads to nobody stays as it is.
        assert (kept[1]["meetings"], kept[2]) == ({"m": [*ROW, 99, None]}, None)
        (told,) = store.all(MomentLetter)
        assert json.loads(told.content)["meetings"] == {"m": [*ROW, *wanted]}
