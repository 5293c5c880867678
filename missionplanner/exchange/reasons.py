"""Why a column is understood as it is, in a sentence."""

from dataclasses import dataclass

from missionplanner.exchange.fields import BY_NAME
from missionplanner.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Reason:
    """The evidence that decided about a column."""

    kind: str
    """One of the keys of TEXTS."""
    field: str = ""
    """The field it is about."""
    cells: str = ""
    """The kind of cells that spoke for or against it."""
    share: float = 0.0
    """Their share, from 0 to 1."""
    other: str = ""
    """The heading of the column that has the field."""


NOTHING = Reason("nothing")
"""Why most columns without a field have none."""

TEXTS = {
    "heading": N_("The heading reads like “{field}”."),
    "cells": N_("The heading says nothing known; the cells look like “{field}”."),
    "listed": N_("Its cells are choices of “{field}”."),
    "nothing": N_("The heading asks for something that has no field here."),
    "unknown": N_("Neither the heading nor the cells say that it belongs to a field."),
    "sensitive": N_("It is sensitive: only dietary needs, access needs and emergency contacts have a field."),
    "taken": N_("It reads like “{field}” as well, but that is “{other}”."),
    "empty": N_("The column is empty."),
    "parts": N_("The given name and the family name have columns of their own."),
    "second address": N_("It is a second address or telephone of the same person, which is kept in the notes."),
    "contact": N_("A contact beside the delegates: perhaps one more delegate, perhaps only who wrote."),
    "cells against": N_("The heading reads like “{field}”, but the cells do not."),
    "perhaps": N_("It may be “{field}”, but heading and cells leave a doubt."),
    "own": N_("It comes from an export of this program."),
    "own field": N_("It is called as the mission’s own field “{field}”."),
    "form": N_("It is a question of the mission’s own form."),
    "missing": N_("No other column is “{field}”, and this one looks like it."),
    "chosen": N_("You chose it."),
    "before": N_("As it was the last time."),
    "box": N_("A box to tick for “{other}”."),
}
"""The sentences, by kind of reason."""

CELLS = {
    "email": N_("{share} of the cells are e-mail addresses."),
    "phone": N_("{share} of the cells are telephone numbers."),
    "web": N_("{share} of the cells are web addresses."),
    "date": N_("{share} of the cells are dates."),
    "number": N_("{share} of the cells are numbers."),
    "year": N_("{share} of the cells are years."),
    "money": N_("{share} of the cells are amounts of money."),
    "postal": N_("{share} of the cells are postal codes."),
    "code": N_("{share} of the cells are registration numbers."),
    "answer": N_("{share} of the cells are yes or no."),
    "sentence answer": N_("{share} of the cells are yes or no."),
    "prose": N_("{share} of the cells are whole sentences."),
    "courtesy": N_("{share} of the cells are courtesy titles."),
    "country": N_("{share} of the cells are countries."),
    "region": N_("{share} of the cells are provinces or states."),
    "street": N_("{share} of the cells are street addresses."),
    "legal": N_("{share} of the cells hold a legal form such as Inc. or S.A."),
    "given": N_("{share} of the cells begin with a given name."),
    "language": N_("{share} of the cells are languages."),
    "sector": N_("{share} of the cells are sectors of the mission."),
    "kind": N_("{share} of the cells are kinds of organisations."),
    "role": N_("{share} of the cells are roles of people."),
    "stop": N_("{share} of the cells are stops of the mission."),
    "countries": N_("{share} of the cells are lists of countries."),
    "range": N_("{share} of the cells are ranges of numbers."),
    "token": N_("{share} of the cells are codes or names of files."),
    "post": N_("{share} of the cells are positions."),
    "words": N_("{share} of the cells are words."),
    "text": N_("{share} of the cells are words."),
}
"""The sentences about cells, by their kind."""


def sentence(reason: Reason) -> str:
    """The reason in the language of the screen."""
    label = _(BY_NAME[reason.field].label) if reason.field in BY_NAME else reason.field
    text = _(TEXTS[reason.kind]).format(field=label, other=reason.other)
    if reason.cells and reason.share and reason.cells in CELLS:
        text += " " + _(CELLS[reason.cells]).format(share=f"{round(reason.share * 100)} %")
    return text
