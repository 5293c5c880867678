"""Contacts (.vcf) of a mission: a file for each company, and one for everybody who agreed to share."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.regions import country_in, region_name
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange.contacts import VERSIONS, VCard, address_book
from missionplanner.i18n import Translator, _, count, current, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs.drafts import pictures
from missionplanner.paths import free_path, safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import all_or_none, replace_file

VCARDS = VERSIONS
"""The versions of vCard, the usual one first."""


@dataclass(frozen=True, slots=True)
class ContactOptions:
    """Which contacts are written, and how."""

    companies: frozenset[int]
    version: str = VERSIONS[0]
    """Of vCard: 4, or 3 for Outlook."""
    language: str = ""
    """Of kinds and countries; empty for that of the screen."""


@dataclass(frozen=True, slots=True)
class ContactBasis:
    """The facts contacts are made from."""

    snapshot: Snapshot
    logos: dict[str, bytes]
    """Pictures by digest."""
    changed_at: datetime | None
    """The time of the last step."""


@dataclass(frozen=True, slots=True)
class ContactsMade:
    """The contacts that were written."""

    paths: tuple[Path, ...]
    """The first is that of the whole mission."""
    people: int
    kept_back: int
    """How many people did not agree to share, or were not asked."""


def make(folder: Path, options: ContactOptions) -> Job[ContactBasis, ContactsMade]:
    """Return the job that writes contacts into a folder; it raises UserError when the folder cannot be written."""

    def read(store: Store) -> ContactBasis:
        snapshot, steps = store.snapshot(), store.steps.history(1)
        return ContactBasis(snapshot, pictures(store, snapshot, {}), steps[0].at if steps else None)

    def work(basis: ContactBasis, progress: Progress) -> ContactsMade:
        try:
            with all_or_none(folder) as made:
                return _write(folder, options, (basis, made), progress)
        except OSError as error:
            text = _("{name} cannot be written ({reason}).").format(name=folder.name, reason=error.strerror)
            raise UserError(text, _("Check that the folder has room and can be written.")) from error

    return Job(_("Writing contacts"), read, work)


def words(made: ContactsMade) -> str:
    """Return how many contacts were written, and who was kept back."""
    people = count("Contacts of {n} person were written.", "Contacts of {n} people were written.", made.people)
    if not made.kept_back:
        return people
    text = count(
        "{n} person did not agree to share, or was not asked.",
        "{n} people did not agree to share, or were not asked.",
        made.kept_back,
    )
    return f"{people} {text}"


def shares(snapshot: Snapshot, person: Person) -> bool:
    """Whether somebody agreed to share their data; who was not asked is taken by what their organisation said."""
    home = snapshot.company.get(person.company_id or 0)
    return bool(person.consent if person.consent is not None or home is None else home.consent)


def contacts(basis: ContactBasis, company: Company, language: str) -> list[VCard]:
    """Return a company and those of its people who agreed to share; nobody where neither did."""
    snapshot, t = basis.snapshot, translator(language or current().language)
    found = [_company(basis, company, t)] if company.consent else []
    everybody = snapshot.delegates_of.get(company.id, [])
    return found + [_person(basis, one, company, t) for one in everybody if shares(snapshot, one)]


def _write(
    folder: Path, options: ContactOptions, what: tuple[ContactBasis, list[Path]], progress: Progress
) -> ContactsMade:
    basis, made = what
    everything: dict[str, VCard] = {}
    wanted = [one for one in basis.snapshot.companies if one.id in options.companies]
    made.append(
        free_path(folder, safe_name(basis.snapshot.mission.called(options.language or current().language)), ".vcf")
    )
    for number, company in enumerate(wanted):
        progress.report(number / len(wanted), company.name)
        if found := contacts(basis, company, options.language):
            made.append(free_path(folder, company.name, ".vcf"))
            replace_file(made[-1], address_book(found, options.version))
            everything |= {one.uid: one for one in found if one.uid not in everything}
    for person in _without_company(basis.snapshot, wanted):
        t = translator(options.language or current().language)
        everything[person.uid] = _person(basis, person, None, t)
    replace_file(made[0], address_book(everything.values(), options.version))
    people = sum(not one.is_organisation for one in everything.values())
    kept_back = {
        one.id
        for company in wanted
        for one in basis.snapshot.delegates_of.get(company.id, ())
        if not shares(basis.snapshot, one)
    }
    return ContactsMade(tuple(made), people, len(kept_back))


def _without_company(snapshot: Snapshot, wanted: list[Company]) -> Iterator[Person]:
    """Yield who has no company and agreed to share, where the contacts of all companies are wanted."""
    if len(wanted) == len(snapshot.companies):
        yield from (one for one in snapshot.people if one.company_id is None and shares(snapshot, one))


def _company(basis: ContactBasis, company: Company, t: Translator) -> VCard:
    kind = basis.snapshot.kind_of(company)
    found = VCard(
        uid=company.uid,
        name=company.name,
        is_organisation=True,
        kind=kind.name(t.language) if kind else "",
        phones=((company.phone, "work"),) if company.phone else (),
        photo=basis.logos.get(basis.snapshot.logo_of.get(company.id, ""), b""),
        changed_at=basis.changed_at,
    )
    return _placed(found, company, t)


def _person(basis: ContactBasis, person: Person, company: Company | None, t: Translator) -> VCard:
    phones = ((person.phone, "work"), (person.mobile, "cell"))
    found = VCard(
        uid=person.uid,
        name=person.full_name,
        family=" ".join(filter(None, (person.family_name, person.second_family_name))),
        given=person.given_name,
        title=person.title,
        organisation=company.name if company else "",
        position=person.position,
        email=person.email,
        phones=tuple((number, use) for number, use in phones if number),
        language=basis.snapshot.language_of(person),
        changed_at=basis.changed_at,
    )
    return _placed(found, company, t) if company else found


def _placed(contact: VCard, company: Company, t: Translator) -> VCard:
    """Return a contact with where its company is."""
    return replace(
        contact,
        street=company.address,
        city=company.city,
        region=region_name(company.region, t.language),
        postal_code=company.postal_code,
        country=country_in(company.country, t.language),
        website=company.website,
    )
