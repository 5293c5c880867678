"""Letters that ask companies to come to another stop, with the meetings that would then be possible."""

from collections.abc import Iterable
from pathlib import Path

from missionplanner.domain.advice import Advice, partners_at
from missionplanner.domain.letters import written_language
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import N_, _, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.selection import letters
from missionplanner.jobs.selection.letters import AddressedLetter, Letterhead
from missionplanner.paths import safe_name
from missionplanner.progress import Progress

TEMPLATE = "more_stops"
"""The name of the wording that comes with the program."""
_ABOUT = N_("Another city")
"""Stands in the names of the files."""


def compose(snapshot: Snapshot, advice: Advice, companies: Iterable[int] | None = None) -> list[AddressedLetter]:
    """Return a letter for every company that would be asked, by name; where companies are given only for these."""
    asked = {company for company, _stop in advice.asks}
    wanted = asked if companies is None else asked & set(companies)
    found = [_compose(snapshot, advice, key) for key in wanted]
    return sorted(found, key=lambda one: (one.company.casefold(), one.company_id))


def write(found: list[AddressedLetter], folder: Path) -> Job[Letterhead, tuple[str, ...]]:
    """Return the job that writes an e-mail draft and a PDF for every letter, and one PDF of all.

    Its result is the companies without an address, whose letters are on paper only.
    """

    def work(head: Letterhead, progress: Progress) -> tuple[str, ...]:
        letters.write_files([(file_name(one), one) for one in found], head, folder, progress)
        return tuple(one.company for one in found if not one.recipient)

    return Job(_("Writing letters"), letters.letterhead, work)


def file_name(one: AddressedLetter) -> str:
    """Return the name of a letter's files, without ending."""
    return safe_name(f"{one.company} - {translator(one.language)(_ABOUT)}")


def _compose(snapshot: Snapshot, advice: Advice, key: int) -> AddressedLetter:
    company = snapshot.company[key]
    language = written_language(snapshot, company)
    stops = [stop for asked, stop in advice.asks if asked == key]
    partners = partners_at(snapshot, advice, key)
    values = {
        **letters.values_of(snapshot, snapshot.application[key], language),
        "cities": ", ".join(snapshot.stop[stop].name(language) for stop in stops),
        "partners": "\n".join(f"- {_named(snapshot, partner)}" for partner in partners),
    }
    return AddressedLetter(*letters.addressed(snapshot, company, letters.standard_template(TEMPLATE, language), values))


def _named(snapshot: Snapshot, key: int) -> str:
    """Return a company as a letter lists it: with its city, where it says one."""
    company = snapshot.company[key]
    return f"{company.name} ({company.city})" if company.city else company.name
