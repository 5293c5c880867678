"""A form as a text by which the same questions are set up in Google Forms, Microsoft Forms or SurveyMonkey."""

from collections.abc import Iterator, Sequence

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange.form_columns import PARTICIPANT, asked
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.i18n import N_, Translator, translator

_SERVICES = ("Google Forms", "Microsoft Forms", "SurveyMonkey")
_LINE = (N_("Short answer"), N_("Text"), N_("Single textbox"))
_LONG = (N_("Paragraph"), N_("Text, long answer"), N_("Comment box"))
_ONE = (N_("Dropdown"), N_("Choice, as a drop-down list"), N_("Dropdown"))
_KINDS: dict[FieldKind, tuple[str, str, str]] = {
    FieldKind.LONG: _LONG,
    FieldKind.DATE: (N_("Date"), N_("Date"), N_("Date / Time, date only")),
    FieldKind.YES_NO: (N_("Multiple choice"), N_("Choice"), N_("Multiple choice")),
    FieldKind.ONE: _ONE,
    FieldKind.SEVERAL: (N_("Checkboxes"), N_("Choice, several answers"), N_("Checkboxes")),
    FieldKind.NUMBER: (
        N_("Short answer, response validation: number"),
        N_("Text, restricted to numbers"),
        N_("Single textbox, validated as a number"),
    ),
    FieldKind.EMAIL: (
        N_("Short answer, response validation: e-mail"),
        N_("Text"),
        N_("Single textbox, validated as an e-mail address"),
    ),
}
"""The kinds of questions as the services call them; the others are lines."""
_INTRODUCTION = N_(
    "Set up these questions word for word, in this order, in Google Forms, Microsoft Forms or SurveyMonkey. "
    "Export the answers as .xlsx or .csv and import the file: every column is known by its question."
)
_KIND, _REQUIRED, _HELP, _CHOICES = N_("Kind:"), N_("Required:"), N_("Help:"), N_("Choices:")


def content(title: str, questions: Sequence[FormQuestion], language: str, people: int) -> str:
    """Return the text in a language. people: how many participants of a company the form asks for."""
    to = translator(language)
    lines = [title, "=" * len(title), "", to(_INTRODUCTION), ""]
    section = ""
    for number, (one, participant) in enumerate(_in_order(questions, people), start=1):
        heading = one.section[language]
        if one.is_person:
            heading = to(PARTICIPANT).format(n=participant)
        if heading != section:
            section = heading
            lines += ["", f"## {section}", ""]
        lines += [*_question(one, participant, number, to), ""]
    return "\n".join(lines)


def _in_order(questions: Sequence[FormQuestion], people: int) -> Iterator[tuple[FormQuestion, int]]:
    """Yield the questions; those about people once for each participant, where the first of them stands."""
    about = [one for one in questions if one.is_person]
    is_first = True
    for one in questions:
        if not one.is_person:
            yield one, 1
        elif is_first:
            is_first = False
            for participant in range(1, people + 1):
                yield from ((each, participant) for each in about)


def _question(one: FormQuestion, participant: int, number: int, to: Translator) -> Iterator[str]:
    language = to.language
    needed = one.required and participant == 1
    yield f"{number}. {asked(one, language, participant)}"
    kinds = [to(kind) for kind in _KINDS.get(one.kind, _LINE)]
    named = (f"{service}: {kind}" for service, kind in zip(_SERVICES, kinds, strict=True))
    yield "   " + to(_KIND) + " " + " · ".join(named)
    yield "   " + to(_REQUIRED) + " " + (to("yes") if needed else to("no"))
    if help_ := one.helps.get(language):
        yield "   " + to(_HELP) + " " + help_
    if choices := one.choices(language):
        yield "   " + to(_CHOICES)
        yield from (f"   - {choice}" for choice in choices)
