"""Agreements entered with their parties and signatories, their texts kept, and who drops out; each act one step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from missionplanner.domain.agreements import (
    Agreement,
    AgreementParty,
    AgreementRecord,
    AgreementText,
    Signatory,
    SigningPart,
    records,
)
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import OWN_NAMES, _
from missionplanner.jobs.companies import attachments
from missionplanner.jobs.relationships.registering import company_names
from missionplanner.messages import counted_message, message
from missionplanner.paths import free_path
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class TypedSignatory:
    """Somebody who signs or witnesses, as they are typed."""

    name: str
    post: str = ""
    party: str = ""
    part: SigningPart = SigningPart.SIGNS
    is_out: bool = False
    note: str = ""


def all_records(store: Store) -> list[AgreementRecord]:
    """Return the agreements with what belongs to them, in the order they are signed in."""
    return records(store.all(Agreement), store.all(AgreementParty), store.all(Signatory), store.all(AgreementText))


def called(store: Store, text: str) -> AgreementRecord:
    """Return the agreement of this uid or title in any language; raises UserError when there is none, or several."""
    known = all_records(store)
    found = [one for one in known if text == one.agreement.uid] or [
        one for one in known if fold(text) in map(fold, filter(None, _titles(one.agreement)))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is no agreement “{name}”.").format(name=text), _("See the list of agreements."))
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.agreement.uid for one in found))
    raise UserError(_("Several agreements are called “{name}”.").format(name=text), hint)


def _titles(agreement: Agreement) -> tuple[str, str, str]:
    return agreement.title_en, agreement.title_fr, agreement.title_es


def enter(
    store: Store,
    before: AgreementRecord | None,
    agreement: Agreement,
    parties: Sequence[str],
    signatories: Sequence[TypedSignatory],
) -> int:
    """Store an agreement, new or edited, with its parties and signatories, as one step; return its key.

    Raises UserError for one without a title, or with somebody who signs for no party of it.
    """
    if not any(_titles(agreement)):
        raise UserError(_("An agreement needs a title."), _("Type it in one of the three languages."))
    made_parties = _parties(store, parties)
    for one in signatories:
        if one.party and _place(made_parties, one.party) is None:
            text = _("{name} signs for “{party}”, which is no party of the agreement.")
            raise UserError(text.format(name=one.name, party=one.party), _("Enter the party first."))
    people = _people(store)
    label = (
        message("Edit the agreement {title}", title=agreement.named)
        if before
        else message("Add the agreement {title}", title=agreement.named)
    )
    with store.change(label) as change:
        key = agreement.id
        if before:
            change.update(agreement)
        else:
            key = change.insert(agreement)
        keys = _write_parties(change, key, before.parties if before else (), made_parties)
        wanted = [_signatory(key, one, place, people, made_parties, keys) for place, one in enumerate(signatories)]
        _write_signatories(change, before.signatories if before else (), wanted)
    return key


def _parties(store: Store, names: Sequence[str]) -> list[AgreementParty]:
    index, companies = company_names(store), {one.id: one for one in store.all(Company)}
    found = []
    for position, name in enumerate(names):
        same = index.same(name)
        company = companies[same[0]] if len(same) == 1 else None
        made = AgreementParty(agreement_id=0, name=company.name if company else name, position=position)
        found.append(replace(made, company_id=company.id if company else None))
    return found


def _people(store: Store) -> dict[str, int]:
    """Return the keys of people by their folded names, where a name is of one alone."""
    found: dict[str, list[int]] = {}
    for person in store.all(Person):
        found.setdefault(fold(person.full_name), []).append(person.id)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}


def _place(parties: Sequence[AgreementParty], name: str) -> int | None:
    return next((place for place, one in enumerate(parties) if fold(one.name) == fold(name)), None)


def _signatory(
    key: int,
    one: TypedSignatory,
    position: int,
    people: dict[str, int],
    parties: Sequence[AgreementParty],
    keys: Sequence[int],
) -> Signatory:
    place = _place(parties, one.party) if one.party else None
    if place is None and one.part is SigningPart.SIGNS and len(parties) == 1:
        place = 0
    return Signatory(
        agreement_id=key, party_id=None if place is None else keys[place], person_id=people.get(fold(one.name)),
        name=one.name, post=one.post, part=one.part, position=position, is_out=one.is_out, note=one.note,
    )  # fmt: skip


def _write_parties(
    change: Change, key: int, known: Sequence[AgreementParty], wanted: Sequence[AgreementParty]
) -> list[int]:
    """Write the parties: those that are there stay the records they are; return the keys in their order."""
    left, keys = list(known), []
    for one in wanted:
        same = next((old for old in left if _is_same(old.company_id, old.name, one.company_id, one.name)), None)
        if same:
            left.remove(same)
            change.update(replace(one, id=same.id, uid=same.uid, agreement_id=key))
            keys.append(same.id)
        else:
            keys.append(change.insert(replace(one, agreement_id=key)))
    change.delete(AgreementParty, [one.id for one in left])
    return keys


def _write_signatories(change: Change, known: Sequence[Signatory], wanted: Sequence[Signatory]) -> None:
    left = list(known)
    for one in wanted:
        same = next(
            (
                old
                for old in left
                if old.part is one.part and _is_same(old.person_id, old.name, one.person_id, one.name)
            ),
            None,
        )
        if same:
            left.remove(same)
            change.update(replace(one, id=same.id, uid=same.uid))
        else:
            change.insert(one)
    change.delete(Signatory, [one.id for one in left])


def _is_same(known: int | None, known_name: str, key: int | None, name: str) -> bool:
    """Whether two are the same company or person of the mission, or the same by name where they are none of it."""
    return known == key if known and key else fold(known_name) == fold(name)


def drop_out(store: Store, who: Iterable[Signatory], note: str) -> None:
    """Note as one step that signatories dropped out, and why."""
    with store.change(message("Note that a signatory dropped out")) as change:
        for one in who:
            change.update(replace(one, is_out=True, note=note or one.note))


def come_back(store: Store, who: Iterable[Signatory]) -> None:
    """Note as one step that signatories are there after all."""
    with store.change(message("Note that a signatory is there after all")) as change:
        for one in who:
            change.update(replace(one, is_out=False, note=""))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete agreements with their parties, signatories and texts, as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} agreement", "Delete {n} agreements", len(gone))) as change:
        change.delete(Agreement, gone)


def keep_text(store: Store, record: AgreementRecord, language: str, path: Path) -> None:
    """Keep a file as the text of an agreement in a language, in place of the one before, as one step.

    Raises UserError when it cannot be read or is too large.
    """
    content = attachments.content_of(path)
    made = AgreementText(
        agreement_id=record.agreement.id, language=language, name=path.name, size=len(content),
        digest=store.contents.keep(content),
    )  # fmt: skip
    before = next((one for one in record.texts if one.language == language), None)
    with store.change(message("Attach {name}", name=path.name)) as change:
        if before:
            change.update(replace(made, id=before.id, uid=before.uid))
        else:
            change.insert(made)


def save_texts(store: Store, record: AgreementRecord, folder: Path) -> list[Path]:
    """Write the texts of an agreement into a folder under names that are free there; return their paths."""
    written = []
    for one in record.texts:
        ending = Path(one.name).suffix
        written.append(free_path(folder, Path(one.name).stem, ending))
        replace_file(written[-1], store.contents.read(one.digest))
    return written


def text_label(text: AgreementText) -> str:
    """Return the name of a text with its language."""
    language = OWN_NAMES.get(text.language, "")
    return f"{text.name} ({language})" if language else text.name
