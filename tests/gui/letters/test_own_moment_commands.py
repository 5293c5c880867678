"""Moments of the mission's own in the window."""

import pytest
from PySide6.QtWidgets import QDialog

from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.moments import Moment, OwnMoment
from missionplanner.errors import UserError
from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.store.store import Store


def test_a_moment_is_added_changed_worded_and_deleted(
    screen: LettersScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: dict[str, object] = {"name": "Site visit", "side": "delegation", "boxes": ("takes_part", "asks")}

    def answer(dialog: RecordDialog) -> int:
        dialog.form.set_values(said)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RecordDialog, "exec", answer)
    with pytest.raises(UserError, match="comes with the program"):
        screen.moments.edit_moment()
    screen.moments.add_moment()
    (made,) = store.all(OwnMoment)
    assert (made.name, made.side, made.takes_part, made.asks) == ("Site visit", "delegation", True, True)
    assert (screen.list.moment, screen.list.own, screen.list.called) == (Moment.OWN, made, "Site visit")
    assert [one.company for one in screen.list.letters] == ["D1", "D2", "D3"]
    said |= {"name": "Visit of sites", "boxes": ()}
    screen.moments.edit_moment()
    assert (screen.list.called, screen.list.moments.currentItem().text()) == ("Visit of sites", "Visit of sites")
    said.clear()
    said |= {"subject": "Come", "body": "{salutation}"}
    screen.commands.edit_wording("en", "delegation")
    assert [one.kind for one in store.all(LetterTemplate)] == [f"moment_own_{made.uid}@delegation"]
    assert screen.list.letters[0].subject == "Come"
    screen.moments.delete_moment()
    assert (store.all(OwnMoment), store.all(LetterTemplate), screen.list.moment) == ([], [], Moment.TIMETABLE)
    store.undo()
    screen.refresh()
    assert screen.list.moments.item(screen.list.moments.count() - 1).text() == "Visit of sites"


def test_wordings_are_offered_for_all_for_sides_and_kinds(screen: LettersScreen) -> None:
    screen._offer_wordings()
    titles = [one.text() for one in screen._wordings.actions()]
    assert titles[:5] == ["English", "Français", "Español", "Delegation", "Counterpart"]
    assert len(titles) > 5
