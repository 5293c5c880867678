"""Own fields: their names, how their values are shown, and the list every place asks."""

import pytest

from missionplanner import i18n
from missionplanner.domain.own_fields import (
    CompanyValue,
    OwnField,
    OwnFields,
    Subject,
    code_of,
)
from missionplanner.domain.own_kinds import FieldKind

BUS = OwnField(
    id=1, uid="a", code="ride", kind=FieldKind.SEVERAL, name_en="Ride", name_fr="Trajet", choices="Bus | Autobus\nCar",
    position=2,
)  # fmt: skip
ROOM = OwnField(id=2, uid="b", code="room", name_en="Room", sensitive=True, side="delegation", position=1)
SHIRT = OwnField(id=3, uid="c", code="room", name_es="Cuarto", subject=Subject.PERSON, help_es="¿Cuál?")
KNOWN = OwnFields((BUS, ROOM, SHIRT))


def test_a_field_is_called_in_the_language_of_the_screen_or_in_the_first_it_has() -> None:
    i18n.use("fr")
    assert (BUS.label, SHIRT.label, BUS.name, SHIRT.name) == ("Trajet", "Cuarto", "company.ride", "person.room")
    assert (BUS.titles, SHIRT.help("en"), OwnField(code="x").label) == (("Ride", "Trajet"), "¿Cuál?", "x")
    assert (BUS.options, BUS.spellings) == (
        {"Bus": "Autobus", "Car": "Car"},
        {"bus": "Bus", "autobus": "Bus", "car": "Car"},
    )


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        (FieldKind.NUMBER, "8421.10", "8421,10"),
        (FieldKind.NUMBER, "12345", "12\xa0345"),
        (FieldKind.MONEY, "12345.5 CAD", "12\xa0345,5 CAD"),
        (FieldKind.DATE, "2026-02-15", "15 févr. 2026"),
        (FieldKind.YES_NO, "no", "non"),
        (FieldKind.SEVERAL, "Bus; Car", "Autobus; Car"),
        (FieldKind.NUMBER, "about 12", "about 12"),
        (FieldKind.TEXT, "yes", "yes"),
        (FieldKind.DATE, "", ""),
    ],
)
def test_values_are_shown_by_their_kind_and_others_as_they_were_written(kind: FieldKind, text: str, shown: str) -> None:
    i18n.use("fr")
    assert OwnField(kind=kind, choices=BUS.choices).shown(text) == shown


def test_the_list_is_in_order_by_subject_side_and_who_may_read_it() -> None:
    assert [one.code for one in KNOWN.of(Subject.COMPANY)] == ["room", "ride"]
    assert KNOWN.of(Subject.COMPANY, "counterpart") == KNOWN.of(Subject.COMPANY, sensitive=False) == (BUS,)
    assert (next(iter(KNOWN)), bool(OwnFields()), OwnFields(reversed(KNOWN.all)) == KNOWN) == (SHIRT, False, True)
    assert len({KNOWN, OwnFields(KNOWN.all)}) == 1
    assert (KNOWN.get("company.ride"), KNOWN.get("company.bus")) == (BUS, None)
    assert (KNOWN.shown("company.ride", "Bus"), KNOWN.shown("gone", "Bus")) == ("Bus", "Bus")


@pytest.mark.parametrize(
    ("text", "subject", "found"),
    [
        ("company.ride", None, BUS),
        ("ride", None, BUS),
        ("TRAJET", Subject.COMPANY, BUS),
        ("Trajet", Subject.PERSON, None),
        ("cuarto", None, SHIRT),
    ],
)
def test_a_field_is_found_by_what_it_is_called(text: str, subject: Subject | None, found: OwnField | None) -> None:
    assert KNOWN.called(text, subject) == found


def test_values_are_gathered_by_record_without_empty_ones_and_lost_fields() -> None:
    values = [
        CompanyValue(company_id=9, field_id=1, text="Bus"),
        CompanyValue(company_id=9, field_id=2, text=""),
        CompanyValue(company_id=8, field_id=99, text="x"),
    ]
    assert KNOWN.grouped((row.company_id, row) for row in values) == {9: {"company.ride": "Bus"}}


def test_codes_are_made_of_the_title_and_no_field_has_that_of_another() -> None:
    assert code_of("HS codes (à 6 chiffres)", ()) == "hs_codes_a_6_chiffres"
    assert code_of("Hôtel", ("hotel", "hotel_2")) == "hotel_3"
    assert (code_of("???", ()), len(code_of("x" * 99, ()))) == ("field", 40)
