"""Columns are as wide as the words that may stand in them, in every language."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.gui.selection import ranking
from missionplanner.gui.widgets.column_widths import width_of


def test_a_column_is_as_wide_as_its_longest_word_and_never_narrower_than_told(qapp: QApplication) -> None:
    longest = QFontMetrics(qapp.font()).horizontalAdvance("Preseleccionada y confirmada")
    assert (width_of(["a", "Preseleccionada y confirmada"]), width_of(["a"], 120)) == (longest + 24, 120)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_status_is_cut_in_the_list_of_candidates(qapp: QApplication, language: str) -> None:
    i18n.use(language)
    metrics = QFontMetrics(qapp.font())
    wide = max(metrics.horizontalAdvance(one.label(side)) for side in Side for one in Status)
    (column,) = [one for one in ranking.columns() if one.heading == i18n._("Status")]
    assert column.width == max(wide + 24, 120)
