"""The language of a text."""

import pytest

from missionplanner.domain.spoken import language_of


@pytest.mark.parametrize(
    ("text", "usual", "language"),
    [
        ("Met at Hannover 2025", "fr", "en"),
        ("Interested in distribution", "es", "en"),
        ("Demandez l’ascenseur au fond de la cour", "en", "fr"),
        ("Toque el timbre del segundo piso", "", "es"),
        ("Miel de Québec", "es", "es"),
        ("Acero", "", ""),
        ("Wir sind in der Stadt", "de", "de"),
    ],
)
def test_a_text_is_in_the_language_it_shows_else_in_that_of_who_wrote_it(text: str, usual: str, language: str) -> None:
    assert language_of(text, usual) == language
