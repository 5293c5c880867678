"""The wizard on a file of the small mission."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace

WizardOpener = Callable[..., ImportWizard]
"""What the fixture `open_wizard` is."""


@pytest.fixture
def open_wizard(workspace: Workspace, runner: Runner, qtbot: QtBot, tmp_path: Path) -> Iterator[WizardOpener]:
    """Opens the wizard on a csv file with this text, read and compared."""
    opened: list[ImportWizard] = []

    def open_(text: str, name: str = "firms.csv", kind: str = "") -> ImportWizard:
        (tmp_path / name).write_text(text, encoding="utf-8")
        wizard = ImportWizard(workspace, runner, tmp_path / name, kind)
        opened.append(wizard)
        wizard.analyse()
        qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
        return wizard

    yield open_
    runner.wait()
    for wizard in opened:
        delete(wizard)
