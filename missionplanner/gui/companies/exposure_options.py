"""The options of the chips that filter companies by their exposure, with their numbers."""

from collections.abc import Callable, Mapping

from missionplanner.domain.exposure import CLASSES, TariffStatus, class_label
from missionplanner.domain.regions import country_in
from missionplanner.gui.widgets.chips import Chip, Option
from missionplanner.i18n import _, current

Numbers = Callable[[str], dict[str | int, int]]
"""Returns how many companies there would be with each value of a chip."""
NAMES = ("tariff", "exposed", "markets", "sources")
"""The chips, by the fields of the filter."""


def labels() -> dict[str, str]:
    """Return the names of the chips."""
    names = (_("Tariff status"), _("Share of the largest market"), _("Exports to"), _("Buys inputs in"))
    return dict(zip(NAMES, names, strict=True))


def of(name: str, numbers: Numbers, chips: Mapping[str, Chip]) -> list[Option]:
    """Return the options of a chip; countries that are chosen stay although none is left."""
    found, language = numbers(name), current().language
    if name == "tariff":
        shown = {status.value or "?": status.label for status in TariffStatus}
    elif name == "exposed":
        shown = {one: class_label(one) for one in CLASSES}
    else:
        values = map(str, dict.fromkeys([*found, *chips[name].values]))
        shown = {value: country_in(value, language) for value in values}
    return [Option(value, label, found.get(value, 0)) for value, label in shown.items()]
