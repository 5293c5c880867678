"""Sign-ins: what they are for and how they became known, in the language of the screen."""

from missionplanner import i18n
from missionplanner.domain.sign_ins import SignInHow, SignInKind, sheet_number, typed_numbers


def test_kinds_and_ways_are_in_words() -> None:
    i18n.use("fr")
    assert [one.label for one in SignInKind] == ["Présence à l’événement", "Dossier remis", "À bord"]
    assert [one.label for one in SignInHow] == ["Code de l’insigne", "Nom saisi", "Coché sur papier"]


def test_numbers_of_sheets_have_a_letter_by_which_slips_are_noticed() -> None:
    assert (sheet_number(12, "a"), sheet_number(12, "a"), sheet_number(13, "b")) == ("12D", "12D", "13T")
    assert len({sheet_number(12, uid) for uid in "abcdef"}) > 1
    assert typed_numbers(" 12v, 3K;4z\n") == ["12V", "3K", "4Z"]
    assert [typed_numbers(text) for text in ("", "12", "12V Roy", "Ana Roy", "f" * 32, "1" * 9 + "A")] == [[]] * 6
