"""The form after acceptance: one workbook per company, of its own people only, with what is known filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.letters import written_language
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import LISTS, YES, FieldKind
from missionplanner.domain.own_values import Values
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.exchange import form_marks, form_workbooks
from missionplanner.exchange.form_questions import NAMING, FormFacts, FormQuestion, second_questions
from missionplanner.exchange.form_workbooks import FormBook, FormPerson
from missionplanner.i18n import N_, _, translator
from missionplanner.jobs.fields.forms import facts
from missionplanner.jobs.job import Job
from missionplanner.paths import free_path, safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import all_or_none, replace_file

_TITLE = N_("{mission}: further questions")


@dataclass(frozen=True, slots=True)
class SecondForms:
    """The parts of a mission its second forms are made of."""

    facts: FormFacts
    snapshot: Snapshot


def write(folder: Path, side: Side, language: str = "", only: Iterable[int] = ()) -> Job[SecondForms, list[Path]]:
    """Return the job that writes a form for each accepted company of a side, all or none; it gives their paths.

    language: empty for that each company is written to in. only: the keys of some companies; empty for all. The job
    raises UserError where no field is asked in the second form, or no company was accepted.
    """
    wanted = frozenset(only)

    def work(known: SecondForms, progress: Progress) -> list[Path]:
        asked = second_questions(known.facts, side)
        if not asked:
            raise UserError(
                _("No field is asked in the second form."), _("Mark some in Mission settings, under Own fields.")
            )
        companies = [one for one in known.snapshot.participants(side) if not wanted or one.id in wanted]
        if not companies:
            raise UserError(_("No company was accepted yet."), _("The second form is for those that were."))
        with all_or_none(folder) as written:
            for number, company in enumerate(companies):
                progress.report(number / len(companies), company.name)
                spoken = language or written_language(known.snapshot, company)
                path = free_path(folder, safe_name(f"{company.name} ({spoken})"), ".xlsx")
                written.append(path)
                replace_file(path, content(known, company, spoken))
        return written

    return Job(_("Writing the forms"), read, work)


def read(store: Store) -> SecondForms:
    """Return what the forms are made of."""
    return SecondForms(facts(store), store.snapshot())


def content(known: SecondForms, company: Company, language: str) -> bytes:
    """Return the form of a company as a workbook."""
    return form_workbooks.content(_form(known, company, second_questions(known.facts, company.side), language))


def is_asked(store: Store, side: Side) -> bool:
    """Whether a side is asked something in the second form."""
    return bool(second_questions(facts(store), side))


def accepted(store: Store, side: Side) -> int:
    """Return how many companies of a side would get a form."""
    return len(store.snapshot().participants(side))


def _form(known: SecondForms, company: Company, asked: tuple[FormQuestion, ...], language: str) -> FormBook:
    snapshot = known.snapshot
    title = translator(language)(_TITLE).format(mission=snapshot.mission.called(language))
    people = [
        FormPerson(
            person.uid,
            {
                **_shown(known, snapshot.own_of_person.get(person.id, {}), language),
                "given_name": person.given_name,
                "family_name": person.family_name,
            },
        )
        for person in snapshot.delegates_of.get(company.id, [])
    ]
    return FormBook(
        form_marks.mark("second", company.side, language, snapshot.mission.uid),
        title,
        asked if people else tuple(one for one in asked if not one.is_person),
        company.uid,
        {**_shown(known, snapshot.own_of_company.get(company.id, {}), language), "name": company.name},
        people,
        frozenset(NAMING),
    )


def _shown(known: SecondForms, values: Values, language: str) -> dict[str, str]:
    """Return what is known, as the form takes it; what is sensitive is asked, and not sent out."""
    fields = known.facts.own.by_name
    asked = {name: text for name, text in values.items() if name in fields and not fields[name].sensitive}
    return {name: _as_chosen(fields[name], text, language) for name, text in asked.items()}


def _as_chosen(field: OwnField, text: str, language: str) -> str:
    """Return a value in the words of the lists of the form; any other as it is stored."""
    if field.kind is FieldKind.YES_NO and field.fits(text):
        return translator(language)("Yes" if text == YES else "No")
    return field.shown_in(text, language) if field.kind in LISTS else text
