"""The weights of the score and the words that mean the same."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Synonyms
from missionplanner.gui.requests.suggestion_settings import SynonymsDialog, WeightsDialog
from missionplanner.jobs.requests import suggestions
from missionplanner.store.store import Store

USUAL = {part: weight for part, weight in suggestions.USUAL.items() if part != "own"}
"""The weights of a mission that compares no own fields."""


@pytest.fixture
def weights(store: Store, qtbot: QtBot) -> WeightsDialog:
    found = WeightsDialog(store)
    qtbot.addWidget(found)
    return found


@pytest.fixture
def synonyms(store: Store, qtbot: QtBot) -> SynonymsDialog:
    found = SynonymsDialog(store)
    qtbot.addWidget(found)
    return found


def test_weights_are_the_usual_ones_at_first(weights: WeightsDialog) -> None:
    assert weights.weights == USUAL


def test_a_slider_sets_a_weight_and_all_go_back_to_the_usual(weights: WeightsDialog) -> None:
    weights.sliders["offers"].setValue(90)
    assert weights.weights == {**USUAL, "offers": 90}
    weights._on_usual()
    assert weights.weights == USUAL


def of_sector(synonyms: list[Synonyms], sector: int | None) -> list[str]:
    return [one.words for one in synonyms if one.sector_id == sector]


def test_words_of_a_sector_stand_beside_those_of_all(synonyms: SynonymsDialog, store: Store) -> None:
    before, sector = synonyms.synonyms, store.snapshot().sectors[0].id
    synonyms.sector.setCurrentIndex(1)
    assert [row[0] for row in synonyms.grid.rows()] == of_sector(before, sector)
    synonyms.grid.show_rows([["battery; pile; batería"]])
    assert of_sector(synonyms.synonyms, sector) == ["battery; pile; batería"]
    assert of_sector(synonyms.synonyms, None) == of_sector(before, None)


def test_words_stay_while_another_sector_is_shown(synonyms: SynonymsDialog) -> None:
    synonyms.grid.show_rows([["car; auto"]])
    synonyms.sector.setCurrentIndex(1)
    synonyms.sector.setCurrentIndex(0)
    assert [row[0] for row in synonyms.grid.rows()] == ["car; auto"]


def test_a_group_that_is_emptied_goes(synonyms: SynonymsDialog) -> None:
    synonyms.grid.show_rows([])
    assert of_sector(synonyms.synonyms, None) == []
