"""The language packs are made in."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.journals import Edition
from missionplanner.gui import settings
from missionplanner.gui.packs.language_choice import LanguageChoice


@pytest.mark.parametrize(("chosen", "language"), [("", "es"), ("fr", "fr")])
def test_packs_are_made_in_the_language_of_the_last_time_or_of_the_screen(
    qtbot: QtBot, chosen: str, language: str
) -> None:
    i18n.use("es")
    settings.write("pack_language", chosen)
    choice = LanguageChoice()
    qtbot.addWidget(choice)
    assert choice.currentData() == language


def test_hosts_may_have_each_their_own_and_nobody_else(qtbot: QtBot) -> None:
    settings.write("pack_language", "fr")
    choice = LanguageChoice()
    qtbot.addWidget(choice)
    told: list[int] = []
    choice.currentIndexChanged.connect(told.append)
    choice.offer_for(Edition.HOSTS)
    assert ([choice.itemData(n) for n in range(choice.count())], choice.currentData()) == (["en", "fr", "es", ""], "")
    choice.setCurrentIndex(0)
    choice.offer_for(Edition.HOSTS)
    assert choice.currentData() == "en"
    choice.offer_for(Edition.DELEGATE)
    assert (choice.count(), choice.currentData(), told) == (3, "fr", [0])
