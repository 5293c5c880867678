"""Letters to press in menus."""

import pytest

from missionplanner.gui.window.mnemonics import marked


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Open…", "Overview", "Quit"], ["&Open…", "O&verview", "&Quit"]),
        (["Save a copy…", "Save"], ["&Save a copy…", "S&ave"]),
        (["Save a copy…", "Set a copy", "Sea"], ["&Save a copy…", "Set &a copy", "S&ea"]),
        (["Élan", "élan", "«…»"], ["&Élan", "é&lan", "«…»"]),
        (["Aa", "Aa", "Aa"], ["&Aa", "Aa", "Aa"]),
        (["Ab", "A"], ["A&b", "&A"]),
    ],
)
def test_every_entry_gets_a_letter_of_its_own(texts: list[str], expected: list[str]) -> None:
    assert marked(texts) == expected
