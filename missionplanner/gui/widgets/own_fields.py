"""The mission's own fields in a form: an editor for each, by its kind, under the headings of their groups."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from missionplanner.domain.own_fields import CompanyValue, OwnField
from missionplanner.domain.own_kinds import NO, SEPARATOR, YES, FieldKind
from missionplanner.gui.commands import command
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.fields.values import problem, typed

_EDITORS = {
    FieldKind.LONG: "text",
    FieldKind.DATE: "day",
    FieldKind.YES_NO: "answer",
    FieldKind.ONE: "choice",
    FieldKind.SEVERAL: "checks",
}
"""The editors of kinds; the others are lines."""
_ANSWERS = {None: "", True: YES, False: NO}


def form_fields(own: Iterable[OwnField], country: str = "") -> list[FormField]:
    """Return the editors of fields, by their names, under the headings of their groups.

    country: that of telephone numbers without a code.
    """
    fields = list(own)
    language = current().language
    sections = dict.fromkeys(field.group(language) for field in fields)
    found = []
    for section in sections:
        found.append(FormField(f"section {section}", section or _("This mission’s own fields"), "heading"))
        found += [_form_field(field, country) for field in fields if field.group(language) == section]
    return found


def _form_field(field: OwnField, country: str) -> FormField:
    choices: list[tuple[Any, str]] = list(field.options.items()) if field.kind in _CHOSEN else []
    if field.kind is FieldKind.ONE:
        choices.insert(0, ("", _("Not said")))
    hints = [field.help(current().language), _("This is needed.") if field.required else "", _currency_hint(field)]
    is_line = field.kind not in _EDITORS
    return FormField(
        field.name,
        field.label,
        _EDITORS.get(field.kind, "line"),
        choices,
        (lambda text: problem(field, text, country)) if is_line else None,
        " ".join(filter(None, hints)),
        lines=3,
        stored=() if field.kind in _CHOSEN or field.kind is FieldKind.YES_NO else ((CompanyValue, "text"),),
    )


def _currency_hint(field: OwnField) -> str:
    if field.kind is not FieldKind.MONEY or not field.currency:
        return ""
    return _("In {currency} where no other currency is named.").format(currency=field.currency)


_CHOSEN = (FieldKind.ONE, FieldKind.SEVERAL)


def shown(field: OwnField, text: str) -> Any:
    """Return what the editor of a field shows of a stored text; a line shows also what does not fit."""
    is_shown = field.fits(text) and bool(text)
    match field.kind:
        case FieldKind.YES_NO:
            return {YES: True, NO: False}.get(text)
        case FieldKind.SEVERAL:
            return tuple(text.split(SEPARATOR)) if is_shown else ()
        case FieldKind.ONE | FieldKind.DATE:
            return text if is_shown else ""
        case FieldKind.NUMBER | FieldKind.MONEY:
            return _as_written(field, text)
    return text


def _as_written(field: OwnField, text: str) -> str:
    """Return a number or a sum as the language writes it, where that is read as the same: 12.345 is not in French."""
    written = field.shown(text)
    return written if not problem(field, written) and typed(field, written) == text else text


def as_text(field: OwnField, value: Any, country: str = "") -> str:
    """Return the value of an editor as text, in the form it is stored in.

    Raises UserError where it cannot be read.
    """
    match field.kind:
        case FieldKind.YES_NO:
            return _ANSWERS[value]
        case FieldKind.SEVERAL:
            return SEPARATOR.join(value)
    return typed(field, str(value or ""), country)


class OwnFieldsPart(QWidget):
    """The own fields of a record; nothing is shown where there are none.

    above: the form below which they stand, and with whose labels theirs are aligned.
    """

    edited = Signal()

    def __init__(self, above: Form | None = None) -> None:
        super().__init__()
        self._above = above
        self._fields: dict[str, OwnField] = {}
        self._country = ""
        self._texts: dict[str, str] = {}
        self._shown: dict[str, Any] = {}
        self.form = Form([])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def show_values(self, own: Iterable[OwnField], texts: Mapping[str, str], country: str = "") -> None:
        """Show the values of a record; editors are made anew where the fields are other ones."""
        wanted = {field.name: field for field in own}
        if wanted != self._fields or country != self._country:
            self._make(wanted, country)
        self._texts = dict(texts)
        self.form.set_values({name: shown(field, texts.get(name, "")) for name, field in wanted.items()})
        for name, field in wanted.items():
            text = texts.get(name, "")
            if not field.fits(text):
                said = _("“{text}” is kept as it was written; it is no value of this kind.")
                self.form.note(name, said.format(text=text[:100]), bad=False)
        # Read back from the editors, as they may write a value in another way: that alone is no change.
        self._shown = self.form.values()
        self.setVisible(bool(wanted))

    @property
    def values(self) -> dict[str, str]:
        """The values as they are typed; what is as it was shown, or cannot be read, stays as it was."""
        found = dict(self._texts)
        for name, value in self._typed().items():
            field = self._fields[name]
            if not self._problem(field, value):
                found[name] = as_text(field, value, self._country)
        return {name: text for name, text in found.items() if text or name in self._texts}

    @property
    def wrong(self) -> list[str]:
        """The names of the fields whose text cannot be stored."""
        return [name for name, value in self._typed().items() if self._problem(self._fields[name], value)]

    def draft(self) -> dict[str, Any]:
        """Return what was typed and differs from what was shown, by field."""
        return self._typed()

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed and not saved; a file may hold any."""
        good = {
            name: value for name, value in kept.items() if name in self._fields and _can_show(self._fields[name], value)
        }
        self.form.set_values({**self.form.values(), **good})

    @command(N_("Go on to the mission’s own fields"), "Alt+Shift+O")
    def go_to_first(self) -> None:
        """Go to the first field; from one of a group that stands further up to the first of the others."""
        filled = [part for part in self.parts if part.names]
        focused = QApplication.focusWidget()
        here = next((n for n, part in enumerate(filled) if focused and part.isAncestorOf(focused)), -1)
        if filled:
            part = filled[(here + 1) % len(filled)]
            part.form.focus(part.names[0])

    @property
    def parts(self) -> "tuple[OwnFieldsPart, ...]":
        """The parts that show the fields of the record, in the order of the form."""
        return (self,)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(self._fields)

    def focus_wrong(self) -> None:
        """Go to the first field whose text cannot be stored."""
        self.form.show_problems()
        self.form.focus(self.wrong[0])

    def set_read_only(self, read_only: bool) -> None:
        """Let the editors be read but not changed."""
        self.form.set_read_only(read_only)

    def _typed(self) -> dict[str, Any]:
        return {name: value for name, value in self.form.values().items() if value != self._shown.get(name)}

    def _problem(self, field: OwnField, value: Any) -> str:
        return problem(field, value, self._country) if isinstance(value, str) else ""

    def _on_left(self, name: str) -> None:
        """Say the sum that was understood where its currency was not typed."""
        field, value = self._fields[name], self.form.value(name)
        if field.kind is not FieldKind.MONEY or not isinstance(value, str) or self._problem(field, value):
            return
        stored = as_text(field, value, self._country)
        says_it = not stored or stored.split()[-1].casefold() in value.casefold() or name not in self._typed()
        self.form.note(name, "" if says_it else field.shown(stored), explains=True)

    def _make(self, wanted: dict[str, OwnField], country: str) -> None:
        self._fields, self._country = wanted, country
        before = self.form
        self.form = Form(form_fields(wanted.values(), country))
        self.form.edited.connect(self.edited)
        self.form.left.connect(self._on_left)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(before, self.form)
        if self._above is not None:
            self.form.align_with(self._above)
        before.deleteLater()


def _can_show(field: OwnField, value: Any) -> bool:
    if field.kind is FieldKind.YES_NO:
        return value is None or isinstance(value, bool)
    if field.kind is FieldKind.SEVERAL:
        return isinstance(value, list) and set(value) <= set(field.options_in("en"))
    return isinstance(value, str)
