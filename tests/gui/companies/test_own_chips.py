"""Own fields of companies in the table and the filter of the screen: columns, cells, chips."""

import subprocess
from pathlib import Path

import pytest

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.gui import settings
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import printing
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(store: Store, show_screen: ScreenShower) -> CompaniesScreen:
    """The companies, with a field of a list and one of money."""
    settings.write("company_columns", ["name", "company.hotel", "company.due"])
    definitions.enter(store, None, {"name_en": "Hotel", "kind": FieldKind.ONE, "choices": "Hilton\nRitz"})
    found = show_screen(CompaniesScreen)
    assert isinstance(found, CompaniesScreen)
    return found


def place(screen: CompaniesScreen, heading: str) -> int:
    """Where a column stands."""
    return [column.heading for column in screen.table.rows.columns].index(heading)


def test_cells_of_own_fields_are_shown_typed_into_and_pasted(screen: CompaniesScreen, store: Store) -> None:
    table, hotel = screen.table, place(screen, "Hotel")
    assert not table.isColumnHidden(hotel)
    screen.commands.change_cells([(key, "company.hotel", "ritz") for key in table.rows.keys[:2]], "Paste")
    assert [table.rows.text(row, hotel) for row in range(3)] == ["Ritz", "Ritz", ""]
    assert [line.own for line in store.companies.lines(table.rows.keys[:1])] == [{"company.hotel": "Ritz"}]


def test_a_field_that_is_added_gets_its_column_and_chip_at_once(screen: CompaniesScreen, store: Store) -> None:
    definitions.enter(store, None, {"name_en": "Due", "kind": FieldKind.MONEY, "currency": "CAD"})
    assert not screen.table.isColumnHidden(place(screen, "Due"))
    assert list(screen.filter_bar.own.chips) == ["company.hotel", "company.due"]
    definitions.remove(store, [field.id for field in definitions.fields(store)])
    assert (screen.filter_bar.own.chips, "Hotel" in [c.heading for c in screen.table.rows.columns]) == ({}, False)


def test_a_chip_counts_narrows_and_is_kept_in_a_view(screen: CompaniesScreen, store: Store) -> None:
    keys = screen.table.rows.keys
    screen.commands.change_cells([(keys[0], "company.hotel", "Ritz"), (keys[1], "company.hotel", "Hilton")], "Edit")
    chip = screen.filter_bar.own.chips["company.hotel"]
    assert [(one.label, one.number) for one in chip.options()] == [("Hilton", 1), ("Ritz", 1), ("Not said", 4)]
    chip.choose(["Ritz", ""])
    wanted = screen.filter_bar.filter()
    assert (wanted.own, len(store.companies.ids(wanted))) == (("company.hotel=Ritz", "company.hotel="), 5)
    assert "Hotel" in screen.filter_bar.words()
    screen.filter_bar.reset()
    assert (chip.values, chip.isVisibleTo(screen.filter_bar)) == ([], False)
    screen.filter_bar.show_filter(wanted)
    assert (chip.values, chip.isVisibleTo(screen.filter_bar)) == (["Ritz", ""], True)


def test_a_filter_is_chosen_without_counting(screen: CompaniesScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    chip = screen.filter_bar.own.chips["company.hotel"]
    monkeypatch.setattr(chip, "_offer", lambda: pytest.fail("counted"))
    screen.filter_bar.show_filter(CompanyFilter(own=("company.hotel=Ritz", "company.hotel=")))
    assert (chip.values, chip.text()) == (["Ritz", ""], "Hotel: Ritz, Not said")


def test_a_list_is_printed_with_the_fields_that_are_shown(
    screen: CompaniesScreen, store: Store, tmp_path: Path
) -> None:
    screen.commands.change_cells([(screen.table.rows.keys[0], "company.hotel", "Ritz")], "Edit")
    shown = screen.shown_list()
    assert shown is not None
    assert ("Hotel" in shown.headings, shown.rows[0][shown.headings.index("Hotel")]) == (True, "Ritz")
    for ending in (".csv", ".pdf"):
        run_now(printing.save(shown, tmp_path / f"list{ending}"), store)
    assert "Ritz" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    words = subprocess.run(["pdftotext", tmp_path / "list.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "Ritz" in words.split()
