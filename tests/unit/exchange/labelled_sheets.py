"""Sheets whose columns are known: headings as public forms have them, with cells to suit, drawn by a seed.

The headings lie in tests/data/headings, a file per language. A section of it is "# field style | kind of cells"; the
field "-" is nothing the program knows, "!" the same and sensitive.
"""

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row

HEADINGS = Path(__file__).resolve().parents[2] / "data" / "headings"
LANGUAGES = ("en", "fr", "es")
PERSONAL = (
    "given_name", "family_name", "second_family_name", "full_name", "position", "title", "email", "phone", "mobile", "languages", "badge_name", "dietary",
    "access_needs", "emergency_contact", "speaks_english",
)  # fmt: skip
SENSITIVE_FIELDS = ("dietary", "access_needs", "emergency_contact")


@dataclass(frozen=True)
class LabelledHeading:
    """A heading, what it means, and what its cells are."""

    text: str
    field: str
    cells: str
    sensitive: bool
    language: str


@dataclass(frozen=True)
class LabelledSheet:
    """A sheet with the truth about each column: its target as in a map of columns."""

    sheet: SourceSheet
    targets: tuple[str, ...]
    sensitive: tuple[bool, ...]
    language: str


@lru_cache
def headings(half: str = "") -> tuple[LabelledHeading, ...]:
    """All headings, or one half of them: "learnt" or "kept"."""
    found = []
    for language in LANGUAGES:
        field = cells = ""
        for line in (HEADINGS / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("# ") and " | " in line:
                section, cells = line[2:].split(" | ")
                field = section.split()[0]
            elif line.strip() and half in ("", _half(language, section, line)):
                sensitive = field == "!" or field in SENSITIVE_FIELDS
                found.append(LabelledHeading(line, "" if field in "-!" else field, cells, sensitive, language))
    return tuple(found)


def _half(language: str, section: str, line: str) -> str:
    return ("kept", "learnt")[int(hashlib.md5((language + section + line).encode()).hexdigest(), 16) % 2]


def draw(seed: int, half: str = "") -> LabelledSheet:
    """A sheet of 8 to 45 columns and 3 to 40 rows, in one language or, every fourth time, mixed."""
    r = random.Random(seed)
    language = r.choice(LANGUAGES)
    mixed = r.random() < 0.25
    known = [one for one in headings(half) if mixed or one.language == language]
    width, height = r.randint(8, 45), r.randint(3, 40)
    columns = _columns(r, known, width)
    decorated = _decoration(r)
    makers = [CELLS[heading.cells](r, language) for heading, _target in columns]
    rows = [[decorated(n, heading.text) for n, (heading, _t) in enumerate(columns, start=1)]]
    filled = [r.choice((1.0, 1.0, 0.9, 0.6)) if target != "name" else 1.0 for _h, target in columns]
    for _ in range(height):
        rows.append([make() if r.random() < share else "" for make, share in zip(makers, filled, strict=True)])
    sheet = SourceSheet("Sheet", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))
    return LabelledSheet(
        sheet, tuple(t for _h, t in columns), tuple(h.sensitive for h, _t in columns), "mixed" if mixed else language
    )


def forms(file: str = "forms") -> dict[str, list[LabelledHeading]]:
    """Whole forms as services and chambers make them, by name: a heading's field is its target in a map of columns.

    Several targets that are right stand between semicolons.
    """
    found: dict[str, list[LabelledHeading]] = {}
    for line in (HEADINGS / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            name, language = line[2:].rsplit(" ", 1)
        elif line.strip():
            field, cells, text = line.split(" | ", 2)
            sensitive = field == "!" or field.partition("#")[0] in SENSITIVE_FIELDS
            target = ";".join("" if one in "-!" else one for one in field.split(" ; "))
            found.setdefault(name, []).append(LabelledHeading(text, target, cells, sensitive, language))
    return found


def filled(form: Sequence[LabelledHeading], seed: int) -> LabelledSheet:
    """A form with some answers."""
    r = random.Random(seed)
    language = form[0].language
    makers = [_maker(heading.cells)(r, language) for heading in form]
    rows = [[heading.text for heading in form]]
    for _ in range(r.choice([3, 6, 20])):
        full = [r.random() < 0.9 or heading.field == "name" for heading in form]
        rows.append([make() if has else "" for make, has in zip(makers, full, strict=True)])
    sheet = SourceSheet("Sheet", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))
    return LabelledSheet(sheet, tuple(h.field for h in form), tuple(h.sensitive for h in form), language)


def _maker(cells: str) -> Callable[[random.Random, str], Callable[[], str]]:
    """The maker of a kind of cells; "=A/B" is a choice of these."""
    return _pick(*cells[1:].split("/")) if cells.startswith("=") else CELLS[cells]


def _columns(r: random.Random, known: Sequence[LabelledHeading], width: int) -> list[tuple[LabelledHeading, str]]:
    """Headings with their targets: a company, its people, and much else."""
    by_field: dict[str, list[LabelledHeading]] = {}
    for one in known:
        by_field.setdefault(one.field, []).append(one)
    chosen: list[tuple[LabelledHeading, str]] = [(r.choice(by_field["name"]), "name")]
    company = [f for f in by_field if f not in PERSONAL and f not in ("", "name")]
    for field in r.sample(company, min(len(company), round(width * 0.4))):
        chosen.append((r.choice(by_field[field]), field))
    chosen += _person(r, by_field, round(width * 0.25))
    nothing = by_field[""]
    chosen += [(one, "") for one in r.sample(nothing, min(len(nothing), width - len(chosen)))]
    if r.random() < 0.7:
        r.shuffle(chosen)
    return chosen


def _person(
    r: random.Random, by_field: dict[str, list[LabelledHeading]], most: int
) -> list[tuple[LabelledHeading, str]]:
    parts = ["given_name", "family_name"] if r.random() < 0.6 or "full_name" not in by_field else ["full_name"]
    others = [
        f
        for f in PERSONAL
        if f in by_field and f not in ("given_name", "family_name", "full_name", "second_family_name")
    ]
    r.shuffle(others)
    fields = [*parts, "email", *(f for f in others if f != "email")][: max(most, 3)]
    return [(r.choice(by_field[f]), f) for f in fields if f in by_field]


def _decoration(r: random.Random) -> Callable[[int, str], str]:
    """How a form dresses its headings."""
    return r.choice([
        lambda n, text: text, lambda n, text: text, lambda n, text: text, lambda n, text: f"{n}. {text}", lambda n, text: f"{text} *",
        lambda n, text: text.upper(), lambda n, text: f"{text}:", lambda n, text: f"Q{n}. {text}", lambda n, text: text.lower(),
    ])  # fmt: skip


def _pick(*values: str) -> Callable[[random.Random, str], Callable[[], str]]:
    return lambda r, _language: lambda: r.choice(values)


_WORDS = {
    "en": [
        "maple",
        "steel",
        "parts",
        "water",
        "software",
        "frozen",
        "berries",
        "solar",
        "design",
        "tools",
        "lentils",
        "films",
    ],
    "fr": [
        "érable",
        "acier",
        "pièces",
        "eau",
        "logiciels",
        "petits fruits",
        "solaire",
        "design",
        "outils",
        "lentilles",
        "films",
    ],
    "es": [
        "aguacate",
        "acero",
        "piezas",
        "agua",
        "programas",
        "bayas",
        "solar",
        "diseño",
        "herramientas",
        "lentejas",
        "cine",
    ],
}
_FIRST = {
    "en": ["Jane", "John", "Emily", "Raj", "Wei", "Sarah", "Michael", "Fatima", "Tom", "Siobhan"],
    "fr": ["Amélie", "Luc", "Geneviève", "Étienne", "Marie-Ève", "Zoé", "François", "Yanick"],
    "es": ["Ana", "José", "María Fernanda", "Luis", "Ximena", "Raúl", "Guadalupe", "Itzel"],
}
_LAST = {
    "en": ["Doe", "Smith", "Singh", "O'Brien", "MacDonald", "Lee", "Kowalczyk"],
    "fr": ["Côté", "Tremblay", "Roy", "Bélanger", "Lavoie", "Gagnon"],
    "es": ["Ruiz", "Peña", "García López", "Zúñiga", "de la Torre", "Castañeda"],
}
_FORMS = {
    "en": ["Inc.", "Ltd.", "Corp.", "LLC", ""],
    "fr": ["inc.", "ltée", "SENC", ""],
    "es": ["S.A. de C.V.", "S. de R.L. de C.V.", "SAS", ""],
}
_CITIES = {
    "en": ["Toronto", "Calgary", "Halifax", "St. John's"],
    "fr": ["Québec", "Lévis", "Montréal", "Saint-Jérôme"],
    "es": ["Puebla", "Monterrey", "Ciudad de México", "León"],
}
_REGIONS = {
    "en": ["Ontario", "AB", "Nova Scotia", "BC"],
    "fr": ["QC", "Québec", "Nouveau-Brunswick"],
    "es": ["Jalisco", "Nuevo León", "CDMX", "Puebla"],
}
_COUNTRIES = {
    "en": ["Canada", "Mexico", "United States"],
    "fr": ["Canada", "Mexique", "France"],
    "es": ["México", "Canadá", "España"],
}
_PROSE = {
    "en": "We make {a} and {b} for industrial buyers and export to {n} countries, with a team that has done so since {y}.",
    "fr": "Nous fabriquons {a} et {b} pour l'industrie et exportons vers {n} pays, avec une équipe qui le fait depuis {y}.",
    "es": "Fabricamos {a} y {b} para la industria y exportamos a {n} países, con un equipo que lo hace desde {y}.",
}
_YES = {"en": ["Yes", "No"], "fr": ["Oui", "Non"], "es": ["Sí", "No"]}


def _firm(r: random.Random, language: str) -> Callable[[], str]:
    def make() -> str:
        words = r.sample(_WORDS[language], 2)
        return f"{r.choice(_LAST[language]).title()} {words[0].title()} {words[1].title()} {r.choice(_FORMS[language])}".strip()

    return make


def _some_firms(r: random.Random, language: str) -> Callable[[], str]:
    """Other firms: some, often not given."""
    few = [_firm(r, language)() for _ in range(4)]
    return lambda: r.choice(few)


def _prose(r: random.Random, language: str) -> Callable[[], str]:
    return lambda: _PROSE[language].format(
        a=r.choice(_WORDS[language]), b=r.choice(_WORDS[language]), n=r.randint(2, 30), y=r.randint(1950, 2020)
    )


def _listed(values: dict[str, list[str]], most: int = 3) -> Callable[[random.Random, str], Callable[[], str]]:
    return lambda r, language: (
        lambda: r.choice([", ", "; "]).join(r.sample(values[language], r.randint(1, min(most, len(values[language])))))
    )


def _one(values: dict[str, list[str]]) -> Callable[[random.Random, str], Callable[[], str]]:
    return lambda r, language: lambda: r.choice(values[language])


def _ascii(text: str) -> str:
    return "".join(c for c in text.lower() if c.isascii() and c.isalpha()) or "x"


def _email(r: random.Random, language: str) -> Callable[[], str]:
    return lambda: (
        f"{_ascii(r.choice(_FIRST[language]))}.{_ascii(r.choice(_LAST[language]))}@{_ascii(r.choice(_WORDS[language]))}{r.randint(1, 99)}.example.ca"
    )


def _phone(r: random.Random, language: str) -> Callable[[], str]:
    style = (
        r.choice(["({a}) {b}-{c}", "{a}-{b}-{c}", "+1 {a} {b} {c}", "{a}.{b}.{c}", "{a} {b} {c}"])
        if language != "es"
        else r.choice(["+52 55 {b}{a} {c}", "55 {c} {c}", "81{c}{c}"])
    )
    return lambda: style.format(a=r.choice([416, 514, 604, 902]), b=r.randint(200, 999), c=r.randint(1000, 9999))


def _date(r: random.Random, language: str) -> Callable[[], str]:
    style = r.choice(["2025-{m:02}-{d:02}", "{d:02}/{m:02}/2025", "2025-{m:02}-{d:02} 09:{d:02}:00"])
    return lambda: style.format(m=r.randint(1, 12), d=r.randint(1, 28))


_GOODS = {
    "en": ["Maple syrup; frozen berries", "Route planning software", "Machined titanium parts; tooling", "Drill bits; pumps", "Sterile kits", "Recycled yarn"],
    "fr": ["Sirop d'érable; petits fruits", "Logiciel de planification", "Pièces usinées en titane; outillage", "Trépans; pompes", "Kits stériles", "Fil recyclé"],
    "es": ["Conservas; salsas picantes", "Programas de planificación", "Piezas de titanio; moldes", "Brocas; bombas de agua", "Kits estériles", "Hilo reciclado"],
}  # fmt: skip
_BUYERS = {
    "en": ["Importers; supermarket chains", "Resellers; system integrators", "Hospital groups", "Mine operators; contractors", "Retail buyers", "Universities; recruitment agents"],
    "fr": ["Importateurs; grande distribution", "Revendeurs; intégrateurs", "Groupes hospitaliers", "Exploitants miniers", "Centrales d'achat", "Universités; agents de recrutement"],
    "es": ["Importadores; cadenas de supermercados", "Revendedores; integradores", "Grupos hospitalarios", "Operadores mineros", "Centrales de compra", "Universidades; agentes"],
}  # fmt: skip
_GOALS = {
    "en": ["Find two distributors and learn about standards", "Meet buyers and sign a first contract", "Explore the market; understand regulation", "Visit plants and look for a partner"],
    "fr": ["Trouver deux distributeurs", "Comprendre la réglementation et rencontrer des acheteurs", "Explorer le marché en vue d'une implantation", "Visiter des usines"],
    "es": ["Encontrar dos distribuidores", "Conocer compradores y firmar un primer contrato", "Explorar el mercado y evaluar socios", "Visitar plantas"],
}  # fmt: skip
_MARKETS = {
    "en": ["United States; Chile", "Germany, France", "United States (60 %); Mexico (10 %)", "None yet"],
    "fr": ["États-Unis; Belgique", "Allemagne, Suisse", "Maroc; Sénégal"],
    "es": ["Estados Unidos; Chile", "Perú, Ecuador", "Colombia; Panamá"],
}
_KIN = {"en": ["Spouse", "Brother", "Mother"], "fr": ["Conjoint", "Mère"], "es": ["Esposa", "Hermano"]}

CELLS: dict[str, Callable[[random.Random, str], Callable[[], str]]] = {
    "firm": _firm,
    "firm2": _some_firms,
    "regno": lambda r, language: (lambda: f"{r.randint(100000000, 999999999)}" if language != "es" else f"ABC{r.randint(100000, 999999)}X{r.randint(10, 99)}"),
    "street": lambda r, language: lambda: f"{r.randint(1, 9999)} {r.choice(['King Street West', 'rue Principale', 'Av. Reforma', 'Industrial Road, Unit 4'])}",
    "city": _one(_CITIES), "region": _one(_REGIONS), "country": _one(_COUNTRIES),
    "postal": lambda r, language: lambda: f"{r.choice('HJKLMT')}{r.randint(1, 9)}{r.choice('ABCEG')} {r.randint(1, 9)}{r.choice('HJKL')}{r.randint(1, 9)}" if language != "es" else f"{r.randint(1000, 99999):05}",
    "web": lambda r, language: lambda: f"{r.choice(['https://www.', 'www.', ''])}{_ascii(r.choice(_WORDS[language]))}{r.randint(1, 999)}.com",
    "phone": _phone,
    "employees": lambda r, language: r.choice([lambda: str(r.randint(1, 900)), lambda: r.choice(["1-9", "10-49", "50-249", "250+"])]),
    "year": lambda r, language: lambda: str(r.randint(1900, 2024)),
    "sector": _listed({"en": ["Clean technologies", "Agriculture and processed foods", "ICT", "Creative industries"], "fr": ["Technologies propres", "Agroalimentaire", "TIC", "Industries créatives"], "es": ["Tecnologías limpias", "Agroindustria", "TIC", "Industrias creativas"]}),
    "stops": _listed({"en": ["Mexico City", "Guadalajara", "Monterrey"], "fr": ["Mexico", "Guadalajara", "Monterrey"], "es": ["Ciudad de México", "Guadalajara", "Monterrey"]}),
    "things": _listed(_WORDS), "subsector": _listed(_WORDS, 1), "firms": lambda r, language: lambda: "; ".join(_firm(r, language)() for _ in range(r.randint(1, 3))),
    "prose": _prose, "prosefr": lambda r, _l: _prose(r, "fr"), "prosees": lambda r, _l: _prose(r, "es"),
    "countries": _listed(_COUNTRIES), "partners": _some_firms, "datetime": _date, "date": _date,
    "agree": lambda r, language: lambda: r.choice([*_YES[language], {"en": "I agree", "fr": "J'accepte", "es": "Acepto"}[language]]),
    "person": lambda r, language: lambda: f"{r.choice(_FIRST[language])} {r.choice(_LAST[language])}",
    "remark": lambda r, language: lambda: r.choice({"en": ["Will call back", "VIP", "Met in Toronto last year"], "fr": ["À rappeler", "VIP", "Rencontré à Laval"], "es": ["Llamar de nuevo", "VIP", "Ya lo conocemos"]}[language]),
    "first": _one(_FIRST), "last": _one(_LAST),
    "job": _one({"en": ["CEO", "Export Manager", "VP Sales", "Engineer"], "fr": ["Président", "Directrice des ventes", "Ingénieur"], "es": ["Director General", "Gerente de ventas", "Fundadora"]}),
    "courtesy": _one({"en": ["Mr.", "Ms.", "Dr."], "fr": ["M.", "Mme"], "es": ["Sr.", "Sra.", "Ing.", "Lic."]}),
    "email": _email, "email2": _pick("anonymous"),
    "languages": _listed({"en": ["English", "French", "Spanish"], "fr": ["français", "anglais", "espagnol"], "es": ["español", "inglés", "francés"]}),
    "diet": _one({"en": ["Nut allergy", "Vegetarian", "None", "Gluten free"], "fr": ["Allergie aux noix", "Végétarien", "Aucune"], "es": ["Alergia a nueces", "Vegetariano", "Ninguna"]}),
    "access": _one({"en": ["Wheelchair", "None", "No stairs please"], "fr": ["Fauteuil roulant", "Aucun"], "es": ["Silla de ruedas", "Ninguna"]}),
    "passport": lambda r, _l: lambda: f"{r.choice('ABGH')}{r.choice('ABCD')}{r.randint(100000, 999999)}",
    "gender": _one({"en": ["Female", "Male", "Prefer not to say"], "fr": ["Femme", "Homme"], "es": ["Femenino", "Masculino"]}),
    "health": _one({"en": ["None", "Asthma", "O+"], "fr": ["Aucun", "Diabète"], "es": ["Ninguno", "Hipertensión"]}),
    "yesno": _one(_YES),
    "choice": lambda r, language: (lambda options: lambda: r.choice(options))(r.sample(["A", "B", "Medium", "Large", "SME", "Private", "Online", "Early bird", "Standard", "PME", "Mediana"], 4)),
    "number": lambda r, _l: lambda: str(r.randint(1, 40)), "money": lambda r, _l: lambda: f"${r.randint(1, 900)},000",
    "code": lambda r, _l: lambda: f"{r.choice('ABCX')}{r.choice('KLM')}-{r.randint(1000, 99999)}",
    "link": lambda r, language: lambda: f"https://www.social.com/{_ascii(r.choice(_LAST[language]))}{r.randint(1, 99)}",
    "goods": _one(_GOODS), "buyers": _one(_BUYERS), "goals": _one(_GOALS), "markets": _one(_MARKETS), "kin": _one(_KIN),
    "ranges": _pick("1-10", "11-50", "51-200", "201-500"), "percent": _pick("0%", "15%", "40%", "75%"), "tick": _pick("x", "X", ""), "empty": _pick(""),
    "ip": lambda r, _l: lambda: ".".join(str(r.randint(2, 250)) for _ in range(4)), "file": lambda r, _l: lambda: f"https://files.example.org/uploads/{r.randint(1, 99)}/logo.png",
    "town": lambda r, language: lambda: f"{r.choice(_CITIES[language])}, {r.choice(_REGIONS[language])}",
    "thing": lambda r, language: lambda: r.choice([w.title() for w in _WORDS[language]]),
}  # fmt: skip
