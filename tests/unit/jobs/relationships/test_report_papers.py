"""The report as PDF with charts and as a workbook of pivots: by stage, sector, place, intent, target, and earlier mission."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.units import mm

from missionplanner.domain.companies import Attachment, Company, CompanySector
from missionplanner.domain.evaluations import Evaluation
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.relationships import STAGE_LABELS, Claim, Proof, Stage
from missionplanner.errors import UserError
from missionplanner.exchange import workbooks
from missionplanner.i18n import LANGUAGES, translator, use
from missionplanner.jobs.job import run_now
from missionplanner.jobs.relationships import entering, report, report_papers, targets
from missionplanner.jobs.relationships.report_papers import ReportTable, ReportWanted
from missionplanner.messages import message
from missionplanner.pack.column_widths import room_of_words
from missionplanner.pack.organiser_pages import list_of
from missionplanner.pack.style import CELL_BOLD, register_fonts
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, small_mission

ON = DAY + timedelta(100)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mission with two relationships, one of them verified, with targets; and an earlier one with none."""
    folder = tmp_path_factory.mktemp("report")
    small_mission(folder / "earlier.mission").close()
    with small_mission(folder / "m.mission") as store:
        with store.change(message("Fill")) as change:
            change.insert(Milestone(name_en="Review", day=DAY + timedelta(50)))
            change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=1))
            change.update(replace(store.get(Company, key_of(store, "D1")), region="Ontario", intents="sell"))
        for one, other, stage, value, day in (
            ("D1", "C1", Stage.AGREEMENT, 500.0, 40),
            ("D2", "C1", Stage.HELD, None, 60),
        ):
            pair = [store.get(Company, key_of(store, name)) for name in (one, other)]
            made = entering.make(store, pair[0], pair[1], DAY)
            told = DAY + timedelta(day)
            entering.say(
                store,
                Claim(
                    relationship_id=made.id,
                    teller_id=pair[0].id,
                    told_on=told,
                    since=told,
                    stage=stage,
                    value=value,
                    currency="CAD",
                ),
            )
        (folder / "a.txt").write_text("CAD 450", "utf-8")
        proof = Proof(
            claim_id=store.all(Claim)[0].id,
            reference="a.txt",
            value=450,
            currency="CAD",
            verified_on=DAY + timedelta(45),
        )
        entering.verify(store, [proof], {proof.claim_id: folder / "a.txt"})
        targets.enter(
            store,
            [
                ("Review", "", "", "Meeting held", "2"),
                ("review", "sector", "am", "Agreement", "1"),
                ("Review", "Intent", "Sell", "Held", "3"),
            ],
        )
    return folder


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "m.mission", read_only=True) as found:
        yield found


def test_evidence_is_kept_in_the_mission(store: Store) -> None:
    (proof,), (kept,) = store.all(Proof), store.all(Attachment)
    assert (proof.attachment_id, kept.name, kept.company_id) == (kept.id, "a.txt", key_of(store, "D1"))
    assert store.contents.read(kept.digest) == b"CAD 450"


def test_targets_count_what_is_in_place_on_the_day_of_their_milestone(store: Store) -> None:
    found = report.report_on(store, ON)
    assert [(found.target_name(one.target), one.target.number, one.reached, one.is_met) for one in found.targets] == [
        ("All relationships", 2, 1, False), ("Sector: Advanced manufacturing", 1, 1, True), ("Intent: Sell", 3, 1, False),
    ]  # fmt: skip
    early = report.report_on(store, DAY + timedelta(10))
    assert [one.reached for one in early.targets] == [0, 0, 0]
    assert [row["reached"] for row in report.for_programs(found)["targets"]] == [1, 1, 1]


def test_a_workbook_has_a_sheet_a_table(store: Store, folder: Path) -> None:
    wanted = ReportWanted(folder / "r.xlsx", ON, "CAD", {"CAD": 1.0}, folder / "earlier.mission")
    sheets = {
        one.name: one.rows for one in workbooks.read("r.xlsx", run_now(report_papers.write(wanted), store).read_bytes())
    }
    assert list(sheets) == [
        "Results", "Relationships by stage", "Relationships by sector", "Relationships by province or st",
        "Relationships by intent", "Targets", "Beside an earlier mission", "Deals", "Deals by sector",
        "Deals by province or state", "What was said",
    ]  # fmt: skip
    assert sheets["Results"][1] == ("Verified with evidence", "1", "450", "450")
    assert sheets["Relationships by sector"] == [
        ("Sector", "Meeting held", "Agreement", "Total"),
        ("Not said", "1", "0", "1"),
        ("Advanced manufacturing", "0", "1", "1"),
    ]
    assert ("Agreement", "1", "0") in sheets["Beside an earlier mission"]
    assert sheets["Deals"][1][:2] == ("D1 – C1", "Verified with evidence")
    assert len(sheets["What was said"]) == 3


def test_a_pdf_is_tagged_and_describes_its_charts(store: Store, folder: Path) -> None:
    path = run_now(report_papers.write(ReportWanted(folder / "r.pdf", ON)), store)
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert any(text.startswith("Relationships by stage: Introduced: 0; Meeting held: 1") for text in alts)


def test_sums_name_the_currency_that_all_are_of(store: Store) -> None:
    found = report.report_on(store, ON)
    assert [report_papers._results(replace(found, currency=code)).headings[2] for code in ("CAD", "")] == [
        "Lower telling (CAD)",
        f"Lower telling ({found.currencies[0]})",
    ]
    nothing = replace(found, currency="", results=replace(found.results, deals=()))
    assert report_papers._deals(nothing).headings[2:4] == ("Lower telling", "Higher telling")


def test_behind_the_first_list_rows_of_which_nothing_is_known_are_left_out() -> None:
    headings = ["Companies", *map(str, range(7))]
    known, unknown = ["A", *"1234", "", "file", ""], ["B", *"1234", "", "", None]
    rows = [
        list(sheet.rows) for sheet in report_papers._sheets(ReportTable("k", "T", headings, [known, unknown], [1] * 8))
    ]
    assert rows == [[("A", *"1234"), ("B", *"1234")], [("A", "", "file", "")]]
    alone = report_papers._sheets(ReportTable("k", "T", headings, [unknown], [1] * 8))
    assert [list(sheet.rows) for sheet in alone] == [[("B", *"1234")]]


def test_what_nothing_is_to_be_said_of_is_not_printed(store: Store, folder: Path) -> None:
    early = date(2020, 1, 1)
    path = run_now(report_papers.write(ReportWanted(folder / "r.pdf", early)), store)
    found = report_papers.tables(report_papers.facts_of(store, ReportWanted(path, early)))
    assert [one.title for one in found if one.in_pdf and not one.rows][-1] == "Deals"
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [one.title for one in found if one.in_pdf and one.rows]


def test_another_ending_is_refused(folder: Path) -> None:
    with pytest.raises(UserError, match="cannot be made"):
        report_papers.write(ReportWanted(folder / "r.docx", date(2026, 7, 1)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_heading_is_broken(store: Store, folder: Path, language: str) -> None:
    """Where a relationship is at every stage tables are as wide as they come."""
    table = ReportTable(
        "k",
        "T",
        ["Sector", *(translator(language)(STAGE_LABELS[one]) for one in Stage), "Total"],
        [[1] * 11],
        [0.3, *[0.06] * 9, 0.1],
    )
    sheets = list(report_papers._sheets(table))
    assert [len(sheet.headings) for sheet in sheets] == [6, 6]
    assert {sheet.headings[0] for sheet in sheets} == {"Sector"}
    register_fonts()
    for sheet in sheets:
        drawn = list_of(sheet, 174 * mm)
        rooms = drawn._colWidths
        needs = [room_of_words((text,), (CELL_BOLD.fontName, CELL_BOLD.fontSize)) for text in sheet.headings]
        assert [need <= room for need, room in zip(needs, rooms, strict=True)] == [True] * 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_of_an_evaluation_stand_in_one_table(store: Store, language: str) -> None:
    found = replace(report.report_on(store, DAY), evaluations=(Evaluation(id=1, given_on=DAY, meetings=4),))
    use(language)
    (sheet,) = report_papers._sheets(report_papers._evaluations(found))
    use("en")
    register_fonts()
    rooms = list_of(sheet, 174 * mm)._colWidths
    needs = [room_of_words((text,), (CELL_BOLD.fontName, CELL_BOLD.fontSize)) for text in sheet.headings]
    assert [need <= room for need, room in zip(needs, rooms, strict=True)] == [True] * 8
