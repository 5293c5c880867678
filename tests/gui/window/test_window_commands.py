"""The commands of the window: in which order they stand in its menus, and that none is missing there."""

from pathlib import Path
from typing import Any

import pytest

from missionplanner.gui.commands import MENUS, collected
from missionplanner.gui.window.finder import Finder
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.menus import FIRST_OF_GROUPS
from missionplanner.i18n import LANGUAGES

ORDER = {
    "&File": (
        "try_example new_mission open_mission check_file import_file paste_rows export_file make_forms export_list print_shown save_copy work_together join_mission merge_copy "
        "settle_clashes take_city_copy bring_copy_back show_copies set_password save close_mission quit"
    ),
    "&Edit": (
        "undo redo cut copy paste select_all new_company new_counterpart new_person find_people_twice find find_in_list find_replace bulk_edit find_duplicates name_yourself "
        "personal_data mission_settings market_figures market_briefings milestones_and_tasks"
    ),
    "&Go": (
        "show_overview show_companies show_people show_selection show_requests show_timetable show_advice show_letters show_arrivals show_programme "
        "show_packs show_day "
        "show_outcomes show_relationships announce make_timetable ask_who_is_free ask_what_if"
    ),
    "&View": "theme_system theme_light theme_dark show_history show_changes",
    "&Help": "user_guide take_tour show_shortcuts whats_new report_problem about",
}


def in_menu(window: MainWindow, title: str) -> str:
    """The names of the commands of a menu, from top to bottom."""
    names = {action: name for name, action in window.menus.actions.items()}
    menu = next(entry.menu() for entry in window.menuBar().actions() if entry.text() == title)
    return " ".join(names[action] for action in menu.actions() if action in names)


def test_commands_stand_in_the_menus_in_their_order(open_window: Any) -> None:
    window = open_window(None)
    assert {title: in_menu(window, title) for title in MENUS} == ORDER


def test_every_command_with_a_menu_stands_there(open_window: Any) -> None:
    window = open_window(None)
    with_menu = {one.name for one in collected() if one.menu and one.owner.startswith("missionplanner.")}
    assert with_menu == set(window.menus.actions)


def test_the_finder_leads_to_a_company(open_window: Any, small_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def take_second_counterpart(finder: Finder) -> int:
        finder.line.setText("C2")
        finder.line.returnPressed.emit()
        return 1

    monkeypatch.setattr(Finder, "exec", take_second_counterpart)
    window = open_window(small_file)
    window.do("find")
    assert window.screens["companies"].form.form.value("name") == "C2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_a_menu_has_a_letter_of_its_own(open_window: Any, language: str) -> None:
    window = open_window(None)
    window.session.commands.view.use_language(language)
    for entry in window.menuBar().actions():
        texts = [action.text() for action in entry.menu().actions() if not action.isSeparator()]
        letters = [text.replace("&&", "").partition("&")[2][:1].casefold() for text in texts]
        assert all(letters)
        assert len(set(letters)) == len(letters)


def test_keys_of_fields_are_shown_and_not_taken(open_window: Any) -> None:
    actions = open_window(None).menus.actions
    assert {name: actions[name].text().partition("\t")[2] for name in ("cut", "copy", "paste", "select_all")} == {
        "cut": "Ctrl+X", "copy": "Ctrl+C", "paste": "Ctrl+V", "select_all": "Ctrl+A",
    }  # fmt: skip
    assert actions["cut"].shortcut().isEmpty()


def test_the_groups_begin_with_commands_there_are(open_window: Any) -> None:
    assert set(open_window(None).menus.actions) >= FIRST_OF_GROUPS
