"""What is typed of relationships becomes values, or is refused with a sentence."""

from datetime import date

import pytest

from missionplanner import i18n
from missionplanner.domain.relationships import Relationship, Stage
from missionplanner.errors import UserError
from missionplanner.jobs.relationships.typed import claim_with, relationship_with
from tests.builders import DAY

KNOWN = Relationship(company_id=1, other_id=2, made_on=DAY)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_stage_is_typed_as_it_is_called(language: str) -> None:
    i18n.use(language)
    assert [claim_with(1, None, {"stage": stage.label}, DAY).stage for stage in Stage] == list(Stage)


def test_a_relationship_takes_texts_and_days() -> None:
    found = relationship_with(KNOWN, {"owner": " Ana ", "due": "2026-05-01", "intents": "sell"})
    assert (found.owner, found.due, found.intents) == ("Ana", date(2026, 5, 1), "sell")


def test_what_is_said_takes_stages_in_any_language_numbers_and_answers() -> None:
    texts = {"stage": "entente", "value": "1,500", "currency": "cad", "jobs": "3", "began_before": "non"}
    found = claim_with(1, 2, texts, DAY)
    assert (found.stage, found.value, found.currency, found.jobs) == (Stage.AGREEMENT, 1500.0, "CAD", 3)
    assert (found.began_before, found.expected, found.told_on, found.teller_id) == (False, False, DAY, 2)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({"stage": "negotiation", "value": "5"}, True),
        ({"stage": "negotiation"}, False),
        ({"stage": "agreement", "value": "5", "expected": "yes"}, True),
    ],
)
def test_a_value_before_an_agreement_is_only_expected(texts: dict[str, str], expected: bool) -> None:
    assert claim_with(1, None, texts, DAY).expected is expected


@pytest.mark.parametrize(
    "texts",
    [
        {}, {"stage": "dancing"}, {"stage": "held", "value": "many"}, {"stage": "held", "currency": "zz"},
        {"stage": "held", "since": "soon"}, {"stage": "held", "jobs": "-1"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(texts: dict[str, str]) -> None:
    with pytest.raises(UserError):
        claim_with(1, None, texts, DAY)
