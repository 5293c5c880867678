"""Answers are read row by row, and evidence says a value, a currency and a day."""

from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.relationships import Stage
from missionplanner.errors import UserError
from missionplanner.exchange.claims import read_evidence, read_table

NAMES = {"Ours", "Theirs"}


def table(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_row_is_read_in_the_forms_of_its_language(tmp_path: Path) -> None:
    path = table(
        tmp_path, "Respuestas de la misión;;;;;;;", "Quién responde;Con quién;Fecha de respuesta;¿En qué van?;Monto;Moneda;"
        "¿Ya se conocían?;Empleos", "Theirs;Ours;21/03/2026;acuerdo;1.234.567,50;MXN;no;12",
    )  # fmt: skip
    found = read_table(path, NAMES.__contains__)
    (draft,) = found.drafts
    assert (draft.row, draft.teller, draft.counterpart, draft.told_on) == (3, "Theirs", "Ours", date(2026, 3, 21))
    assert (draft.stage, draft.value, draft.currency) == (Stage.AGREEMENT, 1234567.5, "MXN")
    assert (draft.began_before, draft.jobs, found.issues) == (False, 12, ())
    assert found.columns["value"] == "Monto"


def test_dates_have_the_order_that_the_column_proves(tmp_path: Path) -> None:
    path = table(
        tmp_path, "company,counterpart,date,stage", "Ours,Theirs,03/04/2026,held", "Ours,Theirs,03/21/2026,held"
    )
    assert [one.told_on.month for one in read_table(path, NAMES.__contains__).drafts] == [3, 3]


def test_a_table_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        read_table(table(tmp_path, "Name,Price", "Pump,5"), NAMES.__contains__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Verified value: CAD 1200.50; signed 2026-04-01; parties: A / B", (1200.5, "CAD", date(2026, 4, 1))),
        ("Valor comprobado 1,200.50 MXN, firmado el 01/04/2026 entre A y B", (1200.5, "MXN", date(2026, 4, 1))),
        ("Valeur 1 200,50 EUR signée le 1 avril 2026", (1200.5, "EUR", date(2026, 4, 1))),
        ("USD 5 only", (5.0, "USD", None)),
    ],
)
def test_evidence_is_read(tmp_path: Path, text: str, expected: tuple[float, str, date | None]) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = read_evidence(tmp_path / "a.txt")
    assert found is not None
    assert (found.value, found.currency, found.signed_on) == expected


def test_what_says_no_value_is_no_evidence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ABC 5, worth a lot", encoding="utf-8")
    assert read_evidence(tmp_path / "a.txt") is None
    assert read_evidence(tmp_path / "none.txt") is None
