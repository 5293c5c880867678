"""245 follow-up forms that came back, 20 of them damaged: all is read or reported, none wrong."""

import random
import time
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Table
from missionplanner.domain.relationships import STAGE_LABELS, Stage
from missionplanner.domain.timetable import Meeting, MeetingStatus, Slot
from missionplanner.i18n import translator
from missionplanner.jobs.job import run_now
from missionplanner.jobs.relationships import asking, collecting
from missionplanner.jobs.relationships.asking import FormsWanted
from missionplanner.messages import message
from tests.builders import Figures, small_mission
from tests.unit.jobs.relationships.filling import fill, fill_pdf, grid_of, saved

FORMS, DAMAGED, MOST_SECONDS = 245, 20, 30
TODAY = date(2026, 6, 1)
pytestmark = pytest.mark.soak


def test_forms_of_a_large_mission_are_read_in_time_and_none_wrong(tmp_path: Path, figures: Figures) -> None:
    chance = random.Random(29)
    with small_mission(tmp_path / "m.mission", delegation=FORMS, counterparts=8, slots=40, tables=8) as store:
        keys = {one.name: one.id for one in store.all(Company)}
        slots, tables = store.all(Slot), store.all(Table)
        with store.change(message("Meet")) as change:
            change.insert_all(
                Meeting(
                    delegation_id=keys[f"D{n + 1}"], counterpart_id=keys[f"C{(n + shift) % 8 + 1}"],
                    slot_id=slots[n % 40].id, table_id=tables[shift].id, status=MeetingStatus.HELD,
                )
                for n in range(FORMS) for shift in range(4)
            )  # fmt: skip
        only = frozenset(one.id for one in store.all(Company) if one.name.startswith("D"))
        kinds = (asking.XLSX, asking.PDF)
        languages = ("en", "fr", "es")
        began = time.process_time()
        for place, language in enumerate(languages):
            third = frozenset(sorted(only)[place::3])
            run_now(asking.write(FormsWanted(tmp_path / "out", 90, kinds, language, third)), store)
        wrote = time.process_time() - began
        back = tmp_path / "back"
        back.mkdir()
        damaged = set(chance.sample(range(FORMS), DAMAGED))
        expected = {}
        for n, path in enumerate(sorted((tmp_path / "out").glob("*.xlsx"))):
            name, language = path.name.split(" (")[0], path.stem[-3:-1]
            stages = {f"C{c}": chance.choice(list(Stage)) for c in chance.sample(range(1, 9), 8)}
            asked = [one for one in stages if _has(path, one)]
            if n % 3 == 2 and n not in damaged:
                texts = {c: {"stage": translator(language)(STAGE_LABELS[stages[c]])} for c in asked}
                fill_pdf(path.with_suffix(".pdf"), back / f"{n}.pdf", {"told_on": "2026-05-20"}, texts)
            else:
                grid = grid_of(path)
                for c in asked:
                    fill(grid, c, stage=translator(language)(STAGE_LABELS[stages[c]]), value=1000 + n, currency="CAD")
                saved(grid, back / f"{n}.xlsx", told_on=date(2026, 5, 20))
            if n in damaged:
                _damage(back / f"{n}.xlsx", n)
            else:
                expected |= {(name, c): stages[c] for c in asked}
        began = time.process_time()
        found = run_now(collecting.read([back], TODAY), store)
        took = time.process_time() - began
        names = {one.id: one.name for one in store.all(Company)}
        read = {
            (names[c.teller_id or 0], names[next(k for k in pair if k != c.teller_id)]): c.stage
            for pair, c in found.new
        }
        figures(
            f"{FORMS} follow-up forms written as workbook and PDF in {wrote:.1f} s, read in {took:.1f} s of processor"
        )
        figures(f"{len(read)} answers, {found.left_out} files not read, {len(found.issues)} lines reported")
        assert read == expected
        assert {one.file for one in found.issues} == {f"{n}.xlsx" for n in damaged}
        assert found.left_out == DAMAGED
        assert took < MOST_SECONDS


def _has(path: Path, company: str) -> bool:
    try:
        grid_of(path).row(company)
    except StopIteration:
        return False
    return True


def _damage(path: Path, n: int) -> None:
    content = path.read_bytes()
    kinds = (content[: len(content) // 2], b"", b"%PDF-1.7 nothing", b"\xff\xd8\xff\xe0", content.replace(b"PK", b"XX"))
    path.write_bytes(kinds[n % 5])
