"""The fields a registration can have."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.spelling import words
from missionplanner.i18n import N_


@dataclass(frozen=True, slots=True)
class ImportField:
    """A field of a registration."""

    name: str
    label: str
    person: bool = False
    """Whether a row may hold it for several delegates."""


FIELDS: tuple[ImportField, ...] = (
    ImportField("signed_on", N_("Signed on")),
    ImportField("consent_on", N_("Consent given on")),
    ImportField("declares_origin", N_("Declares the origin of its goods")),
    ImportField("declares_export_controls", N_("Declares export controls")),
    ImportField("declares_integrity", N_("Declares integrity (anti-bribery)")),
    ImportField("signed_by", N_("Signed by")),
    ImportField("applicant", N_("Who applied")),
    ImportField("markets", N_("Exports by country")),
    ImportField("tariff", N_("Tariff status")),
    ImportField("inputs", N_("Inputs it buys")),
    ImportField("partners", N_("Existing partners in the market")),
    ImportField("description_en", N_("Description in English")),
    ImportField("description_fr", N_("Description in French")),
    ImportField("description_es", N_("Description in Spanish")),
    ImportField("offers_en", N_("Offers in English")),
    ImportField("offers_fr", N_("Offers in French")),
    ImportField("offers_es", N_("Offers in Spanish")),
    ImportField("seeks_en", N_("Seeks in English")),
    ImportField("seeks_fr", N_("Seeks in French")),
    ImportField("seeks_es", N_("Seeks in Spanish")),
    ImportField("position_en", N_("Position in English"), person=True),
    ImportField("position_fr", N_("Position in French"), person=True),
    ImportField("position_es", N_("Position in Spanish"), person=True),
    ImportField("received", N_("Received on")),
    ImportField("consent", N_("Consent")),
    ImportField("email", N_("E-mail"), person=True),
    ImportField("website", N_("Website")),
    ImportField("second_family_name", N_("Second family name"), person=True),
    ImportField("given_name", N_("Given name"), person=True),
    ImportField("family_name", N_("Family name"), person=True),
    ImportField("title", N_("Courtesy title"), person=True),
    ImportField("speaks_english", N_("Speaks English"), person=True),
    ImportField("languages", N_("Languages"), person=True),
    ImportField("mobile", N_("Mobile"), person=True),
    ImportField("employees", N_("Employees")),
    ImportField("year_founded", N_("Year founded")),
    ImportField("operating_name", N_("Operating name")),
    ImportField("registration_number", N_("Registration number")),
    ImportField("subsectors", N_("Subsectors")),
    ImportField("stops", N_("Stops")),
    ImportField("sectors", N_("Sectors")),
    ImportField("wishes", N_("Companies it wishes to meet")),
    ImportField("seeks", N_("Seeks")),
    ImportField("offers", N_("Offers")),
    ImportField("description", N_("Description")),
    ImportField("objectives", N_("Objectives")),
    ImportField("intents", N_("Intents")),
    ImportField("dietary", N_("Dietary needs"), person=True),
    ImportField("access_needs", N_("Access needs"), person=True),
    ImportField("emergency_contact", N_("Emergency contact"), person=True),
    ImportField("badge_name", N_("Badge name"), person=True),
    ImportField("phone_company", N_("Company phone")),
    ImportField("phone", N_("Phone"), person=True),
    ImportField("position", N_("Position"), person=True),
    ImportField("postal_code", N_("Postal code")),
    ImportField("address", N_("Address")),
    ImportField("country", N_("Country")),
    ImportField("region", N_("Province or state")),
    ImportField("city", N_("City")),
    ImportField("full_name", N_("Name of the delegate"), person=True),
    ImportField("kind", N_("Kind of organisation")),
    ImportField("name", N_("Company name")),
    ImportField("meets_at", N_("Where meetings are held")),
    ImportField("zone", N_("Zone of the city")),
    ImportField("time_zone", N_("Time zone")),
    ImportField("coordinates", N_("Coordinates")),
    ImportField("directions", N_("How to get there")),
    ImportField("notes", N_("Notes")),
)

ROLE = ImportField("role", N_("Role"), person=True)
"""The reason somebody is there; only lists of people have it, and it is known by the roles of the mission."""
GENDER = ImportField("gender", N_("Gender"), person=True)
"""As people state it; no heading is enough to be one, the cells have to state genders."""
BY_NAME = {field.name: field for field in (*FIELDS, ROLE, GENDER)}
OF_COMPANIES = (*(field.name for field in FIELDS), GENDER.name)
"""The fields of forms of companies."""
OF_PEOPLE = (*(field.name for field in FIELDS if field.person), "name", ROLE.name, GENDER.name)
"""The fields of lists of people."""
MANY = frozenset({
    "sectors", "subsectors", "stops", "offers", "seeks", "languages", "notes", "wishes", "markets", "inputs", "partners", "address", "emergency_contact",
    "dietary", "access_needs",
})  # fmt: skip
"""Fields that several columns may feed."""
JOINED = frozenset({"address", "emergency_contact", "dietary", "access_needs"})
"""Fields of MANY whose cells make one text: two lines of an address, the name and the number of whom to call."""
CHOICES = frozenset({"sectors", "subsectors", "stops"})
"""Fields of which the mission has a list."""
BOXES = CHOICES | {"languages", "dietary", "access_needs", "seeks", "offers"}
"""Fields for which forms have boxes to tick, each with a column: "Languages [English]"."""


_CAMEL = re.compile(r"(?<=[a-zé])(?=[A-Z][a-z])")


def normal_heading(heading: str) -> str:
    """The folded words of a heading; an apostrophe parts words, and so does a capital ("FirstName")."""
    parted = _CAMEL.sub(" ", heading.replace("'", " ").replace("’", " "))
    return words(parted)


_WORDS_OF = {
    "en": "name company city state phone first last job what are your number email province business description which",
    "fr": "nom prenom ville entreprise courriel telephone secteur site secteurs de la vous votre pays adresse poste offrez",
    "es": "nombre apellido ciudad empresa correo telefono sector sectores giro estado puesto cargo busca ofrece pais de",
}


_WORDS_OF_OTHERS = {
    "pt": "nome empresa cidade telefone telemovel pais setor sectores setores atividade actividade cargo o que do da dos em "
          "participante linguas idiomas morada endereco procura oferece produz nao segundo e",
    "it": "nome cognome azienda impresa citta telefono paese settore ruolo indirizzo di del della che cosa cerca offre "
          "prodotti lingue sito attivita",
    "de": "name vorname nachname firma unternehmen stadt ort telefon land branche funktion adresse webseite was suchen "
          "bieten sie ihre sprachen und der die das",
    "nl": "naam voornaam achternaam bedrijf stad telefoon land functie adres wat zoekt u biedt talen en de het van",
}  # fmt: skip
"""Words of forms in languages that are close to one of the three, or are sent to many."""


def language_of(headings: Iterable[str]) -> str:
    """The language of a form by the words of its headings; empty when they leave a doubt, or are of another one."""
    found = {word for heading in headings for word in normal_heading(heading).split()}
    hits = {language: len(found & set(text.split())) for language, text in _WORDS_OF.items()}
    first, second = sorted(hits.values(), reverse=True)[:2]
    best = max(hits, key=lambda language: hits[language])
    other = max(len(found & set(text.split())) for text in _WORDS_OF_OTHERS.values())
    return best if first >= 3 and first > second and first >= other else ""
