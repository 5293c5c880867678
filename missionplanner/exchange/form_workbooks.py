"""Forms to be filled in as workbooks: a sheet for the company, one for its people, with lists to choose from.

Questions are locked; hidden marks beside them say which is which, whatever is sorted, moved or inserted.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from missionplanner.domain import own_kinds
from missionplanner.domain.limits import FIRST_DAY
from missionplanner.domain.own_kinds import SEPARATOR, FieldKind, day
from missionplanner.exchange import books
from missionplanner.exchange.form_marks import FormMark, people_mark
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.i18n import N_, Translator, translator

PLACES = 12
"""People a registration form has room for."""
_MOST_CELLS = {False: 10, True: 4}
"""Cells of a question that takes several of a list: below one another for a company, beside one another for people."""
_HEAD, _BAND, _ANSWER, _NEEDED = "#1f4e79", "#dbe5f1", "#fffef5", "#fff2cc"
_LISTS = "Lists"
_LONGEST_TITLE, _LONGEST_HELP = 32, 255
"""Characters of the title and text Excel shows beside a cell."""
_WIDTHS = {FieldKind.LONG: 40, FieldKind.EMAIL: 28, FieldKind.SEVERAL: 14, FieldKind.YES_NO: 10, FieldKind.NUMBER: 10}
_TEXTS = (FieldKind.TEXT, FieldKind.LONG, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.MONEY, FieldKind.WEB)
"""Kinds whose cells stay as they are typed: a telephone number would lose its zeros."""
ONE_COMPANY = N_("One company per file. Fill in the light cells; what is needed is marked with *.")
ONE_PERSON = N_("One person per line. What is needed is marked with *.")
OF_KINDS = {
    FieldKind.SEVERAL: N_("Several: one in each cell, or all in one with semicolons between them."),
    FieldKind.DATE: N_("A date, such as 2026-02-15."),
    FieldKind.NUMBER: N_("A number."),
    FieldKind.MONEY: N_("An amount, such as 1,500 CAD."),
    FieldKind.WEB: N_("A web address."),
}  # fmt: skip
_REFUSED = {
    FieldKind.ONE: N_("Please choose one of the list."),
    FieldKind.YES_NO: N_("Please choose one of the list."),
    FieldKind.DATE: N_("A date, such as 2026-02-15."),
    FieldKind.NUMBER: N_("A number."),
    FieldKind.EMAIL: N_("An e-mail address has an @."),
}


@dataclass(frozen=True, slots=True)
class FormPerson:
    """Somebody a form is about."""

    uid: str
    answers: Mapping[str, str]
    """The answers that are known, by question, as people read them."""
    is_free: bool = False
    """Whether nothing of the line is locked: it may be about anybody."""


@dataclass(frozen=True, slots=True)
class FormBook:
    """A form of a mission in a language: for anybody, or for one company and its people."""

    mark: FormMark
    title: str
    questions: Sequence[FormQuestion]
    company_uid: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The answers that are known of the company, by question."""
    people: Sequence[FormPerson] = ()
    locked: frozenset[str] = frozenset()
    """The questions that only tell whom the form is about."""
    sheet: str = ""
    """The name of the sheet with a line for each; that of participants by default."""
    hints: tuple[str, str] = ("", "")
    """The sentences above the two sheets, where they are others than those of registrations."""


def content(form: FormBook) -> bytes:
    """Return the form as xlsx."""
    import xlsxwriter  # slow import

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    writer = _FormWriter(form, xlsxwriter.Workbook(out, options))
    writer.write()
    return out.getvalue()


class _FormWriter:
    """Writes one form."""

    def __init__(self, form: FormBook, book: Any) -> None:
        self._form, self._book = form, book
        self._to: Translator = translator(form.mark.language)
        names = books.names([self._to("Company"), form.sheet or self._to("Participants"), _LISTS])
        self._company, self._people, self._lists = (book.add_worksheet(name) for name in names)
        self._list_name = names[2]
        self._ranges: dict[tuple[str, ...], str] = {}
        self._looks: dict[tuple[tuple[str, Any], ...], Any] = {}

    def write(self) -> None:
        """Write everything; the lists to choose from are on a sheet that stays hidden."""
        self._write_company([one for one in self._form.questions if not one.is_person])
        people = [one for one in self._form.questions if one.is_person]
        if people:
            self._write_people(people)
        else:
            self._people.very_hidden()
        self._lists.very_hidden()
        self._book.close()

    def _write_company(self, questions: Sequence[FormQuestion]) -> None:
        page, form = self._company, self._form
        page.set_column(0, 0, 4, None, {"hidden": True})
        page.set_column(1, 1, 38)
        page.set_column(2, 2, 52)
        page.set_column(3, 3, 60)
        page.write_string(0, 0, form.mark.text)
        page.write_string(0, 1, form.title, self._look(bold=True, font_size=16, font_color=_HEAD))
        page.write_string(1, 0, form.company_uid)
        page.write_string(1, 1, form.hints[0] or self._to(ONE_COMPANY), self._look(italic=True))
        row, section = 2, ""
        for one in questions:
            if one.section[form.mark.language] != section:
                section = one.section[form.mark.language]
                for column, text in enumerate((section, "", ""), start=1):
                    page.write_string(row, column, text, self._look(bold=True, bg_color=_BAND))
                row += 1
            row = self._write_question(one, row)
        page.freeze_panes(2, 0)
        self._finish(page, portrait=True)

    def _write_question(self, one: FormQuestion, row: int) -> int:
        """Write a question with as many cells as it may take; return the row below."""
        page, language = self._company, self._form.mark.language
        parts = _parted(self._form.answers.get(one.target, ""), self._cells(one))
        for number, text in enumerate(parts):
            page.write_string(row, 0, one.target)
            title = self._titled(one) if not number else ""
            page.write_string(row, 1, title, self._look(text_wrap=True, valign="top"))
            self._write_answer(page, (row, 2), one if not number else replace(one, required=False), text)
            self._offer(page, (row, 2), row, one)
            help_ = self._help(one) if not number else ""
            page.write_string(row, 3, help_, self._look(text_wrap=True, valign="top", font_color="#595959"))
            lines = max(len(help_) // 62, len(one.titles[language]) // 38) + 1
            page.set_row(row, 15 * max(lines, 5 if one.kind is FieldKind.LONG else 1))
            row += 1
        return row

    def _write_people(self, questions: Sequence[FormQuestion]) -> None:
        page, form = self._people, self._form
        page.write_string(0, 0, people_mark())
        page.set_column(0, 0, 4, None, {"hidden": True})
        page.write_string(1, 1, form.title, self._look(bold=True, font_size=16, font_color=_HEAD))
        page.write_string(2, 1, form.hints[1] or self._to(ONE_PERSON), self._look(italic=True))
        people = form.people or [FormPerson("", {})] * PLACES
        for row, person in enumerate(people, start=5):
            page.write_string(row, 0, person.uid)
        column = 1
        for one in questions:
            cells = self._cells(one)
            for number in range(cells):
                page.write_string(0, column, one.target)
                title = self._titled(one) if cells == 1 else f"{self._titled(one)} {number + 1}"
                head = self._look(bold=True, font_color="#ffffff", bg_color=_HEAD, text_wrap=True, valign="top")
                page.write_string(3, column, title, head)
                look = self._look(text_wrap=True, valign="top", font_color="#595959", font_size=9)
                page.write_string(4, column, self._help(one) if not number else "", look)
                for row, person in enumerate(people, start=5):
                    text = _parted(person.answers.get(one.target, ""), cells)[number]
                    asked = one if not number else replace(one, required=False)
                    self._write_answer(page, (row, column), asked, text, person.is_free)
                self._offer(page, (5, column), 4 + len(people), one)
                page.set_column(column, column, _WIDTHS.get(one.kind, 18))
                column += 1
        page.set_row(0, None, None, {"hidden": True})
        page.set_row(4, 60)
        page.freeze_panes(5, 1)
        self._finish(page, portrait=False)

    def _write_answer(
        self, page: Any, place: tuple[int, int], one: FormQuestion, text: str, is_free: bool = False
    ) -> None:
        row, column = place
        is_locked = one.target in self._form.locked and not is_free
        look = self._look(
            locked=is_locked,
            text_wrap=True,
            valign="top",
            border=1,
            border_color="#c8ccd0",
            bg_color="#f2f2f2" if is_locked else _NEEDED if one.required else _ANSWER,
            num_format="yyyy-mm-dd" if one.kind is FieldKind.DATE else "@" if one.kind in _TEXTS else "General",
        )
        found = day(text) if one.kind is FieldKind.DATE else None
        exact = own_kinds.number(text) if one.kind is FieldKind.NUMBER else None
        if found:
            page.write_datetime(row, column, found, look)
        elif exact is not None:
            page.write_number(row, column, float(exact), look)
        elif text:
            page.write_string(row, column, text, look)
        else:
            page.write_blank(row, column, None, look)

    def _offer(self, page: Any, place: tuple[int, int], last: int, one: FormQuestion) -> None:
        """Have the cells from a place to a last row offer and take only what answers the question."""
        if one.target not in self._form.locked:
            page.data_validation(*place, last, place[1], self._validation(one, place))

    def _validation(self, one: FormQuestion, place: tuple[int, int]) -> dict[str, Any]:
        language = self._form.mark.language
        choices = one.choices(language)
        wanted: dict[str, Any] = {"validate": "any"}
        if choices:
            wanted = {
                "validate": "list",
                "source": self._range(choices),
                "show_error": one.kind is not FieldKind.SEVERAL,
            }
        elif one.kind is FieldKind.DATE:
            wanted = {"validate": "date", "criteria": ">=", "value": FIRST_DAY}
        elif one.kind is FieldKind.NUMBER:
            wanted = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
        elif one.kind is FieldKind.EMAIL:
            cell = _cell(*place)
            wanted = {"validate": "custom", "value": f'=ISNUMBER(FIND("@",{cell}))'}
        wanted |= {"ignore_blank": True, "input_title": one.titles[language][:_LONGEST_TITLE]}
        if help_ := self._help(one)[:_LONGEST_HELP]:
            wanted["input_message"] = help_
        if one.kind in _REFUSED:
            wanted["error_title"] = one.titles[language][:_LONGEST_TITLE]
            wanted["error_message"] = self._to(_REFUSED[one.kind])
        return wanted

    def _range(self, choices: tuple[str, ...]) -> str:
        """Return where the list of these choices stands; it is written when it is first wanted."""
        if choices not in self._ranges:
            column = len(self._ranges)
            for row, text in enumerate(choices):
                self._lists.write_string(row, column, text)
            first, last = _cell(0, column, fixed=True), _cell(len(choices) - 1, column, fixed=True)
            self._ranges[choices] = f"='{self._list_name}'!{first}:{last}"
        return self._ranges[choices]

    def _cells(self, one: FormQuestion) -> int:
        """Return how many cells a question gets."""
        if one.kind is not FieldKind.SEVERAL or one.target in self._form.locked:
            return 1
        return min(len(one.choices(self._form.mark.language)), _MOST_CELLS[one.is_person])

    def _titled(self, one: FormQuestion) -> str:
        return one.titles[self._form.mark.language] + (" *" if one.required else "")

    def _help(self, one: FormQuestion) -> str:
        of_kind = self._to(OF_KINDS[one.kind]) if one.kind in OF_KINDS else ""
        own = one.helps.get(self._form.mark.language, "")
        return " ".join(dict.fromkeys(filter(None, (own, of_kind))))

    def _look(self, **wanted: Any) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format(wanted)
        return self._looks[key]

    def _finish(self, page: Any, portrait: bool) -> None:
        page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        page.hide_gridlines(2)
        page.fit_to_pages(1, 0)
        if portrait:
            page.set_portrait()
        else:
            page.set_landscape()


def _parted(text: str, cells: int) -> list[str]:
    """Return a text for each cell of a question; the last one takes what is left."""
    parts = text.split(SEPARATOR) if cells > 1 and text else [text]
    head, rest = parts[: cells - 1], parts[cells - 1 :]
    found = [*head, SEPARATOR.join(rest)]
    return [*found, *[""] * (cells - len(found))]


def _cell(row: int, column: int, fixed: bool = False) -> str:
    """Return the name of a cell, such as C4."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # slow import

    return str(xl_rowcol_to_cell(row, column, fixed, fixed))
