"""The files that go along with letters of moments: calendars, forms, letters on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.moments import Moment
from missionplanner.domain.timetable import FOLLOW_UP_DAYS
from missionplanner.exchange.calendar import Attendee
from missionplanner.exchange.mail import MailPart
from missionplanner.i18n import N_, Translator, translator
from missionplanner.jobs.calendars.making import CalendarBasis, CalendarOptions, Calendars, ItemMail
from missionplanner.jobs.calendars.making import basis_of as calendar_basis
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.fields import second_forms
from missionplanner.jobs.fields.second_forms import SecondForms
from missionplanner.jobs.moments import enclosures
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.moments.enclosures import Enclosed, Enclosures
from missionplanner.jobs.relationships import asking
from missionplanner.jobs.relationships.asking import FollowUpBasis
from missionplanner.jobs.selection import letters as decisions
from missionplanner.jobs.selection.letters import Letterhead
from missionplanner.paths import safe_name
from missionplanner.store.store import Store


class LetterFile(StrEnum):
    """The form in which a letter goes along with its own mail."""

    NONE = "none"
    WORD = "docx"
    PDF = "pdf"


LETTER_FILE_LABELS = {
    LetterFile.NONE: N_("Not attached"),
    LetterFile.WORD: N_("As Word document"),
    LetterFile.PDF: N_("As PDF"),
}


@dataclass(frozen=True, slots=True)
class AttachedBasis:
    """The facts the files that go along are made from."""

    calendars: CalendarBasis
    forms: SecondForms
    asking: FollowUpBasis
    head: Letterhead
    enclosed: Enclosed


@dataclass(frozen=True, slots=True)
class AttachedOptions:
    """The choices of what goes along with letters."""

    letter: LetterFile = LetterFile.NONE
    """The form in which letters go along with their own mails."""
    enclosures: Enclosures = field(default_factory=Enclosures)
    inviting: str = ""
    """The address meetings and events are invited from, each in a mail of its own; empty for a calendar that is
    attached."""


@dataclass(frozen=True, slots=True)
class InvitationMail:
    """An invitation to a meeting or an event, or its cancellation."""

    subject: str
    text: str
    calendar: bytes
    item: str
    """The uid of the meeting or event."""


def basis_of(store: Store, options: AttachedOptions) -> AttachedBasis:
    """Return what the files that go along are made from."""
    enclosed = enclosures.read(store, options.enclosures)
    return AttachedBasis(
        calendar_basis(store), second_forms.read(store), asking.basis_of(store), decisions.letterhead(store), enclosed
    )


class Attached:
    """The files that go along with letters, each made when it is asked for."""

    def __init__(
        self, drafts: Sequence[MomentDraft], basis: AttachedBasis, options: AttachedOptions | None = None
    ) -> None:
        self._options = options or AttachedOptions()
        self._basis, self._snapshot, self._letter = basis, basis.calendars.snapshot, self._options.letter
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
        if owner is not None and one.moment.tells_timetable and not self._options.inviting:
            yield MailPart(f"{name}.ics", self._calendars.content(owner), "text/calendar")
        if one.moment is Moment.FORM:
            company = snapshot.company[one.company_id]
            form = second_forms.content(self._basis.forms, company, one.language)
            yield MailPart(f"{safe_name(one.company)}.xlsx", form, _WORKBOOK)
        if one.moment is Moment.FOLLOW_UP and int(one.about or 0) in FOLLOW_UP_DAYS:
            company = snapshot.company[one.company_id]
            if self._basis.asking.partners.get(company.id):
                form = asking.content(self._basis.asking, company, int(one.about), one.language)
                yield MailPart(f"{safe_name(one.company)}.xlsx", form, _WORKBOOK)
        if one.moment is Moment.VISA or self._letter is not LetterFile.NONE:
            ending, content = self.on_paper(one)
            yield MailPart(f"{name}{ending}", content, _MEDIA[ending])
        yield from self._basis.enclosed.parts(one)

    def invitations(self, one: MomentDraft) -> list[InvitationMail]:
        """Return the invitations that go out beside a letter: to what its calendar tells for the first time."""
        snapshot = self._snapshot
        uid = snapshot.person[one.person_id].uid if one.person_id else snapshot.company[one.company_id].uid
        owner = self._owners.get(uid)
        if owner is None or not (self._options.inviting and one.recipient and one.moment.tells_timetable):
            return []
        t = translator(one.language)
        organiser = Attendee(snapshot.mission.organiser or snapshot.mission.called(t.language), self._options.inviting)
        found = self._calendars.invitations(owner, organiser, Attendee(one.name, one.recipient))
        return [_invitation_mail(each, t) for each in found]

    def on_paper(self, one: MomentDraft) -> tuple[str, bytes]:
        """Return a letter as a file, with its ending: on the office's own paper where there is one, else as PDF."""
        document = b"" if self._letter is LetterFile.PDF else decisions.word(one, self._basis.head)
        return (".docx", document) if document else (".pdf", decisions.pdf([one], self._basis.head))


def _invitation_mail(made: ItemMail, t: Translator) -> InvitationMail:
    item = made.item
    subject = item.title if item.is_cancelled else t("Invitation: {title}").format(title=item.title)
    when = t.moment(item.starts)
    lines = (item.title, when, item.place, item.text)
    return InvitationMail(subject, "\n".join(filter(None, lines)), made.content, item.uid)


_MEDIA = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
