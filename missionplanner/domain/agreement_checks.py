"""Checks of agreements: for each party somebody is there to sign."""

from collections.abc import Iterator

from missionplanner.domain.agreements import AgreementStatus
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current


def signatures_complete(snapshot: Snapshot) -> Iterator[Issue]:
    """Nobody who is to sign an agreement dropped out, and one that is ready has somebody for each party."""
    for record in snapshot.agreement_records:
        if not record.agreement.status.is_ahead:
            continue
        title = record.agreement.title(current().language)
        unsigned = {party.id: snapshot.party_name(party) for party in record.unsigned}
        for one in record.dropped:
            party = unsigned.pop(one.party_id or 0, "")
            text = (
                _("{agreement}: {name} dropped out, and nobody signs for {party} now.")
                if party
                else _("{agreement}: {name} dropped out.")
            )
            yield _issue(text.format(agreement=title, name=snapshot.signatory_name(one), party=party))
        if record.agreement.status is AgreementStatus.READY:
            for party in unsigned.values():
                yield _issue(
                    _("{agreement}: nobody is named who signs for {party}.").format(agreement=title, party=party)
                )


def _issue(text: str) -> Issue:
    return Issue("signatures_complete", text, Severity.WARNING)
