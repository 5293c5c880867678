"""Follow-up forms that came back: filled in as people do, and as they should not; each damage is reported."""

import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.issues import Severity
from missionplanner.domain.relationships import Claim, Relationship, RelationshipParty, Stage
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.relationships import asking, collecting
from missionplanner.jobs.relationships.asking import FormsWanted
from missionplanner.jobs.relationships.collecting import AnswersFound
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission, undone_and_redone, whole
from tests.unit.jobs.relationships.filling import Grid, fill, fill_pdf, grid_of, saved

TODAY = date(2026, 4, 1)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mission in which D1 and D2 met all counterparts, and the forms that were written for it."""
    folder = tmp_path_factory.mktemp("asked")
    with small_mission(folder / "asked.mission") as store:
        for table, one in enumerate(("D1", "D2")):
            for slot, other in enumerate(("C1", "C2", "C3")):
                meet(store, one, other, slot, table, status=MeetingStatus.HELD)
        run_now(asking.write(FormsWanted(folder / "forms", 30, (".xlsx", ".pdf"), "en")), store)
        run_now(asking.write(FormsWanted(folder / "es", 30, (".xlsx",), "es", frozenset([key_of(store, "D1")]))), store)
    return folder


@pytest.fixture
def store(written: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "copy.mission").write_bytes((written / "asked.mission").read_bytes())
    with Store.open(tmp_path / "copy.mission") as found:
        yield found


@pytest.fixture
def form(written: Path) -> Callable[..., Grid]:
    """Return the cells of a form that was written."""

    def read(name: str = "D1 (30, en)", folder: str = "forms") -> Grid:
        return grid_of(written / folder / f"{name}.xlsx")

    return read


@pytest.fixture
def back(tmp_path: Path) -> Path:
    (tmp_path / "back").mkdir()
    return tmp_path / "back"


def found_in(store: Store, folder: Path) -> AnswersFound:
    return run_now(collecting.read([folder], TODAY), store)


def errors(found: AnswersFound) -> list[tuple[str, int, str]]:
    return [(one.file, one.row, one.text) for one in found.issues if one.severity is Severity.ERROR]


def notes(found: AnswersFound) -> list[str]:
    return [one.text for one in found.issues if one.severity is Severity.WARNING]


def test_what_is_filled_in_is_taken_as_one_step(store: Store, form: Callable[..., Grid], back: Path) -> None:
    grid = form()
    fill(grid, "C1", stage="Agreement", since=date(2026, 3, 1), value=25_000, currency="CAD", jobs=3, evidence="a.pdf")
    fill(grid, "C2", stage="Follow-up stage", next_step="Send samples", third="Port of Veracruz")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20), said_by="Ana")
    found = found_in(store, back)
    assert (found.sentence, errors(found), notes(found)) == (
        "1 form read, 2 new answers, 1 company not answered about", [], [],
    )  # fmt: skip
    before = whole(store)
    assert collecting.take(store, found) == 2
    claims = store.all(Claim)
    assert [(one.stage, one.value, one.currency, one.jobs, one.told_on, one.horizon) for one in claims] == [
        (Stage.AGREEMENT, 25_000.0, "CAD", 3, date(2026, 3, 20), 30),
        (Stage.FOLLOW_UP, None, "", None, date(2026, 3, 20), 30),
    ]
    assert {(one.teller_id, one.said_by) for one in claims} == {(key_of(store, "D1"), "Ana")}
    assert len(store.all(Relationship)) == 2
    assert [one.name for one in store.all(RelationshipParty)] == ["Port of Veracruz"]
    undone_and_redone(store, before)
    again = found_in(store, back)
    assert (again.new, again.same) == ([], 2)


def test_a_pdf_says_the_same_as_a_workbook(store: Store, form: Callable[..., Grid], written: Path, back: Path) -> None:
    grid = form()
    fill(grid, "C1", stage="Agreement", since=date(2026, 3, 1), value=25_000, currency="CAD")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    texts = {"C1": {"stage": "Agreement", "since": "2026-03-01", "value": "25,000", "currency": "CAD"}}
    fill_pdf(written / "forms" / "D1 (30, en).pdf", back / "b.pdf", {"told_on": "2026-03-20"}, texts)
    found = found_in(store, back)
    assert (len(found.new), found.same, errors(found), found.files) == (1, 1, [], 2)
    assert notes(found) == ["a.xlsx says the same."]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"stage": "Nonsense"}, "“Nonsense” is no stage the program knows."),
        ({"about": "Pumps"}, "The line says no stage."),
        ({"stage": "Agreement", "value": "25.000", "currency": "CAD"}, "“25.000” is no number, or may be two."),
        ({"stage": "Agreement", "value": "25k", "currency": "CAD"}, "“25k” is no number, or may be two."),
        ({"stage": "Agreement", "value": "-5", "currency": "CAD"}, "“-5” is no number, or may be two."),
        ({"stage": "Agreement", "value": "5"}, "The value has no currency."),
        ({"stage": "Agreement", "value": "5", "currency": "dollars"}, "“DOLLARS” is no currency."),
        ({"stage": "Agreement", "jobs": "2.5"}, "“2.5” is no number, or may be two."),
        ({"stage": "Agreement", "since": "03/04/2026"}, "“03/04/2026” may be two days; write it as 2026-05-31."),
        ({"stage": "Agreement", "since": "next spring"}, "“next spring” is no date."),
        ({"stage": "Agreement", "since": "2031-01-01"}, "“2031-01-01” is not a day that can be."),
        ({"stage": "Agreement", "began_before": "perhaps"}, "“perhaps” is neither yes nor no."),
        ({"with": "C2", "stage": "Agreement"}, "The line is about C1 by its mark, but names C2."),
    ],
)
def test_a_line_that_cannot_be_read_whole_stays_out(
    store: Store, form: Callable[..., Grid], back: Path, cells: dict[str, str], said: str
) -> None:
    grid = form()
    fill(grid, "C3", stage="Meeting held")
    row = fill(grid, "C1", **cells)
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert errors(found) == [("a.xlsx", row, said)]
    assert [claim.stage for _pair, claim in found.new] == [Stage.HELD]


def test_other_languages_are_understood_and_reported(store: Store, form: Callable[..., Grid], back: Path) -> None:
    grid = form("D1 (30, es)", "es")
    fill(grid, "C1", stage="Samples or quotation", value="25,000.50", currency="mxn")
    fill(grid, "C2", stage="ya firmado")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert [(claim.stage, claim.value, claim.currency) for _pair, claim in found.new] == [
        (Stage.QUOTATION, 25_000.5, "MXN"), (Stage.AGREEMENT, None, ""),
    ]  # fmt: skip
    assert notes(found) == [
        "“Samples or quotation” was read as “Samples or quotation”.", "“ya firmado” was read as “Agreement”.",
    ]  # fmt: skip


def test_changed_headings_are_reported_and_exchanged_ones_refused(
    store: Store, form: Callable[..., Grid], back: Path
) -> None:
    grid = form()
    fill(grid, "C1", stage="Meeting held")
    grid.rename("About", "Remarks of Ana")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    other = form("D2 (30, en)")
    fill(other, "C1", stage="Meeting held")
    other.rename("Value", "x")
    other.rename("Jobs", "Value")
    saved(other, back / "b.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert len(found.new) == 1
    assert [(file, text.partition(":")[0]) for file, _row, text in errors(found)] == [
        ("b.xlsx", "The heading “Value” stands above another column")
    ]
    assert any("“Remarks of Ana” is not that of the form" in text for text in notes(found))


def test_without_marks_lines_are_read_by_headings_and_names(
    store: Store, form: Callable[..., Grid], back: Path
) -> None:
    grid = form()
    fill(grid, "C2", stage="Meeting held")
    grid.forget_marks()
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert [claim.stage for _pair, claim in found.new] == [Stage.HELD]
    assert "The hidden marks of the form are gone; it was read by its headings." in notes(found)


def test_free_lines_take_another_company_or_deal(store: Store, form: Callable[..., Grid], back: Path) -> None:
    grid = form()
    fill(grid, "C1", stage="Agreement", about="Pumps")
    free = grid.free()
    grid.set(free, "with", "C1")
    grid.set(free, "stage", "Agreement")
    grid.set(free, "about", "Valves")
    grid.set(free + 1, "with", "Nobody known")
    grid.set(free + 1, "stage", "Agreement")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert [claim.about for _pair, claim in found.new] == ["Pumps", "Valves"]
    assert [text for _file, _row, text in errors(found)] == ["No company is called “Nobody known”."]


def test_missing_lines_are_reported(store: Store, form: Callable[..., Grid], back: Path) -> None:
    grid = form()
    fill(grid, "C1", stage="Meeting held")
    grid.drop("C2")
    saved(grid, back / "a.xlsx", told_on=date(2026, 3, 20))
    found = found_in(store, back)
    assert (notes(found), found.unanswered) == (["The line of C2 is missing."], 2)


def answer(grid: Grid, back: Path, name: str, stage: str, told_on: date | None) -> None:
    fill(grid, "C1", stage=stage)
    saved(grid, back / name, told_on=told_on)


def test_the_newer_of_two_files_counts_and_the_same_file_once(
    store: Store, form: Callable[..., Grid], back: Path
) -> None:
    answer(form(), back, "a.xlsx", "Meeting held", date(2026, 3, 20))
    answer(form(), back, "b.xlsx", "Negotiation", date(2026, 3, 25))
    (back / "c.xlsx").write_bytes((back / "b.xlsx").read_bytes())
    found = found_in(store, back)
    assert [claim.stage for _pair, claim in found.new] == [Stage.NEGOTIATION]
    assert (found.older, found.left_out) == (1, 1)
    assert notes(found) == ["The file is the same as b.xlsx.", "b.xlsx is newer."]
    collecting.take(store, found)
    (back / "b.xlsx").unlink()
    (back / "c.xlsx").unlink()
    later = found_in(store, back)
    assert (later.new, notes(later)) == ([], ["An answer of March 25, 2026 is known already, which is newer."])


def test_files_of_one_day_that_say_otherwise_are_not_read(store: Store, form: Callable[..., Grid], back: Path) -> None:
    answer(form(), back, "a.xlsx", "Meeting held", date(2026, 3, 20))
    answer(form(), back, "b.xlsx", "Negotiation", date(2026, 3, 20))
    found = found_in(store, back)
    assert found.new == []
    assert {(file, text) for file, _row, text in errors(found)} == {
        (name, "On the same day a.xlsx, b.xlsx say otherwise: neither was read.") for name in ("a.xlsx", "b.xlsx")
    }


@pytest.mark.parametrize(("told_on", "said"), [(None, "The form has no date"), (date(2031, 1, 1), "cannot be the day")])
def test_an_answer_without_a_day_counts_from_today(
    store: Store, form: Callable[..., Grid], back: Path, told_on: date | None, said: str
) -> None:
    answer(form(), back, "a.xlsx", "Meeting held", told_on)
    found = found_in(store, back)
    assert [claim.told_on for _pair, claim in found.new] == [TODAY]
    assert any(said in text for text in notes(found))


def _locked(content: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def _flat(content: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        del pdf.Root.AcroForm
        for page in pdf.pages:
            del page.obj.Annots
        pdf.save(out)
    return out.getvalue()


def _other_mission(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, re.sub(rb"(missionplanner:after30:\w+:en:)[0-9a-f]{8}", rb"\g<1>00000000", old.read(name))
            )
    return out.getvalue()


WRONG: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "cut.xlsx": ("xlsx", lambda content: content[: len(content) // 2], "cannot be read as a spreadsheet"),
    "empty.xlsx": ("xlsx", lambda _content: b"", "is empty"),
    "letter.docx": ("xlsx", lambda _content: b"Dear colleagues", "no follow-up form"),
    "photo.jpg": ("xlsx", lambda _content: b"\xff\xd8\xff\xe0photo", ""),
    "other.xlsx": ("xlsx", _other_mission, "The form is of another mission."),
    "cut.pdf": ("pdf", lambda content: content[:2_000], ""),
    "locked.pdf": ("pdf", _locked, "protected by a password"),
    "flat.pdf": ("pdf", _flat, "no follow-up form"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_left_out_and_reported(store: Store, written: Path, back: Path, name: str) -> None:
    ending, damage, said = WRONG[name]
    (back / name).write_bytes(damage((written / "forms" / f"D1 (30, en).{ending}").read_bytes()))
    found = found_in(store, back)
    assert (found.new, found.left_out, found.files) == ([], 1, 0)
    ((file, row, text),) = errors(found)
    assert (file, row) == (name, 0)
    assert said in text


def test_the_form_of_a_company_that_is_gone_is_left_out(store: Store, form: Callable[..., Grid], back: Path) -> None:
    answer(form(), back, "a.xlsx", "Meeting held", date(2026, 3, 20))
    grid = form()
    grid.head_uid("gone")
    saved(grid, back / "b.xlsx", told_on=date(2026, 3, 21))
    named = form()
    named.head_name("D2")
    saved(named, back / "c.xlsx", told_on=date(2026, 3, 22))
    assert [text for _file, _row, text in errors(found_in(store, back))] == [
        "The company of the form is no longer in the mission.", "The form was made for D1 but names D2.",
    ]  # fmt: skip


def test_an_empty_folder_is_refused(back: Path) -> None:
    with pytest.raises(UserError, match="There are no forms in this folder"):
        collecting.read([back], TODAY)
