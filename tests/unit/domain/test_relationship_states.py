"""The state of a relationship: stage and its day, sums by currency, the next step."""

from datetime import date

from missionplanner.domain.relationship_states import RelationshipState, state, summed
from missionplanner.domain.relationships import Claim, Relationship, Stage

DAY = date(2026, 3, 1)
ONE = Relationship(id=1, company_id=1, other_id=2, made_on=DAY)


def said(stage: Stage, day: int, **more: object) -> Claim:
    return Claim(id=day, relationship_id=1, told_on=date(2026, 3, day), stage=stage, **more)  # type: ignore[arg-type]


def test_sums_are_by_currency_the_largest_first() -> None:
    assert summed([("CAD", 2.0), ("USD", 5.0), ("CAD", 1.0), ("EUR", 5.0)]) == (
        ("EUR", 5.0),
        ("USD", 5.0),
        ("CAD", 3.0),
    )
    assert summed([]) == ()


def test_without_anything_said_it_is_as_it_was_entered() -> None:
    assert state(ONE, None, [], []) == RelationshipState(None, DAY, (), True, "")


def test_the_newest_that_was_said_counts() -> None:
    claims = [
        said(Stage.HELD, 2, next_step="Call", value=10.0, currency="CAD"),
        said(Stage.NEGOTIATION, 3, since=date(2026, 2, 20), value=20.0, currency="USD"),
        said(Stage.HELD, 4),
    ]
    found = state(ONE, Stage.NEGOTIATION, [], claims)
    assert found == RelationshipState(Stage.NEGOTIATION, date(2026, 2, 20), (("USD", 20.0),), True, "Call")
    assert state(ONE, Stage.HELD, [], claims).since == date(2026, 3, 4)


def test_its_own_next_step_is_before_those_that_were_said() -> None:
    own = Relationship(id=1, company_id=1, other_id=2, made_on=DAY, next_step="Visit")
    assert state(own, Stage.HELD, [], [said(Stage.HELD, 2, next_step="Call")]).next_step == "Visit"
