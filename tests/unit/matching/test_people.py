"""Names others wrote: whom they mean, whom they may mean, and that they mean nobody."""

import pytest

from missionplanner.matching.people import AskedName, FoundPerson, PeopleIndex, Registered

PEOPLE = [
    Registered(1, "Étienne", "L'Heureux", companies=("Boreal Timber",)),
    Registered(2, "Ana Sofía", "Ordóñez", "De la Garza", ("Cobalt Mining Systems",)),
    Registered(3, "Marie", "Côté"),
    Registered(4, "Marie-Ève", "Côté", companies=("Moulin Neuf",)),
    Registered(5, "David", "Chen", companies=("Alba",)),
    Registered(6, "David", "Chen", companies=("Boreal Timber",)),
    Registered(7, "Jean-François", "Lévesque"),
    Registered(8, "Robert", "Tootoosis"),
    Registered(9, "Thomas", "Martin"),
    Registered(10, "Martin", "Thomas"),
    Registered(11, "Leilani", "Kealoha"),
    Registered(12, "Frances", "Fraser"),
]
INDEX = PeopleIndex(PEOPLE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("LHEUREUX ETIENNE MR", 1), ("Etienne L’Heureux", 1), ("Ana Ordóñez De la Garza", 2), ("Ordonez, Ana Sofia", 2),
        ("ANA SOFIA ORDONEZ", 2), ("JF Levesque", 7), ("Lévesque Jean-François", 7), ("Bob Tootoosis", 8), ("Robert J. Tootoosis", 8),
        ("Marie-Eve Cote", 4), ("Leilani Kealhoa", 11), ("Ana S. Ordóñez", 2),
    ],
)  # fmt: skip
def test_a_name_means_whom_it_fits_alone(text: str, key: int) -> None:
    assert INDEX.find(AskedName(text)).key == key


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (AskedName("ORDONEZDELAGARZA/ANASOFIA", "ANASOFIA", "ORDONEZDELAGARZA"), 2),
        (AskedName("Martin, Thomas", "Thomas", "Martin"), 9),
        (AskedName("Thomas, Martin", "Martin", "Thomas"), 10),
        (AskedName("David Chen", company="Alba"), 5),
        (AskedName("David Chen", company="BOREAL TIMBER Inc."), 6),
        (AskedName("Marie Côté", company="Moulin-Neuf"), 4),
        (AskedName("E. L'Heureux", company="Boreal Timber"), 1),
    ],
)
def test_parts_and_companies_decide(asked: AskedName, key: int) -> None:
    assert INDEX.find(asked).key == key


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        (AskedName("David Chen"), {5, 6}),
        (AskedName("Marie Côté"), {3, 4}),
        (AskedName("E. L'Heureux"), {1}),
        (AskedName("Thomas Martin"), {9, 10}),
        (AskedName("Étienne L'Heureux", company="Hydra Valves"), {1}),
        (AskedName("Francis Fraser"), {12}),
        (AskedName("Frances Frasier"), {12}),
        (AskedName("Ana Sofía Ordóñez Ruiz"), {2}),
    ],
)
def test_what_is_not_sure_is_asked(asked: AskedName, candidates: set[int]) -> None:
    found = INDEX.find(asked)
    assert (found.key, set(found.candidates), found.is_asked) == (None, candidates, True)


@pytest.mark.parametrize("text", ["Gregory Stapleton", "Marie Lévesque-Roy", "G. Martin", ""])
def test_who_is_not_registered_is_nobody(text: str) -> None:
    assert INDEX.find(AskedName(text)) == FoundPerson(None)
