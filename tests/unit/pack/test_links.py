"""Where words lead."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.pack import fonts, links
from missionplanner.pack.tags import Element, TaggedCanvas
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.making import printed


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("ana.muñoz@acme.mx", "mailto:ana.mu%C3%B1oz@acme.mx"),
        ("+52 55 1234 5678", "tel:+525512345678"),
        ("+1 613-555-0134 ext. 204", "tel:+16135550134;ext=204"),
        ("(613) 555-0134, poste 12", "tel:6135550134;ext=12"),
        ("123", ""),
        ("on request", ""),
        ("Suite 1234567", ""),
    ],
)
def test_contacts_lead_to_a_letter_or_a_call(text: str, target: str) -> None:
    assert links.contact(text) == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("acme.mx", "https://acme.mx"),
        ("http://acme.mx/a b", ""),
        ("HTTPS://acme.mx/é?x=1", "HTTPS://acme.mx/%C3%A9?x=1"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_web_sites_are_followed_and_nothing_else(text: str, target: str) -> None:
    assert links.web(text) == target


def test_an_address_is_shown_on_the_map() -> None:
    assert (
        links.place("Hotel Sol", "Av. Juárez 5\n06050 Ciudad")
        == "geo:0,0?q=Hotel%20Sol%2C%20Av.%20Ju%C3%A1rez%205%2006050%20Ciudad"
    )
    assert links.place("", "") == ""


def test_a_link_out_of_the_file_is_tagged_with_its_words() -> None:
    fonts.register_fonts()
    out = BytesIO()
    canvas = TaggedCanvas(out, invariant=1)
    link = Element("Link", canvas.element(canvas, "P"))
    with canvas.marked(link):
        canvas.drawString(20, 20, "acme.mx")
    canvas.link(link, links.web("acme.mx"), "acme.mx", (20, 18, 80, 30))
    canvas.save()
    with pikepdf.open(out) as pdf:
        (found,) = pdf.pages[0].Annots
        assert (str(found.A.URI), str(found.Contents), "/StructParent" in found) == ("https://acme.mx", "acme.mx", True)


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("+52 55", "tel:+525512345678"),
        ("ana@", "mailto:ana@acme.mx"),
        ("acme.mx/en", "https://acme.mx/en"),
        ("else", ""),
    ],
)
def test_a_line_leads_where_the_whole_does(line: str, target: str) -> None:
    assert links.lead(line, "ana@acme.mx\n+52 55 1234 5678\nacme.mx/en") == target


def test_a_pack_leads_to_letters_calls_sites_and_maps(store: Store) -> None:
    with store.change(message("x")) as change:
        person = store.where(Person, "family_name", ["C1"])[0]
        change.update(replace(person, email="ana@acme.mx", phone="+525512345678"))
        change.update(replace(store.get(Company, key_of(store, "C1")), website="acme.mx"))
        change.update(replace(store.all(Venue)[0], address="Av. Juárez 5"))
    with pikepdf.open(BytesIO(printed(store, "D1"))) as pdf:
        found = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        targets = {str(link.A.URI): str(link.Contents) for link in found if "/A" in link}
    assert targets["mailto:ana@acme.mx"] == "ana@acme.mx"
    assert targets["tel:+525512345678"] == "+52 55 1234 5678"
    assert targets["https://acme.mx"] == "acme.mx"
    assert [words for target, words in targets.items() if target.startswith("geo:")] == ["Av. Juárez 5"]
