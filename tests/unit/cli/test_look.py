"""The command look: how packs look, shown and set."""

from pathlib import Path

import pytest
from PIL import Image

from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


def test_the_look_is_set_and_shown(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    Image.new("RGB", (30, 40)).save(tmp_path / "p.jpg")
    picture, link = tmp_path / "p.jpg", "https://a.example/f"
    run(capsys, "look", mission, "set", "--colour", "#102030", "--logo", picture, "--portrait", picture)
    run(capsys, "look", mission, "set", "--portrait-of", "Ana Ruiz", "--evaluation", link)
    expected = {"colour": "#102030", "logo": True, "portrait": True, "portrait_of": "Ana Ruiz", "evaluation": link}
    assert document(capsys, "look", mission) == expected
    _code, out, _error = run(capsys, "look", mission)
    assert out == f"Colour: #102030\nLogo: yes\nPortrait: Ana Ruiz\nEvaluation: {link}\n"
    away = ("--colour", "", "--logo", "", "--portrait", "", "--evaluation", "")
    _code, out, _error = run(capsys, "look", mission, "set", *away)
    assert out == "Colour: the usual one\nLogo: no\nPortrait: no\nEvaluation: no\n"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (("--colour", "blue"), ""),
        (("--portrait", "nowhere.png"), "nowhere.png cannot be read"),
        (("--portrait-of", "Ana"), "There is no portrait."),
        (("--evaluation", "a b", "--colour", "#102030"), "“a b” is no web site."),
    ],
)
def test_what_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], mission: Path, typed: tuple[str, ...], problem: str
) -> None:
    code, out, error = run(capsys, "look", mission, "set", *typed)
    assert (code, out, error[: len(problem)]) == (3, "", problem)
    with Store.open(mission, read_only=True) as store:
        assert (store.mission.colour, store.mission.portrait_of, store.mission.evaluation_link) == ("", "", "")
