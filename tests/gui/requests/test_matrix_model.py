"""The matrix as a model: signs, colours, and sentences of what both sides say."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Priority
from missionplanner.gui.requests.matrix_model import MatrixModel, PairWish
from missionplanner.gui.widgets.theme import colours, tint

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS
OURS = [Company(id=1, side=Side.DELEGATION, name="D1"), Company(id=2, side=Side.DELEGATION, name="D2")]
THEIRS = [Company(id=3, side=Side.COUNTERPART, name="C1")]


def model_of(wish: PairWish | None) -> MatrixModel:
    model = MatrixModel()
    model.show_matrix(OURS, THEIRS, {(1, 3): wish} if wish else {})
    return model


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (None, ""),
        (PairWish(MUST), "★·"),
        (PairWish(None, MEET), "·●"),
        (PairWish(MEET, NO), "●✕"),
        (PairWish(meets=True), ""),
    ],
)
def test_the_signs_of_both_sides_are_shown(wish: PairWish | None, text: str) -> None:
    model = model_of(wish)
    assert model.index(0, 0).data() == text


@pytest.mark.parametrize(
    ("wish", "colour", "share"),
    [
        (PairWish(MUST, NO, True), "bad", 0.25),
        (PairWish(meets=True), "good", 0.3),
        (PairWish(MEET, MEET), "accent", 0.35),
        (PairWish(MEET), "warn", 0.2),
        (PairWish(None, MUST), "warn", 0.2),
    ],
)
def test_the_colour_says_how_the_pair_stands(wish: PairWish, colour: str, share: float) -> None:
    model = model_of(wish)
    found = model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole)
    assert found == tint(getattr(colours(), colour), share)


def test_a_pair_nothing_is_known_of_has_no_colour() -> None:
    model = model_of(None)
    assert model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is None


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (PairWish(MUST, NO), "D1 – C1; D1 says: Must meet; C1 says: No thanks; no meeting"),
        (PairWish(MEET, None, True), "D1 – C1; D1 says: Meet; they meet"),
        (None, "D1 – C1; no meeting"),
    ],
)
def test_a_cell_is_a_sentence_for_screen_readers(wish: PairWish | None, sentence: str) -> None:
    model = model_of(wish)
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == sentence
    assert index.data(Qt.ItemDataRole.ToolTipRole) == sentence


def test_names_head_rows_and_columns() -> None:
    model = model_of(None)
    assert [model.headerData(n, Qt.Orientation.Vertical) for n in range(3)] == ["D1", "D2", None]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "C1"


def test_other_wishes_of_the_same_companies_keep_the_rows() -> None:
    model = model_of(None)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_matrix(list(OURS), list(THEIRS), {(1, 3): PairWish(MEET)})
    assert (resets, model.index(0, 0).data()) == ([], "●·")
    model.show_matrix(OURS[:1], THEIRS, {})
    assert (resets, model.rowCount()) == ([1], 1)


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = model_of(PairWish(MEET))
    qtmodeltester.check(model, force_py=True)
