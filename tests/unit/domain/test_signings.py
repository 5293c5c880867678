"""Parties and signatories are called as companies and people are now."""

from missionplanner.domain.agreements import Agreement, AgreementParty, Signatory
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from tests.builders import snapshot_of


def test_names_are_those_of_now_or_as_they_were_typed() -> None:
    parties = [
        AgreementParty(id=1, agreement_id=1, company_id=1, name="Old"),
        AgreementParty(id=2, agreement_id=1, company_id=99, name="Gone"),
    ]
    signatories = [
        Signatory(id=1, agreement_id=1, person_id=1, name="Old"),
        Signatory(id=2, agreement_id=1, name="Typed"),
    ]
    snapshot = snapshot_of(
        companies=[Company(id=1, side=Side.DELEGATION, name="New")], people=[Person(id=1, company_id=1, given_name="Ana", family_name="Roy")],
        agreements=[Agreement(id=1, title_en="A")], agreement_parties=parties, signatories=signatories,
    )  # fmt: skip
    (record,) = snapshot.agreement_records
    assert list(map(snapshot.party_name, record.parties)) == ["New", "Gone"]
    assert list(map(snapshot.signatory_name, record.signatories)) == ["Ana Roy", "Typed"]
    assert snapshot.signatory_name(record.signatories[0], "en") == "Ana Roy"
