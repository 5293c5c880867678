"""The window of the user guide: contents and search at the left, a chapter at the right."""

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.guide.chapters import Chapter, chapter_of, chapters, guide_folder, guide_text, holding
from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _, current

_MARGIN = 18
_PLACE = Qt.ItemDataRole.UserRole


class GuideWindow(Dialog):
    """Stays open beside the window while one works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("User guide"))
        self.setModal(False)
        self.chapters = chapters(guide_text(current().language, theme.name_in_use()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search the guide"))
        self.search.setAccessibleName(_("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setObjectName("plain")
        self.nothing = quiet_label(_("No chapter has all of these words."))
        self.page = ChapterPage()
        self._items = self._fill()
        self._lay_out()
        self._listen()
        open_with(self, 1080, 700)
        self.show_chapter("")

    def show_chapter(self, name: str) -> None:
        """Show the chapter that a screen's ? leads to, by the name of the screen; the first for another name."""
        self.contents.setCurrentItem(self._items[chapter_of(self.chapters, name)])

    def _fill(self) -> list[QTreeWidgetItem]:
        items: list[QTreeWidgetItem] = []
        above: QTreeWidgetItem | None = None
        for place, one in enumerate(self.chapters):
            item = QTreeWidgetItem([one.title])
            item.setData(0, _PLACE, place)
            item.setToolTip(0, literal(one.title))
            if one.level == 2 or above is None:
                self.contents.addTopLevelItem(item)
                above = item
            else:
                above.addChild(item)
            items.append(item)
        self.contents.expandAll()
        return items

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.contents, self.nothing):
            column.addWidget(part)
        self.nothing.hide()
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 800])
        QVBoxLayout(self).addWidget(split)

    def _listen(self) -> None:
        self.contents.currentItemChanged.connect(lambda item, _before: self._show(item) if item else None)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.page.next_hit)
        for keys, act in (("Ctrl+F", self.search.setFocus), ("F3", self.page.next_hit)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda act=act: act())

    def _narrow(self, words: str) -> None:
        """Show the chapters that hold the words, and the first of them."""
        kept = set(holding(self.chapters, words))
        for place, item in reversed(list(enumerate(self._items))):
            item.setHidden(place not in kept and not any(_holds(item, n) for n in range(item.childCount())))
        self.nothing.setVisible(not kept)
        self.page.words = words.split()
        here = self.contents.currentItem()
        if kept and (here is None or here.data(0, _PLACE) not in kept):
            self.contents.setCurrentItem(self._items[min(kept)])
        else:
            self.page.mark_hits()

    def _show(self, item: QTreeWidgetItem) -> None:
        self.page.show_chapter(self._with_parts(item.data(0, _PLACE)))

    def _with_parts(self, place: int) -> str:
        """The text of a chapter with its parts; of a part, its own."""
        return "\n".join(one.text for one in [self.chapters[place], *self._parts(place)])

    def _parts(self, place: int) -> list[Chapter]:
        parts = []
        for one in self.chapters[place + 1 :]:
            if one.level <= self.chapters[place].level:
                break
            parts.append(one)
        return parts


def _holds(chapter: QTreeWidgetItem, place: int) -> bool:
    """Whether a part of a chapter is shown."""
    part = chapter.child(place)
    return part is not None and not part.isHidden()


class ChapterPage(QTextBrowser):
    """A chapter, with its pictures as wide as there is room and the words searched for marked."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._text = ""
        self._hits: list[QTextCursor] = []
        self._at = -1
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(120)
        self._fit.timeout.connect(self._fit_pictures)
        self._fitted = 0
        self.setAccessibleName(_("User guide"))
        self.setOpenExternalLinks(False)
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{guide_folder()}/"))
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_chapter(self, text: str) -> None:
        """Show a text in Markdown from its beginning."""
        self._text = text
        self._render()
        self.verticalScrollBar().setValue(0)

    def mark_hits(self) -> None:
        """Mark where the words searched for stand, and go to the first."""
        self._hits = [hit for word in self.words for hit in self._places(word)]
        self._hits.sort(key=lambda hit: hit.selectionStart())
        self._at = -1
        marks = []
        for hit in self._hits:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit
            mark.format.setBackground(theme.tint(theme.colours().warn, 0.35))
            marks.append(mark)
        self.setExtraSelections(marks)
        self.next_hit()

    def next_hit(self) -> None:
        """Scroll to the next place of a word searched for, after the last to the first."""
        if self._hits:
            self._at = (self._at + 1) % len(self._hits)
            place = QTextCursor(self._hits[self._at])
            place.clearSelection()
            self.setTextCursor(place)
            self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture no wider than the page, sharp at the screen's density."""
        found = super().loadResource(kind, QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return found
        image = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        room = self.viewport().width() - 2 * _MARGIN
        density = self.devicePixelRatioF()
        if not image.isNull() and image.width() > room * density:
            image = image.scaledToWidth(round(room * density), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(density)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures once the size stays."""
        super().resizeEvent(event)
        self._fit.start()

    def _fit_pictures(self) -> None:
        """Render anew for another width; rendering itself hides the scroll bar and shows it again."""
        if self.viewport().width() != self._fitted:
            self._render()

    def _render(self) -> None:
        at = self.verticalScrollBar().value()
        self.document().clear()
        self.setMarkdown(self._text)
        self.mark_hits()
        if not self._hits:
            self.verticalScrollBar().setValue(at)
        self._fitted = self.viewport().width()

    def _places(self, word: str) -> list[QTextCursor]:
        found, cursor = [], QTextCursor(self.document())
        while not (cursor := self.document().find(word, cursor)).isNull():
            found.append(QTextCursor(cursor))
        return found
