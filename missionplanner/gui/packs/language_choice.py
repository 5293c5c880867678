"""The language packs are made in; for hosts also that of each."""

from missionplanner.domain.journals import Edition
from missionplanner.gui import settings
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current


class LanguageChoice(ComboBox):
    """The three languages, one of which is chosen."""

    def __init__(self) -> None:
        super().__init__()
        for language in LANGUAGES:
            self.addItem(OWN_NAMES[language], language)
        self._choose_usual()
        self.setAccessibleName(_("Language of the packs"))

    def offer_for(self, edition: Edition) -> None:
        """Offer hosts' packs in the language of each, which is the usual one for them; nobody is told of the change."""
        is_wanted, place = edition is Edition.HOSTS, self.findData("")
        if is_wanted == (place >= 0):
            return
        self.blockSignals(True)
        if is_wanted:
            self.addItem(_("Each in its own"), "")
            self.setCurrentIndex(self.count() - 1)
        else:
            self.removeItem(place)
            self._choose_usual()
        self.blockSignals(False)

    def _choose_usual(self) -> None:
        """Choose the language of the last time, and before there was one that of the screen."""
        self.setCurrentIndex(max(self.findData(settings.read("pack_language") or current().language), 0))
