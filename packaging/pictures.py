"""Makes the pictures of the guide from the example, in every language, light and dark.

Run with the test environment's Python after a screen changed: `python packaging/pictures.py [NAME …]`. Beside the
pictures stands a digest of the sources each was made from; a test compares it, so that no picture grows stale.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from mirror import PROGRAM

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from missionplanner.gui.window.main_window import MainWindow

FOLDER = PROGRAM.parent / "resources" / "guide" / "pictures"
DIGESTS = FOLDER / "digests.txt"
LANGUAGES, THEMES = ("en", "fr", "es"), ("light", "dark")
SIZE = 1120, 700
_COLOURS = 128
"""A palette of this many is not told from the screen, and a third of the size."""


class Stage:
    """The window on the example, from which the pictures are taken."""

    def __init__(self, application: "QApplication", window: "MainWindow", folder: Path) -> None:
        self.application, self.window, self.folder = application, window, folder

    def show(self, command: str) -> None:
        """Carry out a command of the menus, and wait until all is quiet."""
        self.window.do(command)
        self.settle()

    def settle(self) -> None:
        """Let everything happen that is still to come."""
        until = time.monotonic() + 0.6
        while time.monotonic() < until or self.window.runner.is_busy:
            self.application.processEvents()

    def whole(self) -> "QImage":
        """Return the window as it is."""
        self.settle()
        self.window.status.show_text("")
        return self.window.grab().toImage()

    def dialog(self, dialog: "QWidget") -> "QImage":
        """Return a dialog as it opens, and close it."""
        dialog.show()
        self.settle()
        found = dialog.grab().toImage()
        dialog.close()
        dialog.deleteLater()
        return found


def _overview(stage: Stage) -> "QImage":
    stage.show("show_overview")
    return stage.whole()


def _import(stage: Stage) -> "QImage":
    from missionplanner.gui.imports.wizard import ImportWizard
    from missionplanner.jobs.programme.new_mission import example_folder

    path = example_folder("canada-mexico-2026") / "registrations" / "registrations_en.xlsx"
    wizard = ImportWizard(stage.window.workspace, stage.window.runner, path, "delegation", stage.window)
    wizard.analyse()
    return stage.dialog(wizard)


def _companies(stage: Stage) -> "QImage":
    from missionplanner.store.listing import CompanyFilter

    screen = stage.window.session.commands.navigation.show_companies()
    screen.filter_bar.show_filter(CompanyFilter())
    screen.find_in_list()
    return stage.whole()


def _form(stage: Stage) -> "QImage":
    screen = stage.window.session.commands.navigation.show_companies()
    stage.window.session.commands.on_screens.open_company(screen.table.rows.key(4))
    return stage.whole()


def _people(stage: Stage) -> "QImage":
    screen = stage.window.session.commands.navigation.show_people()
    stage.window.session.commands.on_screens.open_person(screen.table.rows.key(2))
    return stage.whole()


def _selection(stage: Stage) -> "QImage":
    stage.show("show_selection")
    return stage.whole()


def _letters(stage: Stage) -> "QImage":
    from missionplanner.gui.selection.letters import LettersDialog

    return stage.dialog(LettersDialog(stage.window.workspace, stage.window.runner, stage.window))


def _requests(page: int) -> "Callable[[Stage], QImage]":
    def picture(stage: Stage) -> "QImage":
        stage.window.session.commands.navigation.show_requests().tabs.setCurrentIndex(page)
        return stage.whole()

    return picture


def _screen(command: str) -> "Callable[[Stage], QImage]":
    def picture(stage: Stage) -> "QImage":
        stage.show(command)
        return stage.whole()

    return picture


def _arrivals(stage: Stage) -> "QImage":
    from missionplanner.domain.journeys import JourneyLeg
    from missionplanner.messages import message

    store = stage.window.workspace.store
    if store.count(JourneyLeg):  # of the picture before
        stage.show("show_arrivals")
        return stage.whole()
    snapshot = store.snapshot()
    people = [person for person in snapshot.people if snapshot.takes_part_person(person)][:40]
    first = min(event.starts for event in snapshot.events) - timedelta(hours=8)
    with store.change(message("Journeys")) as change:
        for place, person in enumerate(people):
            lands = first + timedelta(minutes=17 * (place // 3))
            leg = JourneyLeg(person_id=person.id, flight=f"AC{981 + place // 3}", origin="YYZ", destination="MEX")
            change.insert(replace(leg, departs=lands - timedelta(hours=5), arrives=lands, booking=f"Q{place:03}"))
    stage.show("show_arrivals")
    return stage.whole()


def _relationships(stage: Stage) -> "QImage":
    from missionplanner.domain import relationships as register
    from missionplanner.messages import message

    store = stage.window.workspace.store
    if not store.count(register.Relationship):
        snapshot = store.snapshot()
        ends = snapshot.mission.ends
        with store.change(message("Relationships")) as change:
            for place, meeting in enumerate(snapshot.meetings[:140:5]):
                told, later = ends + timedelta(days=4 + place), timedelta(days=700 if place % 3 else 30)
                made = register.Relationship(
                    company_id=meeting.delegation_id, other_id=meeting.counterpart_id, made_on=ends, intents="buy",
                    next_step="Samples by courier" if place % 2 else "", due=told + later,
                )  # fmt: skip
                reached = list(register.Stage)[place * 5 % 9]
                value = None if reached is register.Stage.INTRODUCED else 40_000.0 + 15_000 * place
                said = register.Claim(
                    relationship_id=change.insert(made), teller_id=meeting.delegation_id, told_on=told, stage=reached,
                    value=value, currency="CAD", expected=not reached.is_deal,
                )  # fmt: skip
                change.insert(said)
    stage.show("show_relationships")
    return stage.whole()


def _settings(page: str) -> "Callable[[Stage], QImage]":
    """Return what takes a page of the settings of the mission, by the name of its editor."""

    def picture(stage: Stage) -> "QImage":
        from missionplanner.domain.own_fields import OwnField
        from missionplanner.gui.programme.settings_dialog import MissionSettings
        from missionplanner.jobs.fields import fees

        store = stage.window.workspace.store
        if page == "own_fields" and not store.count(OwnField):
            fees.add(store, "CAD")
        dialog = MissionSettings(stage.window.workspace, stage.window)
        dialog.tabs.setCurrentWidget(getattr(dialog, page))
        return stage.dialog(dialog)

    return picture


def _new_mission(stage: Stage) -> "QImage":
    from missionplanner.gui.start.new_mission import NewMissionDialog

    return stage.dialog(NewMissionDialog(stage.window))


def _pack_pages(stage: Stage) -> "QImage":
    from missionplanner.domain.companies import Side
    from missionplanner.i18n import current
    from missionplanner.jobs.job import run_now
    from missionplanner.jobs.packs import printing

    store = stage.window.workspace.store
    company = next(one for one in store.snapshot().companies if one.side is Side.DELEGATION)
    folder = stage.folder / current().language
    options = printing.PackOptions(folder, current().language, frozenset({company.id}))
    (made,) = run_now(printing.make(options), store).files
    return _pages(made.path, (0, 2, 6))


def _pages(path: Path, wanted: tuple[int, ...]) -> "QImage":
    """Return pages of a PDF beside each other."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(path))
    size, gap = QSize(360, 509), 20
    found = QImage(len(wanted) * (size.width() + gap) + gap, size.height() + 2 * gap, QImage.Format.Format_RGB32)
    found.fill(0x8A949E)
    painter = QPainter(found)
    for place, page in enumerate(wanted):
        sheet = QImage(size, QImage.Format.Format_RGB32)
        sheet.fill(0xFFFFFF)
        paper = QPainter(sheet)
        paper.drawImage(0, 0, document.render(min(page, document.pageCount() - 1), size))
        paper.end()
        painter.drawImage(gap + place * (size.width() + gap), gap, sheet)
    painter.end()
    document.close()
    return found


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the guide."""

    sources: tuple[str, ...]
    """The folders of the program whose modules it shows; those of every screen (_EVERYWHERE) besides."""
    take: "Callable[[Stage], QImage]"


_EVERYWHERE = ("gui/widgets", "gui/window")

PICTURES = {
    "overview": Picture(("gui/overview",), _overview),
    "import": Picture(("gui/imports",), _import),
    "companies": Picture(("gui/companies",), _companies),
    "form": Picture(("gui/companies",), _form),
    "people": Picture(("gui/people",), _people),
    "selection": Picture(("gui/selection",), _selection),
    "letters": Picture(("gui/selection",), _letters),
    "matrix": Picture(("gui/requests",), _requests(1)),
    "suggestions": Picture(("gui/requests",), _requests(2)),
    "moments": Picture(("gui/letters",), _screen("show_letters")),
    "programme": Picture(("gui/programme",), _screen("show_programme")),
    "timetable": Picture(("gui/timetable",), _screen("show_timetable")),
    "packs": Picture(("gui/packs",), _screen("show_packs")),
    "pack-pages": Picture(("pack",), _pack_pages),
    "day": Picture(("gui/day",), _screen("show_day")),
    "outcomes": Picture(("gui/outcomes",), _screen("show_outcomes")),
    "relationships": Picture(("gui/relationships",), _relationships),
    "arrivals": Picture(("gui/arrivals",), _arrivals),
    "own-fields": Picture(("gui/programme",), _settings("own_fields")),
    "figures": Picture(("gui/programme",), _settings("market")),
    "milestones": Picture(("gui/programme",), _settings("milestones")),
    "new-mission": Picture(("gui/start",), _new_mission),
}


def digest(name: str) -> str:
    """Return the digest of the sources a picture is made from."""
    found = hashlib.sha256()
    for folder in (*PICTURES[name].sources, *_EVERYWHERE):
        for path in sorted((PROGRAM / folder).rglob("*.py")):
            found.update(path.relative_to(PROGRAM).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def noted() -> dict[str, str]:
    """Return the digests that stand beside the pictures, by the names of the pictures."""
    if not DIGESTS.exists():
        return {}
    return dict(line.split() for line in DIGESTS.read_text(encoding="utf-8").splitlines())


def main() -> int:
    """Make the pictures named, or all, and note what they were made from."""
    names = sys.argv[1:] or list(PICTURES)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as made, _stage(Path(made)) as stage:
        for language in LANGUAGES:
            for theme in THEMES:
                _take(stage, language, theme, names)
    digests = {**noted(), **{name: digest(name) for name in names}}
    kept = "".join(f"{name} {digests[name]}\n" for name in PICTURES if name in digests)
    DIGESTS.write_text(kept, encoding="utf-8")
    return 0


@contextmanager
def _stage(folder: Path) -> Iterator[Stage]:
    """The window on a full example, with settings of its own."""
    os.environ.update({name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")})
    from PySide6.QtWidgets import QApplication

    from missionplanner.gui.window import application

    path = folder / "canada-mexico-2026.mission"
    _make_example(path)
    app = QApplication([])
    window = application.make(app, path)
    sys.excepthook = sys.__excepthook__  # a fault ends it: nobody sees the box that would tell
    window.resize(*SIZE)
    window.show()
    stage = Stage(app, window, folder)
    while not (window.is_loaded and window.workspace.is_open):
        app.processEvents()
    yield stage
    window.close()


def _make_example(path: Path) -> None:
    """Make the example as whoever tries it gets it."""
    from missionplanner.jobs.programme import new_mission
    from missionplanner.jobs.starts import example
    from missionplanner.progress import Progress

    with new_mission.from_example(path, example.EXAMPLE) as store:
        for _step in example.fill(store, Progress()):
            pass


def _take(stage: Stage, language: str, theme: str, names: list[str]) -> None:
    """Make the pictures of a language and theme."""
    stage.window.session.commands.view.use_language(language)
    stage.window.session.commands.view.use_theme(theme)
    folder = FOLDER / f"{language}-{theme}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        _save(PICTURES[name].take(stage), folder / f"{name}.png")
        print(f"{folder.name}/{name}", flush=True)


def _save(image: "QImage", path: Path) -> None:
    """Write a picture with a palette."""
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    with Image.open(BytesIO(bytes(buffer.data().data()))) as found:
        found.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
