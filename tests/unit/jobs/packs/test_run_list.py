"""The run list for whoever prints."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Person
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing, run_list
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import draft


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The one delegate of D1 reads French."""
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("x")) as change:
            change.update(replace(found.where(Person, "family_name", ["D1"])[0], languages="fr"))
        yield found


@pytest.mark.parametrize(("whose", "language", "number"), [("D1", "en", 0), ("D1", "fr", 1), ("D2", "en", 1)])
def test_a_copy_is_printed_for_everybody_who_reads_it(store: Store, whose: str, language: str, number: int) -> None:
    assert run_list.copies(store.snapshot(), draft(store, whose, language)) == number


def test_all_of_a_host_read_the_one_pack_it_gets(store: Store) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.where(Person, "family_name", ["C1"])[0], languages="en"))
    company = store.snapshot().company[key_of(store, "C1")]
    host = next(drafts.of_companies(drafts.read(store), "", [company], edition=Edition.HOSTS))
    assert (host.shared.language, run_list.copies(store.snapshot(), host)) == ("en", 1)
    spanish = next(drafts.of_companies(drafts.read(store), "es", [company], edition=Edition.HOSTS))
    assert run_list.copies(store.snapshot(), spanish) == 1


def test_a_company_without_people_gets_one(store: Store) -> None:
    with store.change(message("x")) as change:
        change.delete(Person, [person.id for person in store.where(Person, "family_name", ["D2"])])
    assert run_list.copies(store.snapshot(), draft(store, "D2")) == 1


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (0, "not printed yet"),
        (16, "4 sheets, folded and stapled in the fold"),
        (4, "1 sheet, folded and stapled in the fold"),
        (68, "stapled at the corner"),
        (1, "a single sheet"),
        (2, "a single sheet"),
        (9, "stapled at the corner"),
    ],
)
def test_how_a_pack_is_held_together(pages: int, words: str) -> None:
    assert run_list.stapling(pages) == words


def test_the_list_is_written_beside_the_packs_and_on_its_own(store: Store, tmp_path: Path) -> None:
    run_now(run_list.make(tmp_path / "before.pdf", "en"), store)
    result = run_now(printing.make(printing.PackOptions(tmp_path, copies=True)), store)
    assert result.run_list == tmp_path / "Run list - en.pdf"
    assert [(file.name, file.copies) for file in result.files] == [("D1", 0), ("D2", 1), ("D3", 1)]
    run_now(run_list.make(tmp_path / "after.pdf", "en"), store)
    before, beside, after = (_words(tmp_path / name) for name in ("before.pdf", "Run list - en.pdf", "after.pdf"))
    assert beside == after
    assert [name for name in ("D1", "D2", "D3") if f"{name}   " in beside] == ["D1", "D2", "D3"]
    assert ("nobody of the company reads it" in beside, beside.count("folded and stapled")) == (True, 2)
    assert (before.count("not printed yet"), beside.count("not printed yet")) == (2, 0)


def _words(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("edition", [Edition.DELEGATE, Edition.ORGANISER])
def test_the_print_shop_gets_bleed_and_marks(store: Store, tmp_path: Path, edition: Edition) -> None:
    run_now(printing.make(printing.PackOptions(tmp_path, single="a.pdf", edition=edition, bleed=True)), store)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        for page in pdf.pages:
            wide, high = float(page.trimbox[2]), float(page.trimbox[3])
            assert [round(float(n), 1) for n in page.mediabox] == [
                -22.7,
                -22.7,
                round(wide + 22.68, 1),
                round(high + 22.68, 1),
            ]
            assert [round(float(n), 1) for n in page.obj.BleedBox] == [
                -8.5,
                -8.5,
                round(wide + 8.5, 1),
                round(high + 8.5, 1),
            ]
    assert errors(tmp_path / "a.pdf") + archive_errors(tmp_path / "a.pdf") == []


@pytest.mark.parametrize(("pages", "sheets"), [(0, 0), (1, 1), (2, 1), (3, 2), (12, 3), (64, 16), (66, 33), (68, 34)])
def test_a_folded_sheet_has_four_pages_and_any_other_two(pages: int, sheets: int) -> None:
    assert run_list.sheets_of(pages) == sheets
