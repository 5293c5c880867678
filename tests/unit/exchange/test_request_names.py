"""The companies named in one cell: numbered, listed, beside a city or a person, by address; or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.exchange.request_names import Directory, names_in, without_marker

NAMES = {"Grupo Alba": 1, "Minera Sonora": 2, "3 Hermanos": 3, "Café & Té": 4, "Ruiz, Soto y Paz": 5}
ALSO = {"ana ruiz": 1, "eva paz": 2, "ana@alba.mx": 1, "eva@sonora.mx": 2}
KEYS = {name.casefold(): key for name, key in NAMES.items()} | ALSO
CITIES = {"puebla", "hermosillo", "león"}


def keys(text: str) -> frozenset[int]:
    found = KEYS.get(text.strip().casefold())
    return frozenset({found} if found else ())


KNOWN = Directory(keys, lambda text: text.strip().casefold() in CITIES)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Grupo Alba, Puebla", ["Grupo Alba, Puebla"]),
        ("Grupo Alba, Puebla, Minera Sonora, Hermosillo", ["Grupo Alba, Puebla", "Minera Sonora, Hermosillo"]),
        ("Grupo Alba (Puebla), Café & Té (Oaxaca), Unknown (Puebla)", ["Grupo Alba (Puebla)", "Café & Té (Oaxaca)", "Unknown (Puebla)"]),
        ("Grupo Alba - Ana Ruiz; Minera Sonora – Eva Paz", ["Grupo Alba - Ana Ruiz", "Minera Sonora – Eva Paz"]),
        ("Grupo Alba\nPuebla\nMinera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("Ana Ruiz (Grupo Alba)", ["Ana Ruiz (Grupo Alba)"]),
        ("Grupo Alba: Ana Ruiz, Directora", ["Grupo Alba: Ana Ruiz, Directora"]),
        ("Grupo Alba, Export Foods Inc.", ["Grupo Alba", "Export Foods Inc."]),
        ("Ana Ruiz, Eva Paz", ["Ana Ruiz", "Eva Paz"]),
        ("ana@alba.mx, eva@sonora.mx", ["ana@alba.mx", "eva@sonora.mx"]),
        ("Ana Ruiz <ana@alba.mx>", ["Ana Ruiz <ana@alba.mx>"]),
        ("1 Grupo Alba\n2 Minera Sonora\n3 Hermanos", ["Grupo Alba", "Minera Sonora", "3 Hermanos"]),
        ("#1 Grupo Alba #2 Minera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("1- Grupo Alba 2- 3 Hermanos", ["Grupo Alba", "3 Hermanos"]),
        ("1st: Grupo Alba, 2nd: Minera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("Premier choix : Grupo Alba; Deuxième choix : Café & Té", ["Grupo Alba", "Café & Té"]),
        ("Opción 1: Grupo Alba / Opción 2: Minera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("i. Grupo Alba\nii. Minera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("1º Grupo Alba\n2ª Minera Sonora", ["Grupo Alba", "Minera Sonora"]),
        ("Ruiz, Soto y Paz y Grupo Alba", ["Ruiz, Soto y Paz", "Grupo Alba"]),
        ("None at this time", []), ("Aucune pour le moment", []), ("Ninguna por ahora", []), ("No preference", []), ("Any", []), ("tbd", []),
        ("Anybody Foods", ["Anybody Foods"]), ("3-D Systems", ["3-D Systems"]), ("1.5 Volt Inc.", ["1.5 Volt Inc."]),
    ],
)  # fmt: skip
def test_the_companies_of_a_cell(cell: str, wanted: list[str]) -> None:
    found = names_in(cell, KNOWN)
    assert [KNOWN.about(one) or one for one in found] == [KNOWN.about(one) or one for one in wanted]


MARKERS = [
    "{}",
    "{}.",
    "{})",
    "({})",
    "#{}",
    "{}:",
    "{}º",
    "{} -",
    "{}.-",
    "No. {}:",
    "Choice {}:",
    "{}e choix :",
    "-",
    "•",
    "",
]


@given(
    st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=5, unique=True),
    st.sampled_from(MARKERS),
    st.sampled_from(["\n", "; ", "\n\n"]),
    st.sampled_from(["", " (Puebla)", ", Puebla", " – somebody new"]),
)
def test_no_company_of_a_list_is_lost(wanted: list[str], marker: str, between: str, detail: str) -> None:
    lines = [f"{marker.format(n)} {name}{detail}".strip() for n, name in enumerate(wanted, 1)]
    found = names_in(between.join(lines), KNOWN)
    assert [KNOWN.about(one) for one in found] == [keys(name) for name in wanted]


@given(st.lists(st.sampled_from([*sorted(NAMES), "Nobody Knows Inc."]), min_size=1, max_size=5, unique=True))
def test_an_unknown_company_of_a_list_is_named(wanted: list[str]) -> None:
    assert names_in(", ".join(wanted), KNOWN) == wanted


def test_a_marker_goes_only_where_it_is_one() -> None:
    assert [without_marker(text, KNOWN) for text in ("2 Brothers Ltd.", "A. Grupo Alba", "2) Brothers")] == [
        "2 Brothers Ltd.",
        "Grupo Alba",
        "Brothers",
    ]
