"""The messages shown when packs and calendars were made."""

from pathlib import Path

import pytest

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.gui.packs import result_messages
from missionplanner.gui.widgets import written_files
from missionplanner.jobs.calendars.making import CalendarsMade
from missionplanner.jobs.packs.prints import PackFile, PackResult, Skipped
from missionplanner.store.store import Store
from tests.builders import moment

FOLDER = Path("/packs")


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files and folders that are offered to be opened."""
    found: list[Path] = []
    monkeypatch.setattr(written_files, "acts_on", lambda path: found.append(path) or [])
    return found


def file(number: int) -> PackFile:
    return PackFile(FOLDER / f"{number}.pdf", number, f"D{number}", 4, "")


def skipped(number: int) -> tuple[Skipped, ...]:
    return tuple(Skipped(f"D{n}", "no meetings") for n in range(number))


def test_packs_and_pages_are_counted(store: Store, told: list[tuple[str, str]], places: list[Path]) -> None:
    result_messages.show_packs_made(None, store, PackResult("en", (file(0), file(1)), skipped(1)), FOLDER)
    assert told == [("2 packs were made.", "8 pages\nD0: no meetings\n/packs")]
    assert places == [FOLDER]


def test_a_single_file_has_its_own_pages_and_name(
    store: Store, told: list[tuple[str, str]], places: list[Path]
) -> None:
    result = PackResult("en", (file(1),), (), FOLDER / "all.pdf", 6)
    result_messages.show_packs_made(None, store, result, FOLDER)
    result_messages.show_packs_made(None, store, PackResult("en", (file(1),), ()), FOLDER)
    assert told == [
        ("1 pack was made.", "6 pages  ·  /packs/all.pdf"),
        ("1 pack was made.", "4 pages  ·  /packs/1.pdf"),
    ]
    assert places == [FOLDER / "all.pdf", FOLDER / "1.pdf"]


def test_many_that_were_not_made_are_counted(store: Store, told: list[tuple[str, str]]) -> None:
    result_messages.show_packs_made(None, store, PackResult("en", (), skipped(10)), FOLDER)
    lines = told[0][1].splitlines()
    assert (told[0][0], len(lines), lines[-3:]) == (
        "0 packs were made.",
        11,
        ["D7: no meetings", "and 2 more", "/packs"],
    )


def test_calendars_are_counted(store: Store, told: list[tuple[str, str]], places: list[Path]) -> None:
    one = CalendarEntry(item="m", sequence=1, starts=moment(9), ends=moment(10), changed_at=moment(8))
    result_messages.show_calendars_made(None, store, CalendarsMade((FOLDER,), ()), FOLDER)
    result_messages.show_calendars_made(None, store, CalendarsMade((FOLDER, FOLDER), (one,)), FOLDER)
    changed = "1 item is told otherwise than before; 0 are told as cancelled."
    assert (told, places) == (
        [("1 calendar was written.", "/packs"), ("2 calendars were written.", f"{changed}  ·  /packs")],
        [FOLDER, FOLDER],
    )
