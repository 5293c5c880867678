"""The values of PDF forms, whatever their fields lie in."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, String

from missionplanner.errors import UserError
from missionplanner.pack.filled_pdfs import fields_of, is_pdf


def made(fields: list[Dictionary] | None, **saving: object) -> bytes:
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if fields is not None:
            pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        pdf.save(out, **saving)  # type: ignore[arg-type]
    return out.getvalue()


def test_fields_within_others_have_both_names() -> None:
    inner = Dictionary(T=String("b"), V=String(" é "))
    assert fields_of("a", made([Dictionary(T=String("a"), Kids=Array([inner])), Dictionary(T=String("c"))])) == {
        "a.b": "é"
    }


def test_a_pdf_without_fields_has_none() -> None:
    assert fields_of("a", made(None)) == {}
    assert [is_pdf(made(None)), is_pdf(b"PK")] == [True, False]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 cut", "cannot be read as a PDF"),
        (made([], encryption=pikepdf.Encryption(owner="a", user="b")), "protected by a password"),
    ],
)
def test_damaged_and_locked_ones_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        fields_of("a.pdf", content)
