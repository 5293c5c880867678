"""Names of companies without their legal forms."""

import pytest

from missionplanner.domain.legal_forms import form_whole, with_form_kept, without_form


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Acme Inc.", "Acme"), ("Aceros, S.A. de C.V.", "Aceros"), ("Grupo X S. de R.L. de C.V.", "Grupo X"),
        ("Éco Ltée", "Éco"), ("Inc", "Inc"), ("Foo & Co.", "Foo & Co."), ("Two  blanks Ltd", "Two blanks"), ("", ""),
        ("Druppel Irrigatie NV", "Druppel Irrigatie"), ("Kas & Co B.V.", "Kas & Co"), ("Havbruk A/S", "Havbruk"),
        ("Polski Kwiat Sp. z o.o.", "Polski Kwiat"), ("Day Spa", "Day Spa"), ("Outback Pty Ltd", "Outback"),
    ],
)  # fmt: skip
def test_legal_forms_at_the_end_of_a_name_go(name: str, kept: str) -> None:
    assert without_form(name) == kept


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Aceros del Bajío S.A. de C.V.", ("Aceros del", "Bajío S.A. de C.V.")), ("Acme Inc.", ("", "Acme Inc.")),
        ("Grupo Norte, S. de R.L.", ("Grupo", "Norte, S. de R.L.")), ("Two  blanks", ("Two blanks", "")), ("", ("", "")),
    ],
)  # fmt: skip
def test_the_last_word_of_a_name_stays_with_its_legal_form(name: str, parts: tuple[str, str]) -> None:
    assert with_form_kept(name) == parts


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Aceros del Norte S. de R.L. de C.V.", "Aceros del Norte S.~de~R.L.~de~C.V."), ("Acme Inc.", "Acme Inc."),
        ("Grupo Norte, SA de CV", "Grupo Norte, SA~de~CV"), ("Two  S.A. de C.V.", "Two  S.A. de C.V."), ("", ""),
        ("Ciudad de México, mesa 8", "Ciudad de México, mesa 8"),
    ],
)  # fmt: skip
def test_legal_forms_of_several_words_are_not_parted(name: str, whole: str) -> None:
    assert form_whole(name) == whole.replace("~", "\N{NO-BREAK SPACE}")
