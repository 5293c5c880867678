"""A file that was changed after it was signed is told from one that was not."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import embedded_python  # noqa: E402


def said(current: str, calculated: str) -> str:
    return f"Current message digest    : {current} \nCalculated message digest : {calculated} \n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (said("AB12", "AB12"), 1),
        (said("AB12", "CD34"), 2),
        (said("AB12", "AB12") + said("EF56", "EF56"), 1),
        ("no signature found", 0),
    ],
)
def test_digests_of_a_file_and_of_its_signature_are_compared(text: str, expected: int) -> None:
    assert embedded_python._digests(text) == expected
