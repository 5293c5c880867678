"""A long file is shown before all of it was read."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.imports.analyses import Analyses
from missionplanner.gui.runner import Runner
from missionplanner.jobs.imports.reading import FIRST_ROWS
from missionplanner.jobs.job import Job
from tests.gui.imports.conftest import WizardOpener

LONG = "Company,City,Notes\n" + "".join(f"Firm {n} of Lévis,Laval,{'x' * 200}\n" for n in range(1500))


def test_the_first_rows_of_a_long_file_are_shown_while_the_others_are_read(
    open_wizard: WizardOpener, qtbot: QtBot
) -> None:
    wizard = open_wizard(LONG)
    assert len(wizard._rows) == 1500
    shown: list[int] = []
    wizard._on_analysed = lambda _plan: None  # type: ignore[method-assign]
    wizard.analyse()
    qtbot.waitUntil(lambda: len(wizard._rows) < 1500, timeout=10_000)
    shown.append(len(wizard._rows))
    assert shown == [FIRST_ROWS - 1]
    assert wizard.summary.text() == f"The first {FIRST_ROWS - 1} rows. The others are being read…"
    assert not wizard.accept_button.isEnabled()


def test_analyses_of_earlier_choices_are_cancelled(runner: Runner, qtbot: QtBot) -> None:
    done: list[str] = []
    analyses = Analyses(runner)

    def job(name: str) -> Job[None, str]:
        return Job(name, lambda _store: None, lambda _data, _progress: name)

    analyses.start([(job("one"), done.append), (job("two"), done.append)])
    analyses.start([(job("three"), done.append)])
    qtbot.waitUntil(lambda: "three" in done and not runner.is_busy, timeout=10_000)
    assert "two" not in done
