"""The texts of the packs in three languages, with simple formatting; stored when one goes on to something else."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from missionplanner.domain import bounds
from missionplanner.domain.mission import TEXT_KINDS, TEXT_LABELS, MissionText
from missionplanner.domain.packs import WELCOME_WORDS, PackPage, words_too_many
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.form_drafts import DRAFT_AFTER, DraftPlace
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label, ToolButton, literal
from missionplanner.gui.widgets.portrait_row import PortraitRow
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current
from missionplanner.jobs.programme import programme
from missionplanner.store.store import Store


class _Body(QPlainTextEdit):
    """A text that reports when the keyboard leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the keyboard left."""
        super().focusOutEvent(event)
        self.left.emit()


class TextsPane(QWidget):
    """One text at a time: its kind, its language, title and body."""

    edited = Signal()
    """Something was typed, or another text is shown."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.kind, self.language = ComboBox(), ComboBox()
        for kind in TEXT_KINDS:
            self.kind.addItem(text_label(kind), kind)
        for language in LANGUAGES:
            self.language.addItem(OWN_NAMES[language], language)
        self.language.setCurrentIndex(LANGUAGES.index(current().language))
        self.title, self.body = QLineEdit(), _Body()
        self.title.setPlaceholderText(_("Title"))
        for widget, name in (
            (self.kind, _("Text")),
            (self.language, _("Language")),
            (self.title, _("Title")),
            (self.body, _("Text")),
        ):
            widget.setAccessibleName(name)
        self.note = Label()
        self.note.setObjectName("problem")
        self.note.setVisible(False)
        self.length = Label()
        self.length.setObjectName("warning")
        self.length.setWordWrap(True)
        self._shown = ("", "")
        self.portrait = PortraitRow(store)
        self._arrange()
        self.kind.currentIndexChanged.connect(self._on_chosen)
        self.language.currentIndexChanged.connect(self._on_chosen)
        self.edited.connect(self._tell_length)
        self._keeping = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._keeping.timeout.connect(self._keep)
        self.edited.connect(self._keeping.start)
        self.title.textEdited.connect(self.edited.emit)
        self.body.textChanged.connect(self.edited.emit)
        self.title.editingFinished.connect(self.save)
        self.body.left.connect(self.save)
        self._on_chosen()

    @property
    def shown(self) -> tuple[str, str]:
        """The kind and language of the text that is shown."""
        return self._shown

    def save(self) -> None:
        """Store the text that is shown, if it was changed."""
        self.note.setText(self.problem)
        self.note.setVisible(bool(self.problem))
        is_open = self._shown[0] and self._store.is_open and not self._store.read_only
        if is_open and self._is_changed() and not self.problem:
            programme.save_text(self._store, *self._shown, *self._typed())
            self._keep()

    @property
    def problem(self) -> str:
        """Why what is typed cannot be stored, in a sentence; empty when it can."""
        title, body = self._typed()
        return bounds.problem(MissionText, "title", title) or bounds.problem(MissionText, "body", body)

    def applied(self, snapshot: Snapshot) -> Snapshot:
        """The mission with what is typed in place of what is stored."""
        kind, language = self._shown
        if not kind or not self._is_changed():
            return snapshot
        title, body = self._typed()
        others = [text for text in snapshot.texts if (text.kind, text.language) != (kind, language)]
        return replace(snapshot, texts=[*others, MissionText(kind=kind, language=language, title=title, body=body)])

    def show_stored(self) -> None:
        """Show the text as it is stored now, unless something is typed."""
        self.portrait.refresh()
        if not (self.title.hasFocus() or self.body.hasFocus()):
            self._show()

    def _keep(self) -> None:
        """Keep what is typed until it is stored; what is stored is dropped."""
        self._keeping.stop()
        if self._shown[0] and self._store.is_open:
            title, body = self._typed()
            self._place.keep({"title": title, "body": body} if self._is_changed() else {})

    @property
    def _place(self) -> DraftPlace:
        """Where what is typed into the text that is shown is kept."""
        return DraftPlace(self._store, "text {} {}".format(*self._shown))

    def _typed(self) -> tuple[str, str]:
        return self.title.text().strip(), self.body.toPlainText().strip()

    def _is_changed(self) -> bool:
        return self._typed() != self._stored()

    def _stored(self) -> tuple[str, str]:
        kind, language = self._shown
        found = [text for text in self._store.where(MissionText, "kind", [kind]) if text.language == language]
        return (found[0].title, found[0].body) if found else ("", "")

    def _on_chosen(self) -> None:
        self.save()
        if self.problem:
            self._choose_shown()
            return
        self._shown = (self.kind.currentData(), self.language.currentData())
        self.portrait.setVisible(self._shown[0] == PackPage.WELCOME)
        self._show()
        self.edited.emit()

    def _tell_length(self) -> None:
        """Say while it is typed by how much a text is longer than packs want it; it is printed all the same."""
        more = words_too_many(self._shown[0], self._typed()[1])
        pattern = _("A word of welcome has at most {most} words; this one has {n}.")
        self.length.setText(
            pattern.format(most=WELCOME_WORDS, n=current().number(WELCOME_WORDS + more)) if more else ""
        )
        self.length.setVisible(bool(more))

    def _choose_shown(self) -> None:
        """Stay with the text that is shown: what is typed into it would be lost."""
        for box, value in zip((self.kind, self.language), self._shown, strict=True):
            blocked = box.blockSignals(True)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(blocked)

    def _show(self) -> None:
        title, body = self._stored()
        kept, said = self._place.found()
        title, body = kept.get("title", title), kept.get("body", body)
        self.note.setText(said)
        self.note.setVisible(bool(said))
        if self._typed() == (title, body):
            return
        for widget in (self.title, self.body):
            widget.blockSignals(True)
        self.title.setText(title)
        self.body.setPlainText(body)
        for widget in (self.title, self.body):
            widget.blockSignals(False)
        self._tell_length()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.kind, 1)
        row.addWidget(self.language)
        tools = QHBoxLayout()
        for text, name, act in (
            ("B", _("Bold"), self.make_bold),
            ("I", _("Italic"), self.make_italic),
            ("H", _("Heading"), self.make_heading),
            ("list", _("List"), self.make_list),
        ):
            tools.addWidget(self._tool(text, name, act))
        tools.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.title)
        layout.addLayout(tools)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.portrait)
        layout.addWidget(self.note)
        layout.addWidget(self.length)
        hint = _(
            "A blank line separates paragraphs; “# ” begins a heading, “- ” an item of a list, **bold**, *italic*."
        )
        layout.addWidget(quiet_label(hint))

    def _tool(self, text: str, name: str, act: object) -> QToolButton:
        button = ToolButton()
        if len(text) > 1:
            button.setIcon(icon(text))
        else:
            font = QFont(button.font())
            font.setBold(text in "BH")
            font.setItalic(text == "I")
            button.setFont(font)
            button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(literal(name))
        button.clicked.connect(act)
        return button

    def make_bold(self) -> None:
        """Put what is selected in bold, or take that back."""
        self._around("**")

    def make_italic(self) -> None:
        """Put what is selected in italics, or take that back."""
        self._around("*")

    def make_heading(self) -> None:
        """Make the selected lines headings, or take that back."""
        self._before("# ")

    def make_list(self) -> None:
        """Make the selected lines items of a list, or take that back."""
        self._before("- ")

    def _around(self, sign: str) -> None:
        cursor = self.body.textCursor()
        text = cursor.selectedText()
        is_there = len(text) > 2 * len(sign) and text.startswith(sign) and text.endswith(sign)
        cursor.insertText(text[len(sign) : -len(sign)] if is_there else f"{sign}{text}{sign}")
        if not text:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(sign))
        self.body.setTextCursor(cursor)
        self.body.setFocus()

    def _before(self, sign: str) -> None:
        cursor = self.body.textCursor()
        document = self.body.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        numbers = range(first.blockNumber(), last.blockNumber() + 1)
        lines = [document.findBlockByNumber(number) for number in numbers]
        is_there = all(line.text().startswith(sign) for line in lines if line.text())
        cursor.beginEditBlock()
        for number in numbers:
            line = document.findBlockByNumber(number)
            cursor.setPosition(line.position())
            if is_there and line.text():
                cursor.setPosition(line.position() + len(sign), QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
            elif line.text() and not line.text().startswith(sign):
                cursor.insertText(sign)
        cursor.endEditBlock()
        self.body.setFocus()


def text_label(kind: str) -> str:
    """Return the name of a kind of text."""
    return _("Talking points (leader edition)") if kind == "talking" else _(TEXT_LABELS[kind])
