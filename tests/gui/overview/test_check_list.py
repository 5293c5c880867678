import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.first_steps import FirstStep, StepName
from missionplanner.gui.overview.check_list import BUTTONS, TITLES, CheckList


@pytest.fixture
def check_list(qtbot: QtBot) -> CheckList:
    found = CheckList()
    qtbot.addWidget(found)
    return found


def _steps(done: int) -> list[FirstStep]:
    return [FirstStep(name, number < done, "…") for number, name in enumerate(StepName)]


def _primary(check_list: CheckList) -> list[str]:
    return [asks for asks, button in check_list.buttons.items() if button.objectName() == "primary"]


def test_every_step_has_a_title_and_a_button() -> None:
    assert list(TITLES) == list(BUTTONS) == list(StepName)
    assert all(BUTTONS.values())


@pytest.mark.parametrize(
    ("done", "undecided", "main"),
    [
        (0, 0, "mission_settings"),
        (3, 0, "import_file"),
        (3, 2, "accept_all"),
        (5, 0, "make_timetable"),
        (6, 0, "show_packs"),
    ],
)
def test_the_next_step_stands_out(check_list: CheckList, done: int, undecided: int, main: str) -> None:
    check_list.show_steps(_steps(1), 1)
    check_list.show_steps(_steps(done), undecided)
    assert _primary(check_list) == [main]
    assert check_list.buttons["accept_all"].isHidden() is (undecided == 0)


@pytest.mark.parametrize(("done", "undecided", "shown"), [(3, 0, True), (3, 2, False), (4, 0, False)])
def test_forms_are_offered_until_companies_are_there(
    check_list: CheckList, done: int, undecided: int, shown: bool
) -> None:
    check_list.show_steps(_steps(done), undecided)
    assert check_list.buttons["make_forms"].isHidden() is not shown


def test_buttons_ask(check_list: CheckList, qtbot: QtBot) -> None:
    for asks, button in check_list.buttons.items():
        with qtbot.waitSignal(check_list.asked) as found:
            button.click()
        assert found.args == [asks]


def test_a_mission_that_is_only_read_can_only_be_looked_at(check_list: CheckList) -> None:
    check_list.allow(False)
    enabled = [asks for asks, button in check_list.buttons.items() if button.isEnabled()]
    assert enabled == ["show_requests", "show_packs"]


def test_requests_of_the_registrations_are_offered_where_there_are_some(qtbot: QtBot) -> None:
    found = CheckList()
    qtbot.addWidget(found)
    steps = [FirstStep(name, name in list(StepName)[:4], "") for name in StepName]
    found.show_steps(steps, 0)
    assert (found.buttons["take_wishes"].isHidden(), found.buttons["import_requests"].objectName()) == (True, "primary")
    found.show_steps(steps, 0, 36)
    button = found.buttons["take_wishes"]
    assert (button.text(), button.isHidden(), button.objectName()) == ("From the registrations (36)", False, "primary")
