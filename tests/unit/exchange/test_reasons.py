"""Why a column is read as it is."""

import pytest

from missionplanner import i18n
from missionplanner.exchange.reasons import CELLS, TEXTS, Reason, sentence


def test_a_reason_names_heading_and_cells() -> None:
    assert sentence(Reason("heading", "email", "email", 0.96)) == (
        "The heading reads like “E-mail”. 96 % of the cells are e-mail addresses."
    )


def test_a_reason_names_the_column_that_has_the_field() -> None:
    assert (
        sentence(Reason("taken", "phone", other="Work phone"))
        == "It reads like “Phone” as well, but that is “Work phone”."
    )


@pytest.mark.parametrize("kind", TEXTS)
def test_every_kind_has_a_sentence_in_every_language(kind: str) -> None:
    said = set()
    for language in ("en", "fr", "es"):
        i18n.use(language)
        said.add(sentence(Reason(kind, "email", other="X")))
    assert len(said) == 3


@pytest.mark.parametrize("cells", CELLS)
def test_every_kind_of_cells_is_told(cells: str) -> None:
    assert sentence(Reason("heading", "name", cells, 0.5)).startswith(
        "The heading reads like “Company name”. 50 % of the cells "
    )
