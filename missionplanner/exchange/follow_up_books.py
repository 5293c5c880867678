"""Follow-up forms as workbooks: a line for each company somebody met, with lists to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from missionplanner.domain.companies import Side
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.relationships import STAGE_LABELS
from missionplanner.exchange import form_marks, form_workbooks
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.exchange.form_workbooks import FormBook, FormPerson
from missionplanner.i18n import LANGUAGES, N_, currencies, translator

FREE_LINES = 3
"""Empty lines below the companies that are known: for another deal, or another company."""
WITH, SO_FAR = "with", "so_far"
"""The company a line is about, and what is known of it; nobody answers these."""
_TITLES = {
    WITH: N_("Company"), SO_FAR: N_("What we know"), "stage": N_("Stage"), "since": N_("Since"),
    "about": N_("About"), "value": N_("Value"), "currency": N_("Currency"), "jobs": N_("Jobs"),
    "began_before": N_("Began before the mission"), "third": N_("Third party"), "next_step": N_("Next step"),
    "evidence": N_("Evidence"),
}  # fmt: skip
ANSWERED = tuple(name for name in _TITLES if name not in (WITH, SO_FAR))
"""The fields a line is answered in."""
_KINDS = {
    "stage": FieldKind.ONE, "since": FieldKind.DATE, "value": FieldKind.NUMBER, "currency": FieldKind.ONE,
    "jobs": FieldKind.NUMBER, "began_before": FieldKind.YES_NO,
}  # fmt: skip
_HELPS = {
    "stage": N_("How far you are; choose one of the list. Leave it empty where you cannot say."),
    "since": N_("The day you got there, or the deal was made."),
    "about": N_("What it is about, in a few words."),
    "value": N_("What was agreed, or what you expect."),
    "third": N_("The name of a third party of the deal."),
    "evidence": N_("The name of a file you send along, or a reference: an invoice, a contract."),
    WITH: N_("Use the empty lines below for another deal, or another company."),
}
TOLD_ON, SAID_BY, NAME, HORIZON = "told_on", "said_by", "name", "horizon"
_HEAD = {
    NAME: N_("Company"),
    HORIZON: N_("Asked after"),
    TOLD_ON: N_("Date of the answer"),
    SAID_BY: N_("Answered by"),
}
HINT = N_("Please answer on the second sheet, one line a company, and send the file back.")
LINE_HINT = N_("One line a company. Leave the stage empty where there is nothing to say.")


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A line of a form: a company somebody met."""

    uid: str
    name: str
    so_far: str = ""
    """Something that is known of the two, in the language of the form."""


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """The form of a company for one horizon."""

    mission_uid: str
    title: str
    side: Side
    language: str
    days: int
    company_uid: str
    company: str
    asked_after: str
    """The horizon in words."""
    lines: Sequence[FollowUpLine]
    countries: tuple[str, ...] = ()
    """The countries of the mission, whose currencies are offered first."""

    @property
    def mark(self) -> form_marks.FormMark:
        """The mark it is known again by."""
        return form_marks.mark(form_marks.after(self.days), self.side, self.language, self.mission_uid)


def head_questions() -> tuple[FormQuestion, ...]:
    """Return the questions above the lines."""
    kinds = {TOLD_ON: FieldKind.DATE}
    return tuple(
        FormQuestion(name, kinds.get(name, FieldKind.TEXT), in_all(title), in_all(N_("The answer")), {}, {})
        for name, title in _HEAD.items()
    )


def line_questions(countries: tuple[str, ...] = ()) -> tuple[FormQuestion, ...]:
    """Return the questions of a line."""
    stages = {language: tuple(map(translator(language), STAGE_LABELS.values())) for language in LANGUAGES}
    money = dict.fromkeys(LANGUAGES, currencies(countries))
    options: dict[str, Mapping[str, tuple[str, ...]]] = {"stage": stages, "currency": money}
    return tuple(
        FormQuestion(
            name, _KINDS.get(name, FieldKind.TEXT), in_all(title), {}, in_all(_HELPS.get(name, "")),
            options.get(name, {}), is_person=True,
        )
        for name, title in _TITLES.items()
    )  # fmt: skip


def in_all(text: str) -> dict[str, str]:
    """Return a text in every language."""
    return {language: translator(language)(text) for language in LANGUAGES}


def content(form: FollowUpForm) -> bytes:
    """Return the form as xlsx."""
    t = translator(form.language)
    known = [FormPerson(line.uid, {WITH: line.name, SO_FAR: line.so_far}) for line in form.lines]
    free = [FormPerson("", {}, is_free=True)] * FREE_LINES
    return form_workbooks.content(
        FormBook(
            form.mark,
            form.title,
            (*head_questions(), *line_questions(form.countries)),
            form.company_uid,
            {NAME: form.company, HORIZON: form.asked_after},
            [*known, *free],
            frozenset((NAME, HORIZON, WITH, SO_FAR)),
            sheet=t("Answers"),
            hints=(t(HINT), t(LINE_HINT)),
        )
    )
