"""Letters about decisions, from templates, as e-mail drafts and PDF; each decision is announced once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from missionplanner.domain import completeness
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letter_papers import LETTERHEAD, SIGNATURE
from missionplanner.domain.letters import (
    TEMPLATE_KINDS,
    LetterTemplate,
    base_of,
    fields_of,
    fill,
    own_names,
    pending,
    template_kind,
    unknown_fields,
    variants,
    written_language,
)
from missionplanner.domain.limits import LINE
from missionplanner.domain.mission import Mission
from missionplanner.domain.moments import Moment
from missionplanner.domain.moments import template_kind as moment_kind
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import mail
from missionplanner.exchange.values import email
from missionplanner.i18n import LANGUAGES, LOCALES, _, translator, uses_letter_paper
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.job import Job
from missionplanner.jobs.papers import office
from missionplanner.jobs.papers.office import OfficePapers
from missionplanner.messages import counted_message, message
from missionplanner.paths import free_path, resources, safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.user import user_name
from missionplanner.writing import all_or_none, replace_file


@dataclass(frozen=True, slots=True)
class AddressedLetter:
    """A letter ready to go out, whatever it is about."""

    company_id: int
    company: str
    side: Side
    language: str
    recipient: str
    """An e-mail address; without one the letter can only be printed."""
    name: str
    """The person it is addressed to, or the company."""
    subject: str
    body: str
    values: Mapping[str, str] = field(default_factory=dict, kw_only=True, compare=False)
    """The values of its fields."""
    kinds: tuple[str, ...] = field(default=(), kw_only=True)
    """The kinds of wordings and papers that are for it, the one meant for the fewest first."""


@dataclass(frozen=True, slots=True)
class Composed(AddressedLetter):
    """A letter about a decision, ready to go out."""

    kind: Status
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The mission that stands above every letter, whose country decides on the size of the paper, and its papers."""

    mission: Mission
    papers: OfficePapers = field(default_factory=OfficePapers)


@dataclass(frozen=True, slots=True)
class Announced:
    """The outcome of writing letters."""

    folder: Path
    letters: tuple[Composed, ...]
    without_address: tuple[str, ...]
    """Companies without an address for an e-mail."""


def template(store: Store, kind: str, language: str) -> LetterTemplate:
    """Return the wording of a kind of TEMPLATE_KINDS: the mission's own, else the one that comes with the program."""
    own = [one for one in store.where(LetterTemplate, "kind", [kind]) if one.language == language]
    return own[0] if own else replace(standard_template(base_of(kind), language), kind=kind)


def field_names(store: Store, kind: str = "") -> tuple[str, ...]:
    """Return the names a template of a kind may contain in braces, those of own fields last."""
    return *fields_of(kind), *own_names(own_values.fields(store))


def save_template(store: Store, wanted: LetterTemplate) -> None:
    """Store the wording of a letter as one step; raises UserError when it names an unknown field."""
    unknown = unknown_fields(f"{wanted.subject}\n{wanted.body}", own_names(own_values.fields(store)), wanted.kind)
    if unknown:
        raise UserError(
            _("There is no field {{{field}}}.").format(field=unknown[0]),
            _("Names in braces are filled in; write other words without braces."),
        )
    with store.change(message("Edit a letter")) as change:
        if wanted.id:
            change.update(wanted)
        else:
            change.insert(wanted)


def waiting(store: Store) -> list[Application]:
    """Return the registrations whose decision was not announced yet."""
    return pending(store.all(Application), store.all(Letter), merged_into(store.all(Alias)))


def merged_into(aliases: Iterable[Alias]) -> dict[int, int]:
    """The keys of companies that were merged into another, and that other's."""
    return {alias.merged_id: alias.company_id for alias in aliases if alias.merged_id}


def compose(store: Store, ids: Iterable[int] | None = None) -> list[Composed]:
    """Return the letters that wait to be sent; where `ids` are given only those of these companies."""
    wanted = None if ids is None else set(ids)
    snapshot = store.snapshot()
    known = {(one.kind, one.language): one for one in store.all(LetterTemplate)}
    templates = {(kind, spoken): standard_template(kind, spoken) for kind in TEMPLATE_KINDS for spoken in LANGUAGES}
    templates |= known
    lacking = {line.id: line.missing for line in store.companies.lines(list(snapshot.company))}
    return [
        _compose(snapshot, application, templates, lacking.get(application.company_id, ""))
        for application in waiting(store)
        if wanted is None or application.company_id in wanted
    ]


def announce(letters: list[Composed], folder: Path) -> Job[Letterhead, Announced]:
    """Return the job that writes an e-mail draft and a PDF for every letter, and one PDF of all, and journals them.

    The job raises UserError when a decision was announced or changed since the letters were composed.
    """

    def read(store: Store) -> Letterhead:
        unannounced = {(one.company_id, one.status, one.decided_at) for one in waiting(store)}
        # Checked when the job starts: somebody may have decided anew since the letters were composed.
        again = [one.company for one in letters if (one.company_id, one.kind, one.decided_at) not in unannounced]
        if again:
            text = _("{company} was informed already, or the decision changed meanwhile.")
            raise UserError(text.format(company=again[0]), _("Look at the list again."))
        return letterhead(store)

    def work(head: Letterhead, progress: Progress) -> Announced:
        write_files([(file_name(one), one) for one in letters], head, folder, progress)
        without = tuple(one.company for one in letters if not one.recipient)
        return Announced(folder, tuple(letters), without)

    return Job(_("Writing letters"), read, work, _journal)


def write_files(
    letters: Sequence[tuple[str, AddressedLetter]], head: Letterhead, folder: Path, progress: Progress
) -> None:
    """Write an e-mail draft and a PDF for every letter, by the names given, and one PDF of all; all of them or none."""
    with all_or_none(folder) as made:
        for number, (name, one) in enumerate(letters):
            progress.report(number / len(letters), one.company)
            for ending, content in _files(one, head):
                made.append(free_path(folder, name, ending))
                replace_file(made[-1], content)
        if letters:
            made.append(free_path(folder, _("All letters"), ".pdf"))
            replace_file(made[-1], pdf([one for _name, one in letters], head))


def letterhead(store: Store) -> Letterhead:
    """Return the lines above every letter of the mission."""
    return Letterhead(store.mission, office.of(store))


def _journal(store: Store, done: Announced) -> None:
    """Note the letters in the journal, which undo does not reach, and in the registrations, both or neither.

    A decision in the journal is never announced again, whatever is undone.
    """
    with store.change(counted_message("Announce {n} decision", "Announce {n} decisions", len(done.letters))) as change:
        change.record(*_entries(done.letters))
        for one in done.letters:
            for application in store.where(Application, "company_id", [one.company_id]):
                change.update(replace(application, announced=one.kind.value))


def _entries(written: Iterable[Composed]) -> Iterator[Letter]:
    now = datetime.now(UTC)
    for one in written:
        yield Letter(
            company_id=one.company_id,
            kind=one.kind.value,
            language=one.language,
            recipient=one.recipient,
            subject=one.subject,
            file_name=file_name(one),
            decided_at=one.decided_at,
            sent_at=now,
            sent_by=user_name(),
        )


def file_name(one: Composed) -> str:
    """Return the name of a letter's files, without ending."""
    return safe_name(f"{one.company} - {one.kind.message(one.side).translated(translator(one.language))}")


def standard_template(kind: str, language: str) -> LetterTemplate:
    """Return the wording of a kind of letter that comes with the program."""
    of_own = f"{moment_kind(Moment.OWN)}_"
    name = moment_kind(Moment.OWN) if kind.startswith(of_own) else kind
    text = (resources() / "letters" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    subject, _blank, body = text.partition("\n\n")
    return LetterTemplate(kind=kind, language=language, subject=subject.strip(), body=body.strip())


def _compose(
    snapshot: Snapshot, application: Application, templates: Mapping[tuple[str, str], LetterTemplate], lacking: str
) -> Composed:
    company = snapshot.company[application.company_id]
    language = written_language(snapshot, company)
    organisations, base = snapshot.kind_of(company), template_kind(application.status, company.side)
    wanted = variants(base, company.side, organisations.uid if organisations else "")
    words = next(templates[kind, language] for kind in wanted if (kind, language) in templates)
    values = values_of(snapshot, application, language, lacking)
    shown = addressed(snapshot, company, words, values)
    return Composed(*shown, application.status, application.decided_at, values=values, kinds=wanted)


def addressed(
    snapshot: Snapshot, company: Company, words: LetterTemplate, values: Mapping[str, str]
) -> tuple[int, str, Side, str, str, str, str, str]:
    """Return what an `AddressedLetter` to a company holds: a wording with its fields filled in."""
    person = next(iter(snapshot.delegates_of.get(company.id, [])), None)
    return (
        company.id,
        company.name,
        company.side,
        words.language,
        _address(snapshot, company),
        snapshot.addressed(person, words.language) if person else company.name,
        _subject(fill(words.subject, values)),
        fill(words.body, values),
    )


def _subject(text: str) -> str:
    """Return a subject as one line, whatever is filled in, no longer than a journal keeps."""
    line = mail.on_one_line(text)
    return line if len(line) <= LINE else f"{line[: LINE - 1]}…"


def _address(snapshot: Snapshot, company: Company) -> str:
    """Return the first e-mail address a mail can be written to of the company's delegates."""
    found = (email(person.email) for person in snapshot.delegates_of.get(company.id, []))
    return next((address for address in found if address and mail.is_address(address)), "")


def values_of(
    snapshot: Snapshot, application: Application, language: str, lacking: str = "", person: Person | None = None
) -> dict[str, str]:
    """Return the values of the fields of a letter; `lacking`: the codes of what is missing, separated by commas.

    person: the one it is to; None for the first of the company.
    """
    t = translator(language)
    mission, company = snapshot.mission, snapshot.company[application.company_id]
    person = person or next(iter(snapshot.delegates_of.get(company.id, [])), None)
    mine = snapshot.sectors_of.get(company.id, [])
    stops = [snapshot.stop[key].name(language) for key in sorted(snapshot.stops_for(company.id))]
    missing = tuple(code for code in lacking.split(",") if code)
    said = {**snapshot.own_of_company.get(company.id, {})}
    said |= snapshot.own_of_person.get(person.id, {}) if person else {}
    own = {name: one.shown_in(said.get(one.name, ""), language) for name, one in own_names(snapshot.own).items()}
    return {
        **own,
        "company": company.name,
        "delegate": snapshot.addressed(person, language) if person else "",
        "salutation": snapshot.salutation(person, language),
        "mission": mission.called(t.language),
        "starts": t.date(mission.starts),
        "ends": t.date(mission.ends),
        "stops": ", ".join(stops),
        "rank": str(application.rank or ""),
        "sector": snapshot.sector[snapshot.main_sector(mine[0])].name(language) if mine else "",
        "missing": "\n".join(f"- {word}" for word in completeness.words_in(missing, t, snapshot.own, language)),
        "reason": application.reason,
        "organiser": mission.organiser,
        "today": t.date(date.today()),  # noqa: DTZ011
    }


def _files(one: AddressedLetter, head: Letterhead) -> Iterator[tuple[str, bytes]]:
    """Yield ending and content of each file of a letter."""
    yield ".pdf", pdf([one], head)
    if document := word(one, head):
        yield ".docx", document
    if one.recipient:
        yield ".eml", mail.draft(one.recipient, one.subject, one.body)


def pdf(letters: Sequence[AddressedLetter], head: Letterhead) -> bytes:
    """Return letters as one PDF, each on pages of its own."""
    from missionplanner.pack import letters as printed_letters  # slow import

    pages = [
        printed_letters.PrintedLetter(
            head.mission.organiser,
            head.mission.called(one.language),
            translator(one.language).date(date.today()),  # noqa: DTZ011
            f"{one.name}\n{one.company}",
            one.subject,
            one.body,
            LOCALES[one.language].replace("_", "-"),
            head.papers.pictures.get(LETTERHEAD, b""),
            head.papers.pictures.get(SIGNATURE, b""),
        )
        for one in letters
    ]
    return printed_letters.render(pages, uses_letter_paper(head.mission.home_country))


def word(one: AddressedLetter, head: Letterhead) -> bytes:
    """Return a letter on the office's own paper, as a Word document; empty where there is no paper for it."""
    from missionplanner.exchange import word_templates  # slow import

    template = head.papers.document(one.kinds, one.language)
    if not template:
        return b""
    texts = {**one.values, "subject": one.subject, "text": one.body}
    return word_templates.filled(template, word_templates.Filling(texts, head.papers.pictures))
