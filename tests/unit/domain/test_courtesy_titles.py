"""The list of courtesy titles, and how each is written."""

import pytest

from missionplanner.domain.courtesy_titles import (
    SALUTATIONS,
    SPELLINGS,
    TEXTS,
    WRITTEN,
    CourtesyTitle,
    fill,
    in_protocol_order,
    text_label,
    unknown_fields,
)
from missionplanner.domain.people import Gender

DOCTOR = CourtesyTitle(written_en="Dr", written_es="Dr.", written_es_f="Dra.", salutation_en="Dear Dr {family},")


@pytest.mark.parametrize(
    ("language", "gender", "written"),
    [("es", Gender.FEMALE, "Dra."), ("es", Gender.MALE, "Dr."), ("es", Gender.UNKNOWN, "Dr."),
     ("es", Gender.OTHER, "Dr."), ("en", Gender.FEMALE, "Dr."), ("fr", Gender.FEMALE, "")],
)  # fmt: skip
def test_the_form_for_everybody_stands_in_for_an_empty_one(language: str, gender: Gender, written: str) -> None:
    assert DOCTOR.written(language, gender) == written


def test_a_salutation_is_there_or_the_usual_one_is_written() -> None:
    assert DOCTOR.salutation("en", Gender.FEMALE) == "Dear Dr {family},"
    assert DOCTOR.salutation("es", Gender.FEMALE) == ""


def test_a_title_is_called_by_its_first_text() -> None:
    assert (DOCTOR.label, CourtesyTitle(written_fr_f="Mme").label, CourtesyTitle().label) == ("Dr", "Mme", "")


def test_a_title_is_called_by_its_text_in_a_language_or_the_first_there_is() -> None:
    title = CourtesyTitle(written_en="Minister", written_fr_f="Mme la ministre", written_fr_m="M. le ministre")
    assert [title.name(code) for code in ("en", "fr", "es")] == ["Minister", "Mme la ministre", "Minister"]


def test_titles_come_in_the_order_of_the_list_and_copies_agree_on_equal_places() -> None:
    titles = [CourtesyTitle(uid=uid, position=place) for uid, place in (("c", 1), ("b", 0), ("a", 1))]
    assert [one.uid for one in in_protocol_order(titles)] == ["b", "a", "c"]


def test_fields_of_a_salutation_are_filled_in_and_unknown_ones_stay() -> None:
    assert fill("Dear {title} {family}, {x}", {"title": "", "family": "Ng"}) == "Dear Ng, {x}"
    assert unknown_fields("Dear {title} {family}, {company} {}") == ["company", ""]


def test_every_text_has_a_name() -> None:
    assert (len(WRITTEN), len(SALUTATIONS), len(SPELLINGS), len(TEXTS)) == (9, 9, 3, 21)
    assert text_label("written_fr_f") == "Before the name (Français, of women)"
    assert text_label("salutation_en") == "Salutation (English)"
    assert text_label("spellings_m") == "Other spellings (of men)"
    assert text_label("salutation_en", with_language=False) == "Salutation"
    assert text_label("written_fr_m", with_language=False) == "Before the name (of men)"
