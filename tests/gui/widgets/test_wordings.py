"""The wording of another language, offered where a text is missing in one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.wordings import offer_wordings

NAMES = ("place", "place_fr", "place_es")


def test_an_empty_line_shows_what_another_says_and_takes_it_with_a_key(qapp: QApplication) -> None:
    form = Form([FormField(name, name) for name in NAMES])
    form.set_values({"place_fr": "Hôtel <b>"})
    offer_wordings(form, NAMES)
    lines = [form.editors[name] for name in NAMES]
    assert [isinstance(line, QLineEdit) for line in lines] == [True, True, True]
    english, french, spanish = (line for line in lines if isinstance(line, QLineEdit))
    assert [line.placeholderText() for line in (english, french, spanish)] == ["Hôtel <b>", "", "Hôtel <b>"]
    english.setText("Hotel")
    assert (english.placeholderText(), spanish.placeholderText()) == ("", "Hotel")
    form.show()
    QTest.qWaitForWindowExposed(form)
    spanish.setFocus()
    QTest.keyClick(spanish, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.values() == {"place": "Hotel", "place_fr": "Hôtel <b>", "place_es": "Hotel"}
    assert spanish.placeholderText() == ""
    form.close()
