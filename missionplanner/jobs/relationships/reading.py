"""Answers of companies and pieces of evidence read in bulk: what they would add is shown first, then one step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.deals import as_on, doubles
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.exchange import claims
from missionplanner.exchange.claims import ClaimDraft
from missionplanner.i18n import _, count
from missionplanner.jobs.relationships.entering import add_third, pair_of
from missionplanner.jobs.relationships.registering import KnownRegister, company_names
from missionplanner.messages import counted_message
from missionplanner.store.store import Store


@dataclass(slots=True)
class ClaimImport:
    """The answers a table would add."""

    new: list[tuple[tuple[int, int], Claim]] = field(default_factory=list)
    """Claims with the pair of their relationship."""
    same: int = 0
    """Rows that say what is known already, or what another row says."""
    issues: list[Issue] = field(default_factory=list)
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def rejected(self) -> int:
        """The number of rows that cannot be taken."""
        return len({issue.row for issue in self.issues if issue.severity is Severity.ERROR})

    @property
    def sentence(self) -> str:
        """Says what it comes to."""
        return ", ".join(
            (
                count("{n} new answer", "{n} new answers", len(self.new)),
                count("{n} known already", "{n} known already", self.same),
                count("{n} row not read", "{n} rows not read", self.rejected),
            )
        )


def read(store: Store, path: Path) -> ClaimImport:
    """Return what a table of answers would add; raises UserError when it holds none."""
    index = company_names(store)
    table = claims.read_table(path, lambda name: bool(index.same(name)))
    companies = {company.id: company for company in store.all(Company)}
    found = ClaimImport(issues=list(table.issues), columns=table.columns)
    known = {_said(pair, claim) for pair, claim in _known(store)}
    for draft in table.drafts:
        keys = [_company(index.same, name, draft, found) for name in (draft.teller, draft.counterpart)]
        if None in keys or keys[0] == keys[1]:
            continue
        pair = pair_of(companies[keys[0] or 0], companies[keys[1] or 0])
        claim = _claim(draft, keys[0] or 0)
        if _said(pair, claim) in known:
            found.same += 1
        else:
            known.add(_said(pair, claim))
            found.new.append((pair, claim))
    return found


def take(store: Store, found: ClaimImport) -> int:
    """Store what a table adds as one step, with the relationships it speaks of; returns how many answers."""
    return take_claims(store, found.new)


def take_claims(store: Store, new: Sequence[tuple[tuple[int, int], Claim]]) -> int:
    """Store answers about pairs of companies as one step, with the relationships they speak of; returns how many."""
    known = {relationship.pair: relationship.id for relationship in store.all(Relationship)}
    label = counted_message("Read {n} answer", "Read {n} answers", len(new))
    with store.change(label) as change:
        for pair, claim in new:
            if pair not in known:
                known[pair] = change.insert(Relationship(company_id=pair[0], other_id=pair[1], made_on=claim.told_on))
        change.insert_all(replace(claim, relationship_id=known[pair]) for pair, claim in new)
        parties = store.all(RelationshipParty)
        thirds: dict[int, list[str]] = {}
        for pair, claim in new:
            if claim.third:
                thirds.setdefault(known[pair], []).append(claim.third)
        for key, names in thirds.items():
            add_third(change, key, names, parties)
    return len(new)


def _known(store: Store) -> list[tuple[tuple[int, int], Claim]]:
    pairs = {relationship.id: relationship.pair for relationship in store.all(Relationship)}
    return [(pairs[claim.relationship_id], claim) for claim in store.all(Claim)]


def _said(pair: tuple[int, int], claim: Claim) -> tuple[object, ...]:
    """Return the same for claims that say the same, whichever row or file says it."""
    return pair, replace(claim, id=0, uid="", relationship_id=0, withdrawn_on=None)


def _company(same: Callable[[str], list[int]], name: str, draft: ClaimDraft, found: ClaimImport) -> int | None:
    keys = same(name)
    if len(keys) == 1:
        return keys[0]
    text = _("No company is called “{name}”.") if not keys else _("Several companies are called “{name}”.")
    found.issues.append(Issue("no_company", text.format(name=name), Severity.ERROR, draft.row, "", name))
    return None


def _claim(draft: ClaimDraft, teller: int) -> Claim:
    return Claim(
        relationship_id=0, teller_id=teller, told_on=draft.told_on, horizon=draft.horizon, stage=draft.stage,
        since=draft.since, about=draft.about, expected=draft.value is not None and not draft.stage.is_deal,
        value=draft.value, currency=draft.currency, jobs=draft.jobs, began_before=draft.began_before,
        third=draft.third, next_step=draft.next_step, evidence=draft.evidence, said_by=draft.said_by,
    )  # fmt: skip


@dataclass(slots=True)
class EvidenceFound:
    """Pieces of evidence claims name, as files of a folder show them."""

    proofs: list[Proof] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Names of files that say no value in a currency."""
    files: dict[int, Path] = field(default_factory=dict)
    """The files of the evidence, by the claims they show."""
    missing: list[str] = field(default_factory=list)
    """Names claims give, of which there is no file."""


def evidence_in(known: KnownRegister, folder: Path, on: date | None = None, how: str = "") -> EvidenceFound:
    """Return what the files of a folder prove of the claims that name them and are not verified yet.

    on: the day of the verification; None for the day each claim was told, for what is entered afterwards.
    Raises UserError when it is no folder.
    """
    if not folder.is_dir():
        raise UserError(_("{name} is no folder.").format(name=folder.name), _("Choose the folder of the evidence."))
    files = {fold(path.name): path for path in folder.iterdir() if path.is_file()}
    proved = {proof.claim_id for proof in known.proofs}
    found = EvidenceFound()
    for claim in as_on(known.register.claims, None):
        if not claim.evidence or claim.id in proved:
            continue
        path = files.get(fold(claim.evidence))
        seen = claims.read_evidence(path) if path else None
        if seen is None:
            (found.unread if path else found.missing).append(claim.evidence)
            continue
        if path:
            found.files[claim.id] = path
        found.proofs.append(
            Proof(
                claim_id=claim.id, reference=claim.evidence, value=seen.value, currency=seen.currency,
                signed_on=seen.signed_on, parties=seen.text[:900].replace("\n", " "), how=how,
                verified_on=on or claim.told_on,
            )
        )  # fmt: skip
    return found


def suggested(known: KnownRegister, on: date | None = None) -> list[tuple[int, int, date]]:
    """Return the claims that may be of one deal, as they are decided: from `on`, or from when both had been told."""
    return [
        (double.one.key, double.other.key, on or max(t.claims[0].told_on for t in (double.one, double.other)))
        for double in doubles(known.register)
    ]
