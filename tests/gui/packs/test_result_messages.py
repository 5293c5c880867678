"""What is shown when packs and calendars were made."""

from pathlib import Path

from missionplanner.gui.packs import result_messages
from missionplanner.jobs.packs.printing import PackFile, PackResult, Skipped

FOLDER = Path("/packs")


def skipped(number: int) -> tuple[Skipped, ...]:
    return tuple(Skipped(f"D{n}", "no meetings") for n in range(number))


def test_packs_and_pages_are_counted(told: list[tuple[str, str]]) -> None:
    files = tuple(PackFile(FOLDER / f"{n}.pdf", n, f"D{n}", 4, "") for n in range(2))
    result_messages.show_packs_made(None, PackResult("en", files, skipped(1)), FOLDER)  # type: ignore[arg-type]
    assert told == [("2 packs were made.", "8 pages\n/packs\nD0: no meetings")]


def test_a_single_file_has_its_own_pages_and_name(told: list[tuple[str, str]]) -> None:
    result = PackResult("en", (PackFile(FOLDER / "1.pdf", 1, "D1", 4, ""),), (), FOLDER / "all.pdf", 6)
    result_messages.show_packs_made(None, result, FOLDER)  # type: ignore[arg-type]
    assert told == [("1 pack was made.", "6 pages\n/packs/all.pdf")]


def test_many_that_were_not_made_are_counted(told: list[tuple[str, str]]) -> None:
    result_messages.show_packs_made(None, PackResult("en", (), skipped(10)), FOLDER)  # type: ignore[arg-type]
    lines = told[0][1].splitlines()
    assert (told[0][0], len(lines), lines[-2:]) == ("0 packs were made.", 11, ["D7: no meetings", "and 2 more"])


def test_calendars_are_counted(told: list[tuple[str, str]]) -> None:
    result_messages.show_calendars_made(None, 1, FOLDER)  # type: ignore[arg-type]
    assert told == [("1 calendar was written.", "/packs")]
