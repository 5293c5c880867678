"""One screen size: a window is walked through in each language and theme, and what is wrong is collected."""

import gc
import sys
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from missionplanner.domain.mission import Mission
from missionplanner.gui import settings
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.store.store import Store
from tests.builders import DAY
from tests.gui.screens import walking
from tests.gui.screens.choosing import choosing_faults
from tests.gui.screens.contrast import contrast_faults, picture, pixels
from tests.gui.screens.geometry import geometry_faults
from tests.gui.screens.painting import painting_faults, recorded
from tests.gui.screens.reading import reading_faults
from tests.gui.screens.sizes import FITS, TITLE, Pass, ScreenSize
from tests.gui.screens.wording import data_of, foreign, texts_of

_OTHERS = ("fr", "es")
"""The languages that take turns in a quick look."""

Faults = dict[str, set[str]]
"""What is wrong where, each with the languages and themes it is wrong in."""


class Examination:
    """Looks at everything that is shown, in one language and theme after the other.

    tiles: the folder pictures are kept in; None keeps none. named: how the names begin of what is looked at. in_turn:
    whether each window is looked at in English and one other language alone.
    """

    def __init__(
        self, size: ScreenSize, tiles: Path | None = None, named: tuple[str, ...] = ("",), in_turn: bool = False
    ) -> None:
        self.faults: Faults = defaultdict(set)
        self.shown: set[str] = set()
        self._size, self._tiles, self._named, self._in_turn = size, tiles, named, in_turn
        self._pass: Pass = ("en", "light")
        self._english: dict[str, set[str]] = {}
        self._data: frozenset[str] = frozenset()
        self._measured: set[tuple[str, str]] = set()
        """What was measured, by name and theme: colours are the same in every language."""

    def run(self, passes: tuple[Pass, ...], mission: Path, folder: Path) -> None:
        """Walk through the program in each of these; the mission is copied before."""
        qt = QApplication.instance() or QApplication(["screens"])
        assert isinstance(qt, QApplication)
        settings.write("language", passes[0][0])
        window = application.make(qt, None)
        gc.disable()  # as while a job runs: widgets may not be collected in its thread
        sys.excepthook = sys.__excepthook__  # the window would show what goes wrong, and wait
        window.show()
        while not window.is_loaded:
            qt.processEvents()
        window.session.preparation.stop()  # nothing is planned here
        screen = window.screen().availableGeometry()
        window.move(0, TITLE)
        window.resize(screen.width(), screen.height() - TITLE)
        for one in passes:
            self._pass = one
            with walking.answered(lambda _dialog: 0):
                self._walk(window, mission, folder)
            gc.collect()
        window.session.end()

    def _walk(self, window: MainWindow, mission: Path, folder: Path) -> None:
        language, theme = self._pass
        window.session.commands.view.use_theme(theme)
        window.session.commands.view.use_language(language)
        own, empty = folder / "mission.mission", folder / "empty.mission"
        window.workspace.close()
        own.write_bytes(mission.read_bytes())
        empty.unlink(missing_ok=True)
        Store.create(empty, Mission(name="Leer", home_country="CA", host_country="MX", starts=DAY, ends=DAY)).close()
        walking.settle(window)
        self._look("start", window)
        window.session.open_file(own)
        self._data = data_of(window.workspace.store)
        walking.walk(window, self._look, self._is_wanted)
        if self._is_wanted("asked"):
            walking.walk_acts(window, self._look)
        for missing in walking.walk_dialogs(window, folder, self._look, self._is_wanted):
            self.faults[f"missing: {missing}"].add(" ".join(self._pass))
        window.session.open_file(empty)
        self._data |= data_of(window.workspace.store)
        walking.walk(
            window,
            lambda name, shown: None if "chip" in name else self._look(f"empty {name}", shown),
            lambda name: self._is_wanted(f"empty {name}"),
        )
        window.workspace.close()

    def _is_wanted(self, name: str) -> bool:
        """Whether something is asked for that has this name, or begins with it, and whether it is its turn."""
        return self._is_its_turn(name) and any(name.startswith(one) or one.startswith(name) for one in self._named)

    def _is_its_turn(self, name: str) -> bool:
        language = self._pass[0]
        # The screen a name begins with: its tabs, lists and records go with it.
        first = name.removeprefix("empty ").split()[0]
        return not self._in_turn or language in ("en", _OTHERS[crc32(first.encode()) % len(_OTHERS)])

    def _look(self, name: str, shown: QWidget) -> None:
        if not name.startswith(self._named):
            return
        self.shown.add(name)
        found = [*geometry_faults(shown), *reading_faults(shown), *_beyond_screen(shown)]
        texts, (language, theme) = texts_of(shown), self._pass
        if language == "en":
            self._english.setdefault(name, texts)
            found += choosing_faults(shown)
        else:
            found += foreign(texts, self._english.get(name, set()), self._data, language)
        if (name, theme) not in self._measured or self._tiles:
            found += self._measure(name, shown)
        for fault in found:
            self.faults[f"{name}: {fault}"].add(f"{language} {theme}")

    def _measure(self, name: str, shown: QWidget) -> list[str]:
        if focused := shown.focusWidget():
            focused.clearFocus()  # a cursor that blinks is no text
        with recorded() as drawn:
            image = picture(shown)
        if self._tiles:
            self._keep(name, image)
        if (name, self._pass[1]) in self._measured:
            return []
        self._measured.add((name, self._pass[1]))
        found = pixels(image)
        return [*contrast_faults(shown, found), *painting_faults(drawn, found, shown)]

    def _keep(self, name: str, image: QImage) -> None:
        assert self._tiles
        place = self._tiles / name / f"{self._size.name} {' '.join(self._pass)}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        QPixmap.fromImage(image).toImage().scaledToWidth(image.width() // 2).save(str(place))


def _beyond_screen(shown: QWidget) -> list[str]:
    """What of a window does not fit: on this screen, and for a dialog on the smallest."""
    room, size = shown.screen().availableGeometry(), shown.size()
    found = []
    if size.width() > room.width() or size.height() > room.height() - TITLE:
        found.append(f"window: {size.width()}×{size.height()} on {room.width()}×{room.height() - TITLE}")
    least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
    if isinstance(shown, QDialog) and (least.width() > FITS[0] or least.height() > FITS[1]):
        found.append(f"window: needs {least.width()}×{least.height()} of {FITS[0]}×{FITS[1]}")
    return found
