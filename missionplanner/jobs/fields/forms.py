"""The registration form of a mission: as a workbook to be filled in, and as a text for form services."""

from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.courtesy_titles import CourtesyTitle, in_protocol_order
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.errors import UserError
from missionplanner.exchange import form_columns, form_marks, form_texts, form_workbooks
from missionplanner.exchange.form_questions import FormFacts, questions
from missionplanner.exchange.form_workbooks import FormBook
from missionplanner.i18n import LANGUAGES, N_, _, translator
from missionplanner.jobs.fields.values import fields
from missionplanner.jobs.job import Job
from missionplanner.paths import safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.writing import all_or_none, replace_file

PLACES = form_workbooks.PLACES
"""People a workbook has room for."""
MOST_PEOPLE = form_columns.MOST_PEOPLE
PEOPLE = 3
"""Participants of a company that the form of a service asks for."""
ENDINGS = (".xlsx", ".txt")
_TITLE = N_("Registration: {mission}")


@dataclass(frozen=True, slots=True)
class FormOrder:
    """The forms that are wanted."""

    out: Path
    """A file of one of ENDINGS, or a folder that gets one of each for every language."""
    side: Side = Side.DELEGATION
    languages: tuple[str, ...] = LANGUAGES
    people: int = PEOPLE
    """How many participants the text for services asks for."""


def facts(store: Store) -> FormFacts:
    """Return what the forms of a mission are made of."""
    return FormFacts(
        store.mission,
        store.all(Sector),
        store.all(Stop),
        in_order(store.all(OrganisationKind)),
        in_protocol_order(store.all(CourtesyTitle)),
        fields(store),
        any(venue.online for venue in store.all(Venue)),
    )


def write(order: FormOrder) -> Job[FormFacts, list[Path]]:
    """Return the job that writes the forms, all or none of them; it gives their paths.

    Raises UserError for a file of another ending, and for more participants than are told apart.
    """
    if order.out.suffix and order.out.suffix.lower() not in ENDINGS and not order.out.is_dir():
        raise UserError(
            _("A form is no “{ending}” file.").format(ending=order.out.suffix),
            _("Choose a name that ends in .xlsx or .txt, or a folder for all languages."),
        )
    if not 0 < order.people <= MOST_PEOPLE:
        text = _("A form of a service asks for 1 to {n} participants.").format(n=MOST_PEOPLE)
        raise UserError(text, _("More of them fill in the form once more."))

    def work(known: FormFacts, progress: Progress) -> list[Path]:
        progress.report(0.1, _("Writing the form"))
        if order.out.suffix.lower() in ENDINGS:
            replace_file(order.out, _content(known, order, order.languages[0], order.out.suffix.lower()))
            return [order.out]
        with all_or_none(order.out) as written:
            for language in order.languages:
                name = safe_name(_title(known, language).replace(":", " –"))
                side = translator(language)(SIDE_LABELS[order.side])
                for ending in ENDINGS:
                    path = order.out / f"{name}, {side} ({language}){ending}"
                    content = _content(known, order, language, ending)
                    written.append(path)
                    replace_file(path, content)
        return written

    return Job(_("Writing the form"), facts, work)


def _content(known: FormFacts, order: FormOrder, language: str, ending: str) -> bytes:
    asked = questions(known, order.side)
    title = _title(known, language)
    if ending == ".txt":
        text = form_texts.content(title, asked, language, order.people)
        return text.replace("\n", "\r\n").encode("utf-8-sig")
    return form_workbooks.content(
        FormBook(form_marks.mark("form", order.side, language, known.mission.uid), title, asked)
    )


def _title(known: FormFacts, language: str) -> str:
    return translator(language)(_TITLE).format(mission=known.mission.called(language))
