"""Where words lead."""

import pytest

from missionplanner.domain import links


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


@pytest.mark.parametrize(("text", "target"), [("911", "tel:911"), ("+33 1-23", "tel:+33123"), ("none", ""), ("", "")])
def test_a_short_number_that_is_known_to_be_one_is_called(text: str, target: str) -> None:
    assert links.call(text) == target


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


def test_a_number_within_a_text_is_called_whole() -> None:
    found = list(links.calls_in("Ring +52 55 1234-5678, gate 12, or +1\N{NO-BREAK SPACE}613 555 0134 ext. 204."))
    assert found == [
        ("Ring ", ""),
        ("+52 55 1234-5678", "tel:+525512345678"),
        (", gate 12, or ", ""),
        ("+1\N{NO-BREAK SPACE}613 555 0134 ext. 204", "tel:+16135550134;ext=204"),
        (".", ""),
    ]
    assert (links.has_call("Ring +52 55 1234-5678"), links.has_call("Gate +12, floor 3"), list(links.calls_in(""))) == (
        True,
        False,
        [],
    )
