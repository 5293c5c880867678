"""Headings as whole words and phrases."""

import pytest

from missionplanner.exchange.headings import folded, read, singular


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("organization_name", "organization name"),
        ("companyName", "company name"),
        ("Email2", "email 2"),
        ("Q12. Company name *", "company name"),
        ("3. City", "city"),
        ("Nombre(s)", "nombres"),
        ("Langue(s) parlée(s)", "langues parlees"),
        ("R.F.C.", "rfc"),
        ("Nom de l’entreprise", "nom de l entreprise"),
        ("COMPANY NAME", "company name"),
        ("B2B meetings", "b2b meetings"),
    ],
)
def test_words_of_a_heading(heading: str, text: str) -> None:
    assert folded(heading) == text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("cities", "city"),
        ("villes", "ville"),
        ("business", "business"),
        ("status", "status"),
        ("gas", "gas"),
        ("boxes", "boxe"),
    ],
)
def test_plurals_lose_their_ending(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("heading", "concepts"),
    [
        ("Accompanying person", ("guest", "person")),
        ("Emergency contact phone", ("emergency", "phone")),
        ("Nom de l'entreprise", ("name", "company")),
        ("Form completed by", ("applicant", "applicant")),
        ("Check-in date", ("date", "hotel")),
        ("Where do you export?", ("export", "where")),
    ],
)
def test_longest_phrases_are_concepts(heading: str, concepts: tuple[str, ...]) -> None:
    assert read(heading).order == concepts


@pytest.mark.parametrize(
    ("heading", "asks"),
    [
        ("Do you need an interpreter?", True), ("Avez-vous un site Web ?", True), ("¿Requiere visa?", True),
        ("Votre entreprise est-elle exportatrice ?", True), ("What do you offer?", False), ("¿Cuántos empleados tiene?", False),
        ("Company", False),
    ],
)  # fmt: skip
def test_questions_to_be_answered_with_yes_or_no(heading: str, asks: bool) -> None:
    assert read(heading).asks is asks


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Number of employees", True), ("Nombre d'employés", True), ("Nombre de la empresa", False), ("Nombre de los asistentes", False),
        ("Número de empleados", True), ("Numéro de téléphone", False), ("# of employees", True), ("Combien de délégués ?", True),
    ],
)  # fmt: skip
def test_nombre_counts_in_french_and_names_in_spanish(heading: str, counts: bool) -> None:
    assert read(heading).counts is counts


def test_how_to_answer_is_no_part_of_a_heading() -> None:
    assert read("Full name (as it appears on the passport)").concepts == {"full name"}
    assert "badge" in read("Name as it should appear on the badge").concepts
    assert read("Comment souhaitez-vous être contacté ?").concepts.isdisjoint({"notes"})


def test_unknown_words_are_counted() -> None:
    assert read("Company zebra crossing").unknown == 2
    assert read("Full legal company name").unknown == 0


@pytest.mark.parametrize(
    "heading",
    [
        "Companies you would like to meet",
        "Companies in Mexico with which you would most like to meet",
        "Companies that you want to meet",
    ],
)
def test_words_that_change_nothing_may_part_a_phrase(heading: str) -> None:
    assert read(heading).concepts >= {"wishes"}
    assert read(heading).unknown == 0


@pytest.mark.parametrize(
    ("heading", "text", "ordinal"),
    [
        ("attendees[1].firstName", "attendees 2 first name", 2),
        ("hqAddress.city", "hq address city", 0),
        ("Company profile (max. 250 characters incl. spaces)", "company profile", 0),
        ("Phone incl. country and area code", "phone", 0),
        ("Description (for publication in the directory)", "description", 0),
    ],
)
def test_places_in_lists_and_limits_are_no_words(heading: str, text: str, ordinal: int) -> None:
    assert (read(heading).text, read(heading).ordinal) == (text, ordinal)


def test_what_is_certified_of_goods_is_their_origin() -> None:
    assert "origin declaration" in read("I certify that the products are manufactured in Canada").concepts
    assert "operating name" in read("Under what name do you trade?").concepts
