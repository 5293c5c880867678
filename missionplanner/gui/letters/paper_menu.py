"""The menu of the office's papers: Word documents with fields, letterhead and signature."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.letter_papers import EVERY_LETTER, PICTURES, LetterPaper, paper_label
from missionplanner.gui import settings
from missionplanner.gui.letters.letter_list import LetterList
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _
from missionplanner.jobs.papers import choosing
from missionplanner.store.store import Store


class PaperMenu(Menu):
    """Chooses, saves and removes papers; made anew whenever it opens."""

    def __init__(self, shown: LetterList, store: Store) -> None:
        super().__init__(shown)
        self._list, self._store = shown, store
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offer what can be chosen for the moment that is shown, and the papers there are."""
        self.clear()
        for title, kind in ((self._list.called, self._list.kind), (paper_label(EVERY_LETTER), EVERY_LETTER)):
            menu = self.submenu(_("Word document: {letters}").format(letters=title))
            for language in ("", *LANGUAGES):
                self._act(menu, OWN_NAMES.get(language, _("All languages")), partial(self.choose, kind, language))
        for kind in PICTURES:
            self._act(self, f"{paper_label(kind)}…", partial(self.choose, kind, ""))
        self._act(self, _("Write a document to begin with…"), self.save_starter, is_writing=False)
        self.addSeparator()
        for paper in choosing.all_papers(self._store):
            menu = self.submenu(f"{choosing.described(paper)} ({paper.name})")
            self._act(menu, _("Save as…"), partial(self.save_as, paper), is_writing=False)
            self._act(menu, _("Remove"), partial(self.remove, paper))

    def choose(self, kind: str, language: str) -> None:
        """Ask for a file and keep it as a paper."""
        pattern = _("Pictures (*.png *.jpg *.jpeg)") if kind in PICTURES else _("Word documents (*.docx)")
        name, _kind = QFileDialog.getOpenFileName(self._list, paper_label(kind), self._start(), pattern)
        if name:
            settings.write("letter_folder", str(Path(name).parent))
            alerts.attempt(self._list, lambda: choosing.choose(self._store, kind, language, Path(name)))

    def save_as(self, paper: LetterPaper) -> None:
        """Ask for a name and write a paper there."""
        self._ask_name(paper.name, lambda path: choosing.save_as(self._store, paper, path))

    def save_starter(self) -> None:
        """Ask for a name and write a document to begin with there."""
        self._ask_name(_("Letter") + choosing.WORD, choosing.save_starter)

    def remove(self, paper: LetterPaper) -> None:
        """Take a paper out of the mission."""
        choosing.remove(self._store, paper)

    def _ask_name(self, name: str, write: Callable[[Path], None]) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self._list, _("Save as…"), str(Path(self._start()) / name))
        if chosen:
            alerts.attempt(self._list, lambda: write(Path(chosen)))

    def _act(self, menu: Menu, text: str, act: Callable[[], None], is_writing: bool = True) -> None:
        entry = menu.entry(text)
        entry.setEnabled(not (is_writing and self._store.read_only))
        entry.triggered.connect(lambda _checked=False: act())

    def _start(self) -> str:
        return str(settings.read("letter_folder") or self._store.path.parent)
