"""The logo and the files of a company: dropped, pasted or chosen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.domain.companies import AttachmentKind
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.pictures import PATTERN, TYPES, as_logo, as_png
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.companies import attachments
from missionplanner.store.store import Store


class AttachmentsPane(QWidget):
    """The logo and the files of one company; each act is stored at once, as a step of its own."""

    changed = Signal()
    """The logo or the files of the company are others."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._company = store, 0
        self.setAcceptDrops(True)
        self.picture = Label()
        self.picture.setFixedSize(150, 92)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QLabel.Shape.StyledPanel)
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture.setAccessibleName(_("Logo"))
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Attachments"))
        self.list.setFixedHeight(92)
        acts = (self.choose_logo, self.remove_logo, self.choose_file, self.save_file, self.remove_file)
        self._buttons = [command_button(act, store, partial(self._carry_out, act)) for act in acts]
        self._look = follow_rows(self.list, self._buttons)
        self._arrange()

    def show_company(self, company: int) -> None:
        """Show the logo and files of a company; 0 is one that is not stored yet."""
        self._company = company
        self.list.clear()
        self.picture.setPixmap(QPixmap())
        if company:
            picture = QPixmap()
            picture.loadFromData(attachments.logo(self._store, company), "PNG")
            if not picture.isNull():
                modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                self.picture.setPixmap(picture.scaled(142, 84, *modes))
            for one in attachments.of(self._store, company):
                if one.kind is not AttachmentKind.LOGO:
                    item = QListWidgetItem(f"{one.name}  ({max(1, one.size // 1000)} kB)")
                    item.setData(Qt.ItemDataRole.UserRole, one.id)
                    self.list.addItem(item)
        if self.picture.pixmap().isNull():
            self.picture.setText(_("Drop or paste\na logo") if company else _("Save first"))
        for button in self._buttons:
            button.setEnabled(bool(company) and not self._store.read_only)
        self._look()

    def set_logo(self, content: bytes) -> None:
        """Keep a picture as the logo. Raises UserError when it is none that can be used."""
        attachments.set_logo(self._store, self._company, as_logo(content))
        self.show_company(self._company)
        self.changed.emit()

    def attach(self, path: Path) -> None:
        """Keep a file with the company. Raises UserError when it cannot be read or is too large."""
        attachments.attach(self._store, self._company, path)
        self.show_company(self._company)
        self.changed.emit()

    @command(N_("Logo…"), needs=Needs.WRITING)
    def choose_logo(self) -> None:
        """Ask for a picture."""
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Logo"), "", _("Pictures") + f" ({PATTERN})")
        if chosen:
            self.set_logo(Path(chosen).read_bytes())

    @command(N_("Remove the logo"), needs=Needs.WRITING)
    def remove_logo(self) -> None:
        """Take the logo off."""
        attachments.set_logo(self._store, self._company, b"")
        self.show_company(self._company)
        self.changed.emit()

    @command(N_("Attach…"), needs=Needs.WRITING)
    def choose_file(self) -> None:
        """Ask for a file to be kept."""
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Attach"))
        if chosen:
            self.attach(Path(chosen))

    @command(N_("Save as…"), needs=Needs.WRITING, takes=Takes.SOME)
    def save_file(self) -> None:
        """Write the chosen file into a folder."""
        folder = QFileDialog.getExistingDirectory(self, _("Save into")) if self._chosen() else ""
        wanted = [one for one in attachments.of(self._store, self._company) if folder and one.id in self._chosen()]
        for one in wanted:
            attachments.save_as(self._store, one, Path(folder))
        if wanted:
            text = count("{n} file was written.", "{n} files were written.", len(wanted))
            tell_written(self, self._store, text, (), Path(folder))

    @command(N_("Remove"), needs=Needs.WRITING, takes=Takes.SOME)
    def remove_file(self) -> None:
        """Take the chosen file off."""
        if self._chosen():
            attachments.detach(self._store, self._chosen())
            self.show_company(self._company)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes a copied picture as the logo."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._company and not self._store.read_only:
            image = QGuiApplication.clipboard().image()
            if not image.isNull():
                self._carry_out(lambda: self.set_logo(as_png(image)))
                return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped once the company is stored."""
        if self._company and not self._store.read_only and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped picture is the logo, another file is kept."""
        for path in [Path(url.toLocalFile()) for url in event.mimeData().urls()]:
            self._carry_out(partial(self._keep_dropped, path))
        if not event.mimeData().urls() and event.mimeData().hasImage():
            image = QImage(event.mimeData().imageData())
            self._carry_out(lambda: self.set_logo(as_png(image)))

    def _keep_dropped(self, path: Path) -> None:
        if path.suffix.lower().lstrip(".").replace("jpg", "jpeg").replace("tif", "tiff").encode() in TYPES:
            self.set_logo(path.read_bytes())
        else:
            self.attach(path)

    def _chosen(self) -> list[int]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()]

    def _carry_out(self, act: Callable[[], object]) -> None:
        """Carry out an act and show what cannot be read or is no picture."""

        def read() -> None:
            try:
                act()
            except OSError as error:
                raise UserError(str(error), "") from error

        alerts.attempt(self, read)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, buttons in ((self.picture, self._buttons[:2]), (self.list, self._buttons[2:])):
            row.addWidget(widget, 1 if widget is self.list else 0)
            column = QVBoxLayout()
            for button in buttons:
                column.addWidget(button)
            column.addStretch()
            row.addLayout(column)
