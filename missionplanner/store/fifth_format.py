"""The fifth format: courtesy titles are a list of the mission, and people may write their family name first."""

from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid

SQL = """
CREATE TABLE courtesy_titles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  written_en TEXT NOT NULL,
  written_en_f TEXT NOT NULL,
  written_en_m TEXT NOT NULL,
  written_fr TEXT NOT NULL,
  written_fr_f TEXT NOT NULL,
  written_fr_m TEXT NOT NULL,
  written_es TEXT NOT NULL,
  written_es_f TEXT NOT NULL,
  written_es_m TEXT NOT NULL,
  salutation_en TEXT NOT NULL,
  salutation_en_f TEXT NOT NULL,
  salutation_en_m TEXT NOT NULL,
  salutation_fr TEXT NOT NULL,
  salutation_fr_f TEXT NOT NULL,
  salutation_fr_m TEXT NOT NULL,
  salutation_es TEXT NOT NULL,
  salutation_es_f TEXT NOT NULL,
  salutation_es_m TEXT NOT NULL,
  spellings TEXT NOT NULL,
  spellings_f TEXT NOT NULL,
  spellings_m TEXT NOT NULL,
  on_badges INTEGER NOT NULL,
  position INTEGER NOT NULL
);
"""
Texts = tuple[str, str, str]
"""Texts for everybody, for women, for men."""
_NONE: Texts = ("", "", "")
ByLanguage = tuple[Texts, Texts, Texts]
_USUAL: ByLanguage = (_NONE, _NONE, _NONE)
_CIVIL: Texts = ("Dear {name},", "Dear Ms {family},", "Dear Mr {family},")
_WITHOUT: ByLanguage = (_CIVIL, _NONE, _NONE)
"""English letters leave such titles out."""
_HONOURED: ByLanguage = (_CIVIL, _NONE, ("", "Estimada Sra. {family}:", "Estimado Sr. {family}:"))
TITLES: tuple[tuple[str, ByLanguage, ByLanguage, Texts, bool], ...] = (
    ("excellency", (("H.E.", "", ""), ("S.E.", "", ""), ("S.E.", "", "")),
     (("Excellency,", "", ""), ("Excellence,", "", ""), ("Excelencia:", "", "")),
     ("Excellency; Excellence; Excelencia; Son Excellence; Su Excelencia; S.Exc.",
      "Her Excellency; Excma.; Excelentísima", "His Excellency; Excmo.; Excelentísimo"), True),
    ("minister", (("Minister", "", ""), ("Ministre", "", ""), ("", "Ministra", "Ministro")),
     (("Dear Minister {family},", "", ""), ("", "Madame la Ministre,", "Monsieur le Ministre,"),
      ("", "Señora Ministra:", "Señor Ministro:")),
     ("The Minister", "Madame la Ministre; Mme la Ministre", "Monsieur le Ministre; M. le Ministre"), True),
    ("ambassador", (("Ambassador", "", ""), ("", "Ambassadrice", "Ambassadeur"), ("", "Embajadora", "Embajador")),
     (("Dear Ambassador {family},", "", ""), ("", "Madame l’Ambassadrice,", "Monsieur l’Ambassadeur,"),
      ("", "Señora Embajadora:", "Señor Embajador:")),
     ("Amb.", "Madame l’Ambassadrice; Mme l’Ambassadrice", "Monsieur l’Ambassadeur; M. l’Ambassadeur"), True),
    ("senator", (("Senator", "", ""), ("", "Sénatrice", "Sénateur"), ("", "Senadora", "Senador")),
     (("Dear Senator {family},", "", ""), ("", "Madame la Sénatrice,", "Monsieur le Sénateur,"),
      ("", "Señora Senadora:", "Señor Senador:")),
     ("Sen.", "", ""), True),
    ("mayor", (("Mayor", "", ""), ("", "Mairesse", "Maire"), ("", "Alcaldesa", "Alcalde")),
     (("Dear Mayor {family},", "", ""), ("", "Madame la Mairesse,", "Monsieur le Maire,"),
      ("", "Señora Alcaldesa:", "Señor Alcalde:")),
     ("", "", ""), True),
    ("honourable", (("Hon.", "", ""), ("L’honorable", "", ""), ("Hon.", "", "")), _HONOURED,
     ("Honourable; Honorable; The Hon.; The Honourable; The Honorable; L’hon.; Rt. Hon.; Hble.", "", ""), True),
    ("professor", (("Prof.", "", ""), ("Prof.", "", ""), ("Prof.", "Profa.", "Prof.")),
     (("Dear Professor {family},", "", ""), ("", "Madame la Professeure,", "Monsieur le Professeur,"), _NONE),
     ("Professor; Pr", "Professeure; Profesora; Pre", "Professeur; Profesor"), True),
    ("doctor", (("Dr", "", ""), ("Dr", "Dre", "Dr"), ("Dr.", "Dra.", "Dr.")), _USUAL,
     ("Doctor; Docteur; Ph.D.", "Docteure; Doctora", ""), True),
    ("notary", (_NONE, ("Me", "", ""), _NONE), (_CIVIL, ("Maître,", "", ""), _NONE), ("Maître; Mtre", "", ""), True),
    ("engineer", (("Ing.", "", ""), ("Ing.", "", ""), ("Ing.", "", "")), _WITHOUT,
     ("Ir.", "Ingeniera; Ingénieure", "Ingeniero; Ingénieur"), True),
    ("graduate", (_NONE, _NONE, ("Lic.", "", "")), _WITHOUT, ("", "Licenciada; Licda.", "Licenciado; Licdo."), True),
    ("master", (_NONE, _NONE, ("", "Mtra.", "Mtro.")), _WITHOUT, ("", "Maestra", "Maestro"), True),
    ("architect", (("Arch.", "", ""), ("Arch.", "", ""), ("Arq.", "", "")), _WITHOUT,
     ("", "Arquitecta", "Arquitecto; Architecte"), True),
    ("civil", (("", "Ms", "Mr"), ("", "Mme", "M."), ("", "Sra.", "Sr.")), _USUAL,
     ("", "Madame; Madam; Señora", "Monsieur; Mister; Señor"), False),
    ("married", (("", "Mrs", ""), ("", "Mme", ""), ("", "Sra.", "")), _USUAL, _NONE, False),
    ("young", (("", "Miss", ""), ("", "Mlle", ""), ("", "Srta.", "")), _USUAL,
     ("", "Mademoiselle; Señorita", ""), False),
    ("neutral", (("Mx", "", ""), _NONE, _NONE),
     (_NONE, ("Bonjour {name},", "", ""), ("Saludos cordiales, {name}:", "", "")), _NONE, False),
)  # fmt: skip
"""The titles every mission begins with, in the order of protocol: before the name and in letters (each in English,
French and Spanish), other spellings, and whether badges carry them. The first word makes the uid."""


def bring_to(db: Database) -> None:
    """Fill the list of titles, and have people say the order of their names."""
    columns = [row[1] for row in db.execute("PRAGMA table_info(courtesy_titles)").fetchall()][1:]
    sql = f"INSERT INTO courtesy_titles ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    for place, (name, written, salutations, spellings, on_badges) in enumerate(TITLES):
        texts = [text for group in (*written, *salutations, spellings) for text in group]
        db.execute(sql, (derived_uid("courtesy_titles", name), *texts, on_badges, place))
    db.execute("ALTER TABLE people ADD COLUMN family_first INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE people_history ADD COLUMN family_first")
    # Images of rows inserted at once are keys alone.
    db.execute("UPDATE people_history SET family_first = 0 WHERE uid IS NOT NULL")
