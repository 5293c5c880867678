"""Reads whole numbers as people type them."""

from collections.abc import Sequence
from typing import Any

from missionplanner.domain.numbers import whole
from missionplanner.i18n import _


class NumberReader:
    """Reads whole numbers; Up and Down go to the next one."""

    def read(self, text: str) -> Sequence[Any]:
        """Return the number."""
        found = whole(text)
        return [] if found is None else [found]

    def write(self, value: Any) -> str:
        """Return the figures."""
        return str(value)

    def words(self, _value: Any) -> str:
        """Return nothing: a number says what it is."""
        return ""

    def warning(self, _value: Any) -> str:
        """Return nothing."""
        return ""

    def refusal(self, text: str) -> str:
        """Return that a text is no whole number."""
        return _("“{text}” is no whole number, such as 20 or 1,200.").format(text=text)

    def step(self, value: Any, ahead: int, _place: int) -> Any:
        """Return the next number, none below 0."""
        return max(0, (value or 0) + ahead)
