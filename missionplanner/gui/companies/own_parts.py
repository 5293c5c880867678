"""The own fields of a company in its form: the fees behind how it takes part, the others below all fields."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.fees import of_group
from missionplanner.domain.own_fields import OwnField
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.own_fields import OwnFieldsPart

_BEHIND = "attendees_most"
"""The field of the form behind which the fees stand."""


class CompanyOwnFields(OwnFieldsPart):
    """The own fields of a company; those of the fees stand in the form above, in a group of their own."""

    def __init__(self, above: Form) -> None:
        super().__init__(above)
        self._form = above
        self.fees = OwnFieldsPart(above)
        self.fees.edited.connect(self.edited)
        above.after_heading["fees"].addWidget(self.fees)

    def show_values(self, own: Iterable[OwnField], texts: Mapping[str, str], country: str = "") -> None:
        """Show the values of a company, the fees apart."""
        every = tuple(own)
        fees = of_group(every)
        names = {one.name for one in fees}
        self.fees.show_values(fees, {name: text for name, text in texts.items() if name in names}, country)
        others = {name: text for name, text in texts.items() if name not in names}
        super().show_values([one for one in every if one.name not in names], others, country)
        self._set_order()

    @property
    def parts(self) -> tuple[OwnFieldsPart, ...]:
        """The fees and the others."""
        return (self.fees, self)

    @property
    def values(self) -> dict[str, str]:
        """The values of all as they are typed."""
        return {**self.fees.values, **super().values}

    @property
    def wrong(self) -> list[str]:
        """The names of all fields whose text cannot be stored."""
        return [*self.fees.wrong, *super().wrong]

    def draft(self) -> dict[str, Any]:
        """Return what was typed into all and differs from what was shown."""
        return {**self.fees.draft(), **super().draft()}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed and not saved."""
        self.fees.restore(kept)
        super().restore(kept)

    def focus_wrong(self) -> None:
        """Go to the first field whose text cannot be stored."""
        if self.fees.wrong:
            self.fees.focus_wrong()
        else:
            super().focus_wrong()

    def set_read_only(self, read_only: bool) -> None:
        """Let the editors be read but not changed."""
        self.fees.set_read_only(read_only)
        super().set_read_only(read_only)

    def _set_order(self) -> None:
        """Have Tab reach the fees where they stand, though they were made after the fields around them."""
        order = [self._form.editors[_BEHIND], *self.fees.form.editors.values()]
        # Lines that say what they understood have the line itself inside, and Tab goes from one of these to the next.
        keys = [editor.focusProxy() or editor for editor in order]
        for before, after in pairwise(keys):
            QWidget.setTabOrder(before, after)
