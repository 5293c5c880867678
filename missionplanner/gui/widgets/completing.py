"""Lines that complete what is typed from the words that are known."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit


class CompletingEdit(QLineEdit):
    """A line that completes what is typed; Tab and Enter take the completion that is chosen, or the first."""

    def __init__(self, words: Sequence[str], also: Iterable[str] = ()) -> None:
        """also: words that are taken as they are typed, but not offered."""
        super().__init__()
        self._also = {word.casefold() for word in also}
        completer = QCompleter(QStringListModel(list(words), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setWidget(self)
        completer.activated.connect(self.complete)
        popup = completer.popup()
        assert popup is not None
        popup.installEventFilter(self)
        self._helper, self._words = completer, {word.casefold(): word for word in words}
        self.textEdited.connect(self._on_typed)

    def offer(self, words: Sequence[str]) -> None:
        """Complete from other words; what is typed stays."""
        self._helper.setModel(QStringListModel(list(words), self))
        self._words = {word.casefold(): word for word in words}

    def prefix(self) -> str:
        """The text that is being completed."""
        return self.text().strip()

    def complete(self, chosen: str) -> None:
        """Put a completion in the place of what was typed."""
        self.setText(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the completions are shown, Tab takes one and goes on to the next field at once."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.take_completion()
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a completion; where it stands there whole already, Enter is of the dialog."""
        before, is_enter = self.text(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.take_completion() and self.text() != before:
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab takes a completion before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.take_completion()
        return super().event(event)

    def take_completion(self) -> bool:
        """Take the completion that is chosen, or the first; return whether there is one."""
        popup, last = self._helper.popup(), self.prefix()
        if not last or popup is None:
            return False
        if last.casefold() in self._also and not (popup.isVisible() and popup.currentIndex().isValid()):
            popup.hide()
            return False
        self._helper.setCompletionPrefix(last)
        index = popup.currentIndex()
        chosen = index.data() if popup.isVisible() and index.isValid() else self._words.get(last.casefold())
        chosen = chosen or self._beginning(last) or self._helper.currentCompletion()
        popup.hide()
        if not chosen:
            return False
        self.complete(chosen)
        return True

    def _beginning(self, text: str) -> str:
        """Return the first word that begins with a text; one that only holds it is meant more seldom."""
        return next((word for plain, word in self._words.items() if plain.startswith(text.casefold())), "")

    def _on_typed(self, _text: str) -> None:
        last = self.prefix()
        self._helper.setCompletionPrefix(last)
        if last and self._helper.completionCount() and self.hasFocus():
            self._helper.complete()
        elif popup := self._helper.popup():
            popup.hide()


class ListingEdit(CompletingEdit):
    """A line of several choices between commas or semicolons; the one being typed is completed."""

    def prefix(self) -> str:
        """The last part."""
        return self.text()[self._last() :].strip()

    def complete(self, chosen: str) -> None:
        """Put a completion in the place of the last part."""
        before = self.text()[: self._last()].strip()
        self.setText(f"{before} {chosen}; ".lstrip())
        self.textEdited.emit(self.text())

    def _last(self) -> int:
        """The place at which the last part begins; a comma stays where a known name goes on with it."""
        text = self.text()
        place = max(text.rfind(";"), text.rfind("\n")) + 1
        rest = text[place:].strip().casefold()
        if "," in rest and not any(word.startswith(rest) for word in self._words):
            place += text[place:].rfind(",") + 1
        return place
