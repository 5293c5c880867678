"""The files that go along with letters of moments: calendars, forms, letters on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.moments import Moment
from missionplanner.exchange.mail import MailPart
from missionplanner.i18n import translator
from missionplanner.jobs.calendars.making import CalendarBasis, CalendarOptions, Calendars
from missionplanner.jobs.calendars.making import basis_of as calendar_basis
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.fields import second_forms
from missionplanner.jobs.fields.second_forms import SecondForms
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.selection import letters as decisions
from missionplanner.jobs.selection.letters import Letterhead
from missionplanner.paths import safe_name
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class AttachedBasis:
    """The facts the files that go along are made from."""

    calendars: CalendarBasis
    forms: SecondForms
    head: Letterhead


def basis_of(store: Store) -> AttachedBasis:
    """Return what the files that go along are made from."""
    calendars = calendar_basis(store)
    return AttachedBasis(calendars, second_forms.read(store), decisions.letterhead(store))


class Attached:
    """The files that go along with letters, each made when it is asked for."""

    def __init__(self, drafts: Sequence[MomentDraft], basis: AttachedBasis) -> None:
        self._basis, self._snapshot = basis, basis.calendars.snapshot
        telling = [one for one in drafts if one.moment.tells_timetable]
        companies = frozenset(one.company_id for one in telling)
        kinds = (CalendarOf.PERSON,) if any(one.person_id for one in telling) else (CalendarOf.COMPANY,)
        self._calendars = Calendars(basis.calendars, CalendarOptions(companies, kinds if telling else ()))
        self._owners = {owner.uid: owner for owner in self._calendars.owners}

    @property
    def new(self) -> tuple[CalendarEntry, ...]:
        """The entries the calendars tell for the first time."""
        return self._calendars.new

    def parts(self, one: MomentDraft) -> list[MailPart]:
        """Return the files of a letter."""
        return list(self._parts(one))

    def text(self, one: MomentDraft) -> str:
        """Return the text of the mail: the letter itself, or that it is attached where it has to be on paper."""
        if one.moment is not Moment.VISA:
            return one.body
        t, snapshot = translator(one.language), self._snapshot
        person = snapshot.person[one.person_id] if one.person_id else None
        text = t("Attached is the letter you need for your visa. Please check that all in it is as in your passport.")
        return "\n\n".join((snapshot.salutation(person, one.language), text, snapshot.mission.organiser))

    def _parts(self, one: MomentDraft) -> Iterator[MailPart]:
        name, snapshot = safe_name(one.person or one.company), self._snapshot
        uid = snapshot.person[one.person_id].uid if one.person_id else snapshot.company[one.company_id].uid
        owner = self._owners.get(uid)
        if owner is not None and one.moment.tells_timetable:
            yield MailPart(f"{name}.ics", self._calendars.content(owner), "text/calendar")
        if one.moment is Moment.FORM:
            company = snapshot.company[one.company_id]
            form = second_forms.content(self._basis.forms, company, one.language)
            yield MailPart(f"{safe_name(one.company)}.xlsx", form, _WORKBOOK)
        if one.moment is Moment.VISA:
            yield MailPart(f"{name}.pdf", decisions.pdf([one], self._basis.head), "application/pdf")


_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
