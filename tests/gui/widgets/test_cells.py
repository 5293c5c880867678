"""Cells worked in as in a spreadsheet."""

from missionplanner.gui.widgets.cells import pasted


def test_pasted_text_is_cut_as_a_spreadsheet_means_it() -> None:
    assert pasted("a\tb\n\nc\td\n") == [["a", "b"], [""], ["c", "d"]]
    assert pasted('"x ""y"""\t"1\n2"') == [['x "y"', "1\n2"]]
    assert pasted("") == []
