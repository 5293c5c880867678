"""Fields of PDF forms: tagged, named, with lists; kept values come back."""

from io import BytesIO

import pikepdf

from missionplanner.pack import filled_pdfs
from missionplanner.pack.form_fields import FormCanvas, PdfField
from missionplanner.pack.style import register_fonts


def drawn() -> bytes:
    register_fonts()
    out = BytesIO()
    canvas = FormCanvas(out, lang="fr-CA", invariant=1)
    canvas.keep("mark", "m€")
    canvas.field(PdfField("stage", "D1 : Étape", ("Négociation", "Terminée")), (10, 10, 90, 25))
    canvas.field(PdfField("about", "D1 : Objet"), (10, 40, 90, 55))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_fields_have_names_lists_and_a_place_in_the_structure() -> None:
    with pikepdf.open(BytesIO(drawn())) as pdf:
        fields = {str(one.T): one for one in pdf.Root.AcroForm.Fields}  # type: ignore[attr-defined]
        assert sorted(fields) == ["about", "mark", "stage"]
        assert str(fields["stage"].TU) == "D1 : Étape"
        assert [str(one) for one in fields["stage"].Opt] == ["", "Négociation", "Terminée"]
        assert [int(one.F) for one in (fields["mark"], fields["stage"])] == [2, 4]
        assert "/StructParent" not in fields["mark"]
        kids = pdf.Root.StructTreeRoot.K[0].K  # type: ignore[attr-defined]
        assert [str(one.S) for one in kids] == ["/Form", "/Form"]
        assert kids[0].K[0].Obj.objgen == fields["stage"].objgen


def test_kept_values_are_read_again() -> None:
    assert filled_pdfs.fields_of("a.pdf", drawn()) == {"mark": "m€", "stage": "", "about": ""}
