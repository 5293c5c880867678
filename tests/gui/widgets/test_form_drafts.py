"""What is typed into a form and not stored survives a crash, and goes when it is stored or thrown away."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Stop
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.store.store import Store

Opener = Callable[[], RecordDialog]
CHOICES = ((1, "One"), (2, "Two"))


@pytest.fixture
def opened(qtbot: QtBot, store: Store) -> Opener:
    """Opens a form with a field of each kind, as it is for a new record."""

    def make() -> RecordDialog:
        fields = [
            FormField("name", "Name"), FormField("notes", "Notes", "text"), FormField("starts", "Starts", "date"),
            FormField("kind", "Kind", "choice", choices=CHOICES), FormField("of", "Of", "checks", choices=CHOICES),
        ]  # fmt: skip
        values = {"name": "Before", "starts": date(2026, 2, 16), "kind": 1}
        dialog = RecordDialog("Add", fields, values, place=DraftPlace(store, "things"))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def type_into(dialog: RecordDialog) -> dict[str, object]:
    typed = {"notes": "Long text", "starts": "17 feb 20", "kind": 2, "of": [2]}
    dialog.form.restore(typed)
    assert dialog.draft
    dialog.draft.keep()
    return dialog.form.typed()


def test_what_was_typed_comes_back_also_where_it_cannot_be_read(opened: Opener) -> None:
    first = opened()
    assert first.draft
    assert not first.draft.isVisibleTo(first)
    typed = type_into(first)
    again = opened()
    assert again.draft
    assert (again.form.typed(), again.draft.isVisibleTo(again)) == (typed, True)
    assert "was brought back" in again.draft.said.text()


def test_it_can_be_forgotten(opened: Opener, store: Store) -> None:
    first = opened()
    before = first.form.typed()
    type_into(first)
    again = opened()
    assert again.draft
    again.draft.forget()
    assert (again.form.typed(), store.all(FormDraft)) == (before, [])


@pytest.mark.parametrize("leave", [RecordDialog.accept, RecordDialog.reject])
def test_it_goes_when_the_form_is_left(
    opened: Opener, store: Store, monkeypatch: pytest.MonkeyPatch, leave: Callable[[RecordDialog], None]
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: True)
    dialog = opened()
    type_into(dialog)
    assert len(store.all(FormDraft)) == 1
    leave(dialog)
    assert store.all(FormDraft) == []
    dialog.form.edited.emit()


def test_nothing_typed_is_no_draft(opened: Opener, store: Store) -> None:
    dialog = opened()
    type_into(dialog)
    dialog.form.restore({"notes": "", "starts": "2026-02-16", "kind": 1, "of": []})
    assert dialog.draft
    dialog.draft.keep()
    assert (store.all(FormDraft), dialog.form.value("name")) == ([], "Before")


def test_each_record_has_a_draft_of_its_own(store: Store) -> None:
    stop = store.all(Stop)[0]
    places = [DraftPlace.of(store, "stops", record) for record in (None, stop)]
    assert [place.name for place in places] == ["stops", f"stops {stop.uid}"]
    places[0].keep({"name": "a"})
    places[1].keep({"name": "b"})
    assert [place.found()[0] for place in places] == [{"name": "a"}, {"name": "b"}]
    places[0].drop()
    assert [place.found()[0] for place in places] == [{}, {"name": "b"}]


def test_what_could_not_be_stored_is_kept_while_the_form_is_open_again(opened: Opener, store: Store) -> None:
    dialog = opened()
    type_into(dialog)
    dialog.accept()
    dialog.show()
    assert len(store.all(FormDraft)) == 1
