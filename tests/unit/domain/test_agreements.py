"""Agreements with their parties and signatories, in the order they are signed in."""

from datetime import UTC, datetime, timedelta

import pytest

from missionplanner.domain.agreements import (
    Agreement,
    AgreementKind,
    AgreementParty,
    AgreementStatus,
    AgreementText,
    Signatory,
    SigningPart,
    records,
)

AT = datetime(2026, 2, 17, 12, tzinfo=UTC)
PARTIES = [
    AgreementParty(id=1, agreement_id=1, company_id=7),
    AgreementParty(id=2, agreement_id=1, name="Ministry", position=1),
]
SIGN = [
    Signatory(id=1, agreement_id=1, party_id=1, name="Ana", position=2),
    Signatory(id=2, agreement_id=1, party_id=2, name="Ben", position=1, is_out=True, note="ill"),
    Signatory(id=3, agreement_id=1, name="Cy", part=SigningPart.WITNESS, position=3),
]


def test_what_belongs_to_an_agreement_stands_in_its_order() -> None:
    later = Agreement(id=1, title_en="Later", event_id=5, position=2)
    first, second = records(
        [later, Agreement(id=2, title_en="First", event_id=5)], PARTIES, SIGN, [AgreementText(agreement_id=1, name="a")]
    )
    assert (first.agreement.title("en"), first.parties, first.unsigned) == ("First", (), [])
    assert [one.name for one in second.signatories] == ["Ben", "Ana", "Cy"]
    assert [one.name for one in second.of(second.parties[0])] == ["Ana"]
    assert ([one.name for one in second.dropped], [one.name for one in second.unsigned]) == (["Ben"], ["Ministry"])
    assert len(second.texts) == 1


@pytest.mark.parametrize(("embargo", "told"), [(None, True), (AT, True), (AT + timedelta(minutes=1), False)])
def test_the_press_is_told_once_the_embargo_is_over(embargo: datetime | None, told: bool) -> None:
    assert Agreement(embargo=embargo).may_be_told(AT) is told


def test_it_is_ahead_until_it_is_signed() -> None:
    assert [status.is_ahead for status in AgreementStatus] == [True, True, True, False, False, False]
    assert AgreementKind.GOVERNMENT.label == "Between governments"
    assert Agreement(title_fr="Accord").title("es") == "Accord"
