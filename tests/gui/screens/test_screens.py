"""Nothing is cut, out of reach, enabled without a record, nameless, faint, too small or in another language on any screen or in any dialog."""

import json
import os
import subprocess
import sys

import pytest

from tests.gui.screens.contrast import ratio


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is wrong at the default size, each with the languages and themes in which it is."""
    folder = tmp_path_factory.mktemp("screens")
    command = [sys.executable, "-m", "tests.gui.screens", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=dict(os.environ))
    (found,) = [*folder.glob("*faults.json")] or [pytest.fail(done.stdout + done.stderr)]
    return dict(json.loads(found.read_text(encoding="utf-8")))


def test_nothing_is_wrong_on_any_screen_or_in_any_dialog(faults: dict[str, list[str]]) -> None:
    assert faults == {}


def test_black_on_white_has_the_most_contrast_there_is() -> None:
    assert (round(ratio(0, 0xFFFFFF), 1), round(ratio(0x777777, 0xFFFFFF), 2)) == (21.0, 4.48)
