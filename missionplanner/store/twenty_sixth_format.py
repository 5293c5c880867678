"""The twenty-sixth format: a list of intents, exposure of companies, agreed objectives, and filled evaluations."""

from missionplanner.store.database import Database
from missionplanner.store.merging.layout import natural_uids

SQL = """
CREATE TABLE intents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_es TEXT NOT NULL,
  spellings TEXT NOT NULL,
  met_by TEXT NOT NULL,
  place TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE TABLE inputs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  country TEXT NOT NULL,
  share TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE INDEX inputs_company_id ON inputs(company_id);
CREATE TABLE objectives (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  counts TEXT NOT NULL,
  stage TEXT NOT NULL,
  intent TEXT NOT NULL,
  number REAL NOT NULL,
  unit TEXT NOT NULL,
  reached REAL,
  position INTEGER NOT NULL
);
CREATE INDEX objectives_company_id ON objectives(company_id);
CREATE TABLE evaluations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  company_id INTEGER REFERENCES companies(id) ON DELETE SET NULL,
  given_on TEXT NOT NULL,
  meetings INTEGER,
  programme INTEGER,
  pack INTEGER,
  organisation INTEGER,
  again INTEGER,
  comment TEXT NOT NULL
);
CREATE INDEX evaluations_company_id ON evaluations(company_id);
"""
_COLUMNS = (("companies", "tariff"), ("offerings", "intents"), ("requests", "intents"), ("criteria", "exposure"))
INTENTS = (
    ("buy", "Buy", "Acheter", "Comprar",
     "purchase; buying; achat; compra", "sell", ""),
    ("sell", "Sell", "Vendre", "Vender",
     "sale; selling; export; vente; exporter; venta; exportar", "buy", ""),
    ("second_source", "Second source of supply", "Deuxième source d’approvisionnement", "Segunda fuente de suministro",
     "second source; second supplier; second sourcing; dual sourcing; deuxième source; seconde source; deuxième"
     " fournisseur; segunda fuente; segundo proveedor; otra fuente", "", ""),
    ("joint_production", "Joint production", "Production commune", "Producción conjunta",
     "co-production; coproduction; joint venture; coentreprise; coproducción; empresa conjunta", "", ""),
    ("third_markets", "Third markets", "Marchés tiers", "Terceros mercados",
     "third market; third countries; marché tiers; tercer mercado", "", "market"),
    ("licence", "Licence or technology", "Licence ou technologie", "Licencia o tecnología",
     "licence; license; licensing; technology transfer; transfert de technologie; licencia; transferencia de"
     " tecnología", "", ""),
    ("logistics", "Logistics and port", "Logistique et port", "Logística y puerto",
     "logistics; port; corridor; logistique; logística; puerto; corredor", "", "port"),
    ("investment", "Investment", "Investissement", "Inversión",
     "invest; investing; investir; invertir", "", ""),
    ("research", "Research", "Recherche", "Investigación",
     "joint research; R&D; recherche et développement; investigación y desarrollo", "", ""),
)  # fmt: skip
"""The intents every mission begins with: code, names, other spellings, the intent that meets it where that is another,
and what is named along with it."""


def bring_to(db: Database) -> None:
    """Fill the list of intents, by which what companies and relationships say is read; it stays as it is written."""
    uids = natural_uids("intents", [(one[0],) for one in INTENTS], [""] * len(INTENTS))
    sql = (
        "INSERT INTO intents (uid, code, name_en, name_fr, name_es, spellings, met_by, place, position)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    for place, (uid, one) in enumerate(zip(uids, INTENTS, strict=True)):
        db.execute(sql, (uid, *one, place))
    for table, column in _COLUMNS:
        for each in (table, f"{table}_history"):
            db.execute(f"ALTER TABLE {each} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
