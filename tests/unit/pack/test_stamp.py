"""When a pack was printed and which version it is, in words."""

from datetime import datetime

import pytest

from missionplanner.i18n import translator
from missionplanner.pack.stamp import Stamp


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Printed Feb 12, 2026 09:00 · version 2"),
        ("fr", "Imprimé le 12 févr. 2026 09:00 · version 2"),
        ("es", "Impreso: 12 feb 2026 09:00 · versión 2"),
    ],
)
def test_words_in_every_language(language: str, words: str) -> None:
    assert Stamp(datetime(2026, 2, 12, 9, 0), 2).words(translator(language)) == words
