"""Sign-ins: what they are for and how they became known, in the language of the screen."""

from missionplanner import i18n
from missionplanner.domain.sign_ins import SignInHow, SignInKind


def test_kinds_and_ways_are_in_words() -> None:
    i18n.use("fr")
    assert [one.label for one in SignInKind] == ["Présence à l’événement", "Dossier remis", "À bord"]
    assert [one.label for one in SignInHow] == ["Code de l’insigne", "Nom saisi", "Coché sur papier"]
