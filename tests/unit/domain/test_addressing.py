"""How people are addressed: by the titles every mission begins with, in three languages."""

from dataclasses import replace

import pytest

from missionplanner.domain.addressing import Addressing
from missionplanner.domain.courtesy_titles import TEXTS, CourtesyTitle
from missionplanner.domain.people import Gender, Person, Role
from missionplanner.store.fifth_format import TITLES

LIST = [
    CourtesyTitle(
        uid=name,
        position=place,
        on_badges=on_badges,
        **dict(zip(TEXTS, [text for group in (*written, *salutations, spellings) for text in group], strict=True)),
    )
    for place, (name, written, salutations, spellings, on_badges) in enumerate(TITLES)
]
HERE = Addressing(LIST)
ANA = Person(given_name="Ana", family_name="Gómez", second_family_name="Ruiz")
NG = Person(given_name="Mary", family_name="Ng")
MINISTER = Role(name_en="Minister", name_fr="Ministre", name_es="Ministro")
NOBODY = ("Dear Sir or Madam,", "Madame, Monsieur,", "Estimada señora, estimado señor:")
UNKNOWN, FEMALE, MALE, OTHER = Gender


def salutations(person: Person | None, role: Role | None = None) -> tuple[str, ...]:
    return tuple(HERE.salutation(person, language, role) for language in ("en", "fr", "es"))


def names(person: Person) -> tuple[str, ...]:
    return tuple(HERE.name(person, language) for language in ("en", "fr", "es"))


@pytest.mark.parametrize(
    ("title", "gender", "english", "french", "spanish"),
    [
        ("", UNKNOWN, "Dear Ana Gómez Ruiz,", NOBODY[1], NOBODY[2]),
        ("", FEMALE, "Dear Ms Gómez,", "Madame,", "Estimada Sra. Gómez:"),
        ("", MALE, "Dear Mr Gómez,", "Monsieur,", "Estimado Sr. Gómez:"),
        ("", OTHER, "Dear Ana Gómez Ruiz,", "Bonjour Ana Gómez Ruiz,", "Saludos cordiales, Ana Gómez Ruiz:"),
        ("Sra.", UNKNOWN, "Dear Ms Gómez,", "Madame,", "Estimada Sra. Gómez:"),
        ("M.", UNKNOWN, "Dear Mr Gómez,", "Monsieur,", "Estimado Sr. Gómez:"),
        ("Mx", UNKNOWN, "Dear Mx Gómez,", "Bonjour Ana Gómez Ruiz,", "Saludos cordiales, Ana Gómez Ruiz:"),
        ("Dr", UNKNOWN, "Dear Dr. Gómez,", NOBODY[1], NOBODY[2]),
        ("Dr", FEMALE, "Dear Dr. Gómez,", "Madame,", "Estimada Dra. Gómez:"),
        ("Prof.", MALE, "Dear Professor Gómez,", "Monsieur le Professeur,", "Estimado Prof. Gómez:"),
        ("H. E.", UNKNOWN, "Excellency,", "Excellence,", "Excelencia:"),
        ("Ing.", FEMALE, "Dear Ms Gómez,", "Madame,", "Estimada Ing. Gómez:"),
        ("Chief", MALE, "Dear Chief Gómez,", "Monsieur,", "Estimado Chief Gómez:"),
        ("Chief", UNKNOWN, "Dear Chief Gómez,", NOBODY[1], NOBODY[2]),
    ],
)
def test_a_letter_opens_as_the_person_says(title: str, gender: Gender, english: str, french: str, spanish: str) -> None:
    assert salutations(replace(ANA, title=title, gender=gender)) == (english, french, spanish)


def test_the_role_of_a_minister_counts_like_a_title_and_tells_no_gender() -> None:
    honourable = replace(NG, title="Hon.", gender=FEMALE)
    assert salutations(honourable, MINISTER) == ("Dear Minister Ng,", "Madame la Ministre,", "Señora Ministra:")
    assert salutations(replace(NG, title="Hon."), MINISTER) == ("Dear Minister Ng,", *NOBODY[1:])
    assert salutations(honourable, Role(name_en="Press")) == ("Dear Ms Ng,", "Madame,", "Estimada Sra. Ng:")


def test_the_title_that_stands_first_in_the_list_decides() -> None:
    both = replace(ANA, title="Dr. Prof. Sen.", gender=FEMALE)
    assert HERE.salutation(both, "en") == "Dear Senator Gómez,"
    turned = [replace(one, position=-one.position) for one in LIST]
    assert Addressing(turned).salutation(both, "en") == "Dear Professor Gómez,"


@pytest.mark.parametrize("person", [None, Person(email="info@a.ca"), Person(given_name="Ana")])
def test_nobody_in_particular_is_greeted_as_everybody(person: Person | None) -> None:
    assert salutations(person) == NOBODY


@pytest.mark.parametrize(
    ("title", "gender", "written"),
    [
        ("", FEMALE, ("Mary Ng", "Mary Ng", "Mary Ng")),
        ("Dr.", UNKNOWN, ("Dr. Mary Ng", "Dr Mary Ng", "Dr. Mary Ng")),
        ("Dr", FEMALE, ("Dr. Mary Ng", "Dre Mary Ng", "Dra. Mary Ng")),
        ("Dra.", UNKNOWN, ("Dr. Mary Ng", "Dre Mary Ng", "Dra. Mary Ng")),
        ("Mme la Ministre", UNKNOWN, ("Minister Mary Ng", "Ministre Mary Ng", "Ministra Mary Ng")),
        ("Dr", MALE, ("Dr. Mary Ng", "Dr Mary Ng", "Dr. Mary Ng")),
        ("S. E. M.", UNKNOWN, ("H.E. Mr Mary Ng", "S.E. M. Mary Ng", "S.E. Sr. Mary Ng")),
        ("Chief Dr", FEMALE, ("Chief Dr. Mary Ng", "Chief Dre Mary Ng", "Chief Dra. Mary Ng")),
        ("Ministro", UNKNOWN, ("Minister Mary Ng", "Ministre Mary Ng", "Ministro Mary Ng")),
        ("Mx", FEMALE, ("Mx Mary Ng", "Mx Mary Ng", "Mx Mary Ng")),
    ],
)
def test_a_title_is_written_as_the_list_has_it_in_the_language(
    title: str, gender: Gender, written: tuple[str, str, str]
) -> None:
    assert names(replace(NG, title=title, gender=gender)) == written


def test_a_stated_gender_goes_before_that_of_the_title() -> None:
    assert salutations(replace(NG, title="Ministro", gender=FEMALE))[1:] == ("Madame la Ministre,", "Señora Ministra:")
    assert salutations(replace(NG, title="Ms", gender=OTHER))[0] == "Dear Ms Ng,"


def test_nothing_is_guessed_from_a_given_name() -> None:
    for given in ("Marie", "Juan", "María José"):
        assert salutations(replace(ANA, given_name=given))[1:] == NOBODY[1:]


@pytest.mark.parametrize(
    ("title", "badge_name", "badge"),
    [("Ms", "", "Mary Ng"), ("Hon.", "", "Hon. Mary Ng"), ("H.E. Mrs", "", "H.E. Mary Ng"), ("Chief", "", "Chief Mary Ng"),
     ("Hon.", "Minister Ng", "Minister Ng")],
)  # fmt: skip
def test_a_badge_has_the_titles_that_go_on_badges(title: str, badge_name: str, badge: str) -> None:
    assert HERE.badge(replace(NG, title=title, badge_name=badge_name), "en") == badge


def test_the_order_of_names_is_that_of_the_person() -> None:
    zhang = Person(title="Mr", given_name="Wei", family_name="Zhang", family_first=True)
    assert (HERE.name(zhang, "en"), HERE.salutation(zhang, "en")) == ("Mr Zhang Wei", "Dear Mr Zhang,")


def test_titles_of_somebody_come_in_the_order_of_the_list_each_once() -> None:
    found = HERE.titles_of(replace(ANA, title="Sra. Dra. Ministra"), MINISTER)
    assert [title.uid for title in found] == ["minister", "doctor", "civil"]
    assert Addressing([]).titles_of(replace(ANA, title="Dr")) == []


@pytest.mark.parametrize(
    ("gender", "names"),
    [(FEMALE, ("Minister", "Ministre", "Ministra")), (MALE, ("Minister", "Ministre", "Ministro")),
     (UNKNOWN, ("Minister", "Ministre", "Ministro")), (OTHER, ("Minister", "Ministre", "Ministro"))],
)  # fmt: skip
def test_a_role_is_said_as_the_title_of_its_name(gender: Gender, names: tuple[str, ...]) -> None:
    person = replace(NG, gender=gender)
    assert tuple(HERE.role(person, MINISTER, language) for language in ("en", "fr", "es")) == names
    assert HERE.role(person, Role(name_en="Press", name_fr="Presse"), "fr") == "Presse"
