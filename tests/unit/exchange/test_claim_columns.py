"""Columns of answers are known by headings in three languages, else by what their cells hold."""

import pytest

from missionplanner.exchange.claim_columns import NEEDED, columns_of

FIELDS = (
    "row", "teller", "counterpart", "horizon", "told_on", "stage", "since", "about", "value", "currency", "jobs",
    "began_before", "third", "next_step", "evidence", "said_by",
)  # fmt: skip
ROWS = [
    ("1", "Ours", "Theirs", "30", "2026-03-20", "agreement", "2026-03-01", "pumps", "5,000.50", "CAD", "3", "yes", "Third",
     "call", "deal.pdf", "A. Roy"),
    ("2", "Theirs", "Ours", "30", "2026-03-21", "agreement", "2026-03-02", "pumps", "4000", "USD", "", "", "", "visit", "",
     "B. Ruiz"),
    ("3", "Ours", "Third", "30", "2026-03-20", "follow-up", "2026-02-20", "", "", "", "", "", "", "call", "", "A. Roy"),
    ("4", "Third", "Ours", "90", "2026-05-20", "ended", "2026-02-20", "", "", "", "", "", "", "none", "", "C. Sol"),
]  # fmt: skip
NAMES = {"Ours", "Theirs", "Third"}
HEADS = {
    "en": "row,company,counterpart,horizon,date,stage,since,what,value,currency,jobs,began before,third party,next step,"
    "evidence,said by",
    "es": "fila,Quién responde,Con quién,A cuántos días,Fecha de respuesta,¿En qué van?,Desde cuándo,¿De qué se trata?,"
    "Monto,Moneda,Empleos,¿Ya se conocían?,Tercera parte,Qué sigue,Comprobante,Persona",
    "fr": "Ligne,Entreprise,Avec qui,Après jours,Date de réponse,Étape,Depuis quand,Objet,Montant,Devise,Emplois,"
    "Avant la mission,Tierce partie,Prochaine étape,Pièce justificative,Dit par",
}


@pytest.mark.parametrize("language", HEADS)
def test_headings_of_three_languages_are_known(language: str) -> None:
    found = columns_of(HEADS[language].split(","), ROWS, NAMES.__contains__)
    assert found == {name: n for n, name in enumerate(FIELDS)}


def test_without_headings_the_cells_tell_what_is_needed() -> None:
    found = columns_of([f"Column {n}" for n in range(len(FIELDS))], ROWS, NAMES.__contains__)
    assert {name: found.get(name) for name in (*NEEDED, "currency", "evidence", "third")} == {
        "teller": 1, "counterpart": 2, "told_on": 4, "stage": 5, "currency": 9, "evidence": 14, "third": 12,
    }  # fmt: skip


def test_each_person_answers_for_one_company() -> None:
    rows = [
        ("Theirs", "Ours", "A. Roy"),
        ("Third", "Ours", "A. Roy"),
        ("Ours", "Theirs", "B. Ruiz"),
        ("Theirs", "Third", "C"),
    ]
    cells = [(*row, "2026-03-20", "ended") for row in rows]
    found = columns_of(["x", "y", "Persona", "z", "q"], cells, NAMES.__contains__)
    assert (found["teller"], found["counterpart"]) == (1, 0)


def test_a_table_of_something_else_has_no_columns() -> None:
    assert (
        columns_of(["Name", "Price"], [("Pump", "5"), ("Valve", "7")], NAMES.__contains__).keys() & set(NEEDED) == set()
    )
    assert columns_of([], [], NAMES.__contains__) == {}
