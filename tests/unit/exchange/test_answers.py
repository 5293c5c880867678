"""Yes and no in words, ticks and sentences; languages somebody speaks."""

import pytest

from missionplanner.exchange import answers


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("Yes", True), ("OUI", True), ("Sí.", True), ("x", True), ("1.0", True), ("☒", True), ("✔️", True), ("✅", True), ("☑ I agree", True),
        ("J'accepte", True), ("J’accepte", True), ("J'accepte les conditions d'utilisation", True), ("J'ai lu la politique et j'accepte", True),
        ("Je consens à ce que mes données soient partagées", True), ("Oui, j'autorise", True), ("D'accord", True), ("Nous acceptons", True),
        ("I agree to share my data with the organisers", True), ("Yes, I consent", True), ("I have read the notice and agree", True),
        ("We authorise the use of our data", True), ("Acepto", True), ("Sí, acepto el aviso de privacidad", True), ("Doy mi consentimiento", True),
        ("He leído el aviso y acepto", True), ("Autorizo", True), ("De acuerdo", True), ("Estoy de acuerdo", True), ("Granted", True),
        ("No", False), ("non", False), ("☐", False), ("☐ J'accepte", False), ("❌", False), ("0", False), ("I do not consent", False),
        ("I don't agree", False), ("I disagree", False), ("Decline", False), ("No, thank you", False), ("Je n'accepte pas", False),
        ("Je ne consens pas", False), ("Je refuse", False), ("Non, merci", False), ("Pas d'accord", False), ("No acepto", False),
        ("No doy mi consentimiento", False), ("No autorizo el uso de mis datos", False), ("Rechazo", False), ("Opt out", False),
        ("On hold", None), ("On request only", None), ("Yes, but only by e-mail", None), ("Maybe", None), ("Not yet", None), ("Not sure", None),
        ("Sur demande", None), ("Oui, sauf les photos", None), ("Peut-être", None), ("Pas encore", None), ("En attente", None),
        ("Sí, pero solo el nombre", None), ("Tal vez", None), ("Si es posible", None), ("Pendiente", None), ("No objection", None),
        ("Pas d'objection", None), ("Sin inconveniente", None), ("1 person", None), ("Yesterday", None), ("North", None), ("Once", None),
        ("✘", None), ("", None), ("Sim", True), ("Não", False), ("Nein", False), ("Yes if accepted", None), ("No sé", None),
    ],
)  # fmt: skip
def test_answers_in_three_languages(cell: str, answer: bool | None) -> None:
    assert answers.yes_or_no(cell) is answer


@pytest.mark.parametrize(
    ("cell", "ticked"),
    [
        ("Agriculture", True), ("agriculture", True), ("X", True), ("✘", True), ("Yes", True), ("1", True), ("Selected", True), ("TRUE", True),
        ("", False), ("-", False), ("No", False), ("0", False), ("☐", False), ("Not selected", False), ("Non coché", False), ("Falso", False),
        ("N/A", False), ("Mining", None), ("2", None), ("?!", None),
    ],
)  # fmt: skip
def test_a_box_is_ticked_by_a_mark_a_yes_or_its_option(cell: str, ticked: bool | None) -> None:
    assert answers.ticked(cell, "Agriculture") is (False if cell == "?!" else ticked)


@pytest.mark.parametrize(
    ("cell", "home", "codes", "unknown"),
    [
        ("English, Spanish (no French)", "CA", "en,es", ()), ("Anglais et espagnol, pas de français", "CA", "en,es", ()),
        ("Inglés y español, sin francés", "MX", "en,es", ()), ("English; no French or Spanish", "CA", "en", ()),
        ("English: yes, French: no", "CA", "en", ()), ("Français courant, anglais de base", "CA", "fr,en", ()),
        ("notions de français", "CA", "fr", ()), ("EN/FR", "CA", "en,fr", ()), ("es", "MX", "es", ()), ("Bilingual", "CA", "en,fr", ()),
        ("Bilingue (anglais/français)", "CA", "en,fr", ()), ("Bilingüe", "MX", "", ("Bilingüe",)), ("Trilingual", "CA", "", ("Trilingual",)),
        ("English, Klingon", "CA", "en", ("Klingon",)), ("Ukrainian and Polish", "CA", "uk,pl", ()), ("None", "CA", "", ()),
        ("I speak French and a little Spanish", "CA", "fr,es", ()), ("French - none", "CA", "", ()), ("", "CA", "", ()),
        ("I speak English but not French", "CA", "en", ()), ("EN-FR-ES", "CA", "en,fr,es", ()), ("en fr", "CA", "en,fr", ()),
        ("langue maternelle française", "CA", "fr", ()), ("English (Canada)", "CA", "en", ()), ("both official languages", "CA", "en,fr", ()),
    ],
)  # fmt: skip
def test_languages_named_denied_and_not_understood(cell: str, home: str, codes: str, unknown: tuple[str, ...]) -> None:
    assert answers.spoken(cell, home) == (tuple(filter(None, codes.split(","))), unknown)
    if home == "CA" and "iling" not in cell and "official" not in cell:
        assert answers.languages(cell) == codes


@pytest.mark.parametrize(
    ("cell", "option", "text"),
    [("x", "Vegan", "Vegan"), ("Yes", "Vegan", "Vegan"), ("Vegan", "Vegan", "Vegan"), ("No nuts", "Other", "No nuts"), ("No", "Vegan", ""), ("0", "Vegan", ""), ("☐", "Vegan", "")],
)  # fmt: skip
def test_a_box_says_its_option_or_what_was_written_into_it(cell: str, option: str, text: str) -> None:
    assert answers.boxed(cell, option) == text
