"""Every command writes French and Spanish when it is asked to, and no English word."""

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from missionplanner import app
from missionplanner.cli.attending import RULES
from missionplanner.cli.filters import STATUSES
from missionplanner.cli.letters import MOMENTS
from missionplanner.cli.parser import names
from missionplanner.cli.people import VERBS
from missionplanner.cli.visits import PLACES
from missionplanner.domain.companies import Company
from missionplanner.domain.letter_papers import PICTURES
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.moments import LetterMark
from missionplanner.domain.packs import PAPER_LABELS
from missionplanner.domain.people import Person, Role
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.moments.attached import LetterFile
from missionplanner.jobs.safety.history_span import SPANS
from missionplanner.jobs.starts import offered
from missionplanner.jobs.starts.take import Take
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import ROOT, make_mission, run

LANGUAGES = ("fr", "es")
HEADINGS = {
    "fr": ("Entreprise,Ville,Courriel", "Demandé par,Souhaite rencontrer,Priorité"),
    "es": ("Empresa,Ciudad,Correo", "Solicitado por,Desea reunirse con,Prioridad"),
}
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "new": (
        ("new", "{dir}/n.mission"), ("new", "{m}"), ("new", "{dir}/f.mission", "--from", "{m}"),
        ("new", "{dir}/g.mission", "--from", "{m}", "--take", "zz"), ("new", "{dir}/h.mission", "--take", "all"),
        ("new", "{dir}/i.mission", "--from", "{m}", "--city", "zz"),
    ),
    "info": (("info", "{m}"),),
    "import": (
        ("import", "{m}", "{dir}/c.csv", "--kind", "companies", "--side", "delegation"),
        ("import", "{m}", "{dir}/r.csv", "--kind", "requests"),
        ("import", "{m}", "{dir}/c.csv", "--kind", "companies"),
    ),
    "list": (
        *(("list", "{m}", what) for what in ("companies", "delegates", "requests", "meetings", "events", "unplaced")),
        *(("list", "{m}", what) for what in ("weeks", "loads")),
        ("list", "{m}", "conflicts"),
        ("list", "{m}", "companies", "--sector", "XX"),
        ("list", "{m}", "companies", "--sort", "xx"),
    ),
    "check": (("check", "{m}"), ("check", "--file", "{m}")),
    "history": (("history", "{m}"),),
    "set-status": (("set-status", "{m}", "confirmed"), ("set-status", "{m}", "confirmed", "--stop", "XX")),
    "requests": (
        ("requests", "{m}"), ("requests", "{m}", "--from-registrations", "--dry-run"), ("requests", "{m}", "--dry-run"),
        ("requests", "{m}", "--from-registrations"),
    ),
    "plan": (("plan", "{m}", "--seconds", "0.2"), ("plan", "{m}", "--day", "xx")),
    "attend": (
        ("attend", "{m}"), ("attend", "{m}", "--keep"), ("attend", "{m}", "--by", "turn"),
        ("attend", "{m}", "--company", "D1", "--by", "turn"), ("attend", "{m}", "--meeting", "D1", "C1"),
    ),
    "letters": (
        ("letters", "{m}", "--moment", "thanks"), ("letters", "{m}", "--moment", "thanks", "--out", "{m}.let"),
        ("letters", "{m}", "--moment", "accepted"), ("letters", "{m}", "--moment", "stops", "--note", "out"), ("letters", "{m}", "--moment", "thanks", "--note", "out"),
        ("letters", "{m}", "--moment", "thanks", "--test", "a@b.ca"), ("letters", "{m}", "--moment", "evening", "--day", "x"),
        ("letters", "{m}", "--moment", "xx"), ("letters", "{m}", "--moment", "thanks", "--remove"),
    ),
    "papers": (("papers", "{m}"), ("papers", "{m}", "--out", "{m}.pap"), ("papers", "{m}", "--for", "xx", "--remove"), ("papers", "{m}", "--remove")),
    "calendars": (("calendars", "{m}", "--out", "{m}.cal"), ("calendars", "{m}", "--out", "{m}.cal", "--reminder", "9")),
    "contacts": (("contacts", "{m}", "--out", "{m}.vcf"),),
    "clocks": (
        ("clocks", "{m}"), ("clocks", "{m}", "--unknown"), ("clocks", "{m}", "set", "Lyon", "D1"), ("clocks", "{m}", "set", "zz", "D1"),
    ),
    "visits": (
        ("visits", "{m}"), ("visits", "{m}", "--at", "office"), ("visits", "{m}", "--company", "D1", "--at", "office"),
        ("visits", "{m}", "--way", "A", "B", "x"), ("visits", "{m}", "--at", "table", "--zone", "A"),
        ("visits", "{m}", "--company", "C1", "--coordinates", "x"),
    ),
    "free": (("free", "{m}", "2026-02-16T09:00"), ("free", "{m}", "zz"), ("free", "{m}", "2026-02-16T01:00")),
    "advice": (("advice", "{m}", "--seconds", "0.3"),),
    "whatif": (("whatif", "{m}", "--companies", "2", "--tables", "2", "--seconds", "0.2"), ("whatif", "{m}", "--days", "x")),
    "packs": (("packs", "{m}", "--out", "{dir}/p", "--language", "{l}"), ("packs", "{m}", "--out", "{dir}/q", "--company", "XX")),
    "export": (("export", "{m}", "--out", "{dir}/x.csv"), ("export", "{m}", "--out", "{dir}/x.xx")),
    "people": (
        ("people", "{m}"), ("people", "{m}", "--role", "XX"),
        ("people", "{m}", "add", "--given-name", "Zyz", "--organisation", "D1"), ("people", "{m}", "add"),
        ("people", "{m}", "set", "Zyz", "email=z@zyz.mx"), ("people", "{m}", "set", "Zyz", "email"),
        ("people", "{m}", "set", "Zyz", "phone=zz"), ("people", "{m}", "set", "Zyz", "zz=zz"),
        ("arrivals", "{m}", "add", "Zyz", "flight=ZZ1", "arrives=2026-02-16T10:00"),
        ("people", "{m}", "day", "Zyz"), ("people", "{m}", "day", "Zyz", "--day", "zz"),
        ("people", "{m}", "day", "Zyz", "--day", "2026-02-17"),
        ("people", "{m}", "day", "Zyz", "--late", "90"), ("people", "{m}", "day", "Zyz", "--late", "0", "--take", "1"),
        ("people", "{m}", "day", "Zyz", "--late", "9", "--flight", "zz"), ("people", "{m}", "day", "Zyz", "--cancelled", "zz"),
        ("people", "{m}", "remove", "Zyz"), ("people", "{m}", "remove", "Zyz"),
    ),
    "look": (
        ("look", "{m}"), ("look", "{m}", "set", "--evaluation", "zz.zz"), ("look", "{m}", "set", "--evaluation", "zz zz"),
        ("look", "{m}", "set", "--colour", "zz"),
        ("look", "{m}", "set", "--portrait-of", "zz"),
    ),
    "titles": (
        ("titles", "{m}"), ("titles", "{m}", "add", "written_en=Zyz", "place=1"), ("titles", "{m}", "add", "zz=zz"),
        ("titles", "{m}", "set", "Zyz", "on_badges=zz"), ("titles", "{m}", "set", "Zyz", "place=zz"),
        ("titles", "{m}", "set", "Zyz", "salutation_en={{zz}}"), ("titles", "{m}", "set", "Zyz", "written_en="),
        ("titles", "{m}", "set", "Zyz", "place=2"), ("titles", "{m}", "remove", "Zyz"), ("titles", "{m}", "remove", "Zyz"),
    ),
    "intents": (
        ("intents", "{m}"), ("intents", "{m}", "add", "name=Zyz", "place=zz"), ("intents", "{m}", "add", "name=Zyz", "met_by=zz"),
        ("intents", "{m}", "add", "name=Zyz", "position=1"), ("intents", "{m}", "add", "name=Zyz"),
        ("intents", "{m}", "set", "Zyz", "name=Zy(z)"), ("intents", "{m}", "set", "Zyz", "place=port"),
        ("intents", "{m}"), ("intents", "{m}", "remove", "Zyz"), ("intents", "{m}", "remove", "Zyz"),
    ),
    "exposure": (
        ("exposure", "{m}"), ("exposure", "{m}", "set", "zz", "tariff=zz"), ("exposure", "{m}", "--largest-market", "75+"),
        ("exposure", "{m}", "replace"),
    ),
    "objectives": (
        ("objectives", "{m}"), ("objectives", "{m}", "add", "zz", "zz"), ("objectives", "{m}", "set", "zz", "zz", "number=zz"),
        ("objectives", "{m}", "remove", "zz", "zz"),
    ),
    "evaluations": (
        ("evaluations", "{m}"), ("evaluations", "{m}", "add", "4 5 3 - 5; zz"), ("evaluations", "{m}", "add", "zz"),
        ("evaluations", "{m}", "remove", "zz"), ("evaluations", "{m}"),
    ),
    "fees": (
        ("fees", "{m}", "add", "--currency", "CAD"), ("fees", "{m}"), ("fees", "{m}", "add"), ("fees", "{m}", "--unpaid"),
    ),
    "form": (
        ("form", "{m}", "--out", "{dir}/f.txt"), ("form", "{m}", "--out", "{dir}/f.zz"),
        ("form", "{m}", "--out", "{dir}/f.txt", "--people", "99"), ("form", "{m}", "--out", "{dir}/f", "--second"),
    ),
    "fields": (
        ("fields", "{m}", "add", "name=Zyz", "kind=one", "choices=Qx;Qy", "place=1"), ("fields", "{m}"),
        ("fields", "{m}", "add", "name=Zyz"), ("fields", "{m}", "add", "zz=zz"), ("fields", "{m}", "add", "kind=zz"),
        ("fields", "{m}", "add", "name=Qq", "kind=one"), ("fields", "{m}", "add", "name=Qq", "place=zz"),
        ("fields", "{m}", "add", "name=Qq", "required=zz"), ("fields", "{m}", "add", "name=Qq", "currency=zz"),
        ("fields", "{m}", "set", "Zyz", "subject=person"), ("fields", "{m}", "set", "Zyz", "kind=text"),
        ("fields", "{m}", "remove", "Zyz"), ("fields", "{m}", "remove", "Zyz"),
    ),
    "criteria": (
        ("criteria", "{m}", "add", "name=Zyz", "name_fr=Zyz", "name_es=Zyz", "weight=2", "place=1"), ("criteria", "{m}"),
        ("criteria", "{m}", "add", "weight=2"), ("criteria", "{m}", "add", "name=Qq", "weight=zz"),
        ("criteria", "{m}", "add", "zz=zz"), ("criteria", "{m}", "add", "name=Qq", "field=zz"),
        ("criteria", "{m}", "set", "Zyz", "weight=3"), ("criteria", "{m}", "remove", "Zyz"),
        ("criteria", "{m}", "remove", "Zyz"),
    ),
    "figures": (
        ("figures", "{m}", "add", "zyz", "name=Zyz", "currency=CAD", "scale=billion", "chart=line"),
        ("figures", "{m}", "add", "zyz.2024", "value=< 5", "source=Qx", "as_of=2025-01-02"), ("figures", "{m}"),
        ("figures", "{m}", "--series"), ("figures", "{m}", "add", "zyz"), ("figures", "{m}", "add", "qq", "currency=zz"),
        ("figures", "{m}", "add", "qq", "scale=zz"), ("figures", "{m}", "add", "qq", "sector=zz"),
        ("figures", "{m}", "add", "qq", "chart=share"), ("figures", "{m}", "set", "zyz", "name="),
        ("figures", "{m}", "add", "zyz.2024", "value=6"), ("figures", "{m}", "add", "zyz.2023"),
        ("figures", "{m}", "add", "qq.2023", "value=1"), ("figures", "{m}", "set", "zyz.2022", "value=1"),
        ("figures", "{m}", "set", "zyz.2024", "value=zz"), ("figures", "{m}", "set", "zyz.2024", "note=Qx"),
        ("figures", "{m}", "import", "{dir}/c.csv"), ("figures", "{m}", "import", "{dir}/c.csv", "--sheet", "Zz"),
        ("figures", "{m}", "remove", "zyz.2024"), ("figures", "{m}", "remove", "zyz"), ("figures", "{m}", "remove", "zyz"),
    ),
    "briefings": (
        ("briefings", "{m}", "add", "kind=regulation", "body_en=Zyz"), ("briefings", "{m}"),
        ("briefings", "{m}", "add", "kind=regulation"),
        ("briefings", "{m}", "add", "sector=zz", "body_en=Qx"), ("briefings", "{m}", "set", "9", "body_en=Qx"),
        ("briefings", "{m}", "set", "1", "body_fr=Zyz"), ("briefings", "{m}", "import", "{dir}/c.csv"),
        ("briefings", "{m}", "remove", "1"), ("briefings", "{m}", "remove", "1"),
    ),
    "arrivals": (
        ("people", "{m}", "add", "--given-name", "Zyz", "--organisation", "D1"),
        ("arrivals", "{m}", "add", "Zyz", "flight=ZZ1", "arrives=2026-02-16T10:00"), ("arrivals", "{m}"),
        ("arrivals", "{m}", "add", "Zyz"),
        ("arrivals", "{m}", "set", "Zyz", "from=YUL", "to=MEX", "departs=2026-02-16T15:00"),
        ("arrivals", "{m}", "set", "Zyz", "flight=ZZ2"), ("arrivals", "{m}", "remove", "Zyz"), ("arrivals", "{m}", "remove", "zz"),
    ),
    "transfers": (
        ("events", "{m}", "add", "name_en=Qx", "name_fr=Qx", "name_es=Qx", "kind=transfer", "starts=2026-02-16 08:00", "ends=2026-02-16 09:00"),
        ("transfers", "{m}", "add", "Qx", "name=Zyz", "seats=2"), ("transfers", "{m}", "add", "Qx", "name=Zyz", "seats=zz"), ("transfers", "{m}"),
        ("transfers", "{m}", "set", "Zyz", "kept_free=9"), ("transfers", "{m}", "assign"), ("transfers", "{m}", "lose", "Zyz"),
        ("transfers", "{m}", "remove", "Zyz"), ("transfers", "{m}", "assign", "zz"),
    ),
    "rooms": (
        ("people", "{m}", "add", "--given-name", "Zyz", "--organisation", "D1"), ("rooms", "{m}", "hotel", "Qx", "singles=2"), ("rooms", "{m}", "hotel", "Qx", "singles=zz"), ("rooms", "{m}", "--hotels"),
        ("rooms", "{m}", "add", "Zyz", "hotel=Qx", "kind=twin"), ("rooms", "{m}"),
        ("rooms", "{m}", "set", "Zyz", "check_in=2026-02-16", "check_out=2026-02-15"), ("rooms", "{m}", "set", "Zyz", "with=Zyz"),
        ("rooms", "{m}", "assign"), ("rooms", "{m}", "set", "Zyz", "room=12"), ("rooms", "{m}", "remove", "Zyz"), ("rooms", "{m}", "remove", "Qx"),
    ),
    "relationships": (
        ("relationships", "{m}", "add", "D1", "C1", "owner=Zyz"), ("relationships", "{m}", "add", "D1", "D1"),
        ("relationships", "{m}", "say", "D1", "C1", "stage=held"), ("relationships", "{m}", "say", "D1", "C1", "stage=zz"),
        ("relationships", "{m}", "say", "D1", "C1", "value=1"), ("relationships", "{m}", "say", "D1", "C1", "stage=held", "value=zz"),
        ("relationships", "{m}"), ("relationships", "{m}", "set", "D1", "C1", "owner=Qx"), ("relationships", "{m}", "from-meetings"),
        ("relationships", "{m}", "move", "D1", "C1", "trading"), ("relationships", "{m}", "move", "D1", "C1", "ended"),
        ("relationships", "{m}", "move", "D1", "C1", "zz"), ("relationships", "{m}", "move", "D1", "C1", "held"),
        ("relationships", "{m}", "story", "D1", "C1"),
        ("relationships", "{m}", "read", "{dir}/c.csv"), ("relationships", "{m}", "doubles"), ("relationships", "{m}", "verify", "{dir}/zz"),
        ("relationships", "{m}", "verify", "{dir}"), ("relationships", "{m}", "remove", "D1", "C1"), ("relationships", "{m}", "remove", "D1", "C1"),
    ),
    "answers": (
        ("answers", "{m}"), ("answers", "{m}", "--out", "{dir}/forms", "--after", "30"), ("answers", "{m}", "--out", "{dir}/x", "--after", "31"),
        ("answers", "{m}", "--read", "{dir}"), ("answers", "{m}", "--done", "--after", "30"),
        ("answers", "{m}", "--done", "--after", "30", "--company", "D1"), ("answers", "{m}", "--done", "--undone"), ("answers", "{m}", "--all"),
    ),
    "agreements": (
        ("agreements", "{m}"), ("agreements", "{m}", "add", "title_en=Zyz", "parties=D1; C1", "signatories=Qx|||signs|no"), ("agreements", "{m}", "add", "kind=zz"),
        ("agreements", "{m}", "add", "currency=CAD"), ("agreements", "{m}", "set", "Zyz", "status=ready"), ("agreements", "{m}", "drop", "Zyz", "Qx"),
        ("agreements", "{m}", "drop", "Zyz", "zz"), ("agreements", "{m}", "paper", "--out", "{dir}/x.pdf", "--language", "{l}"), ("agreements", "{m}"),
        ("agreements", "{m}", "text", "Zyz", "{dir}/c.csv"), ("agreements", "{m}", "remove", "Zyz"), ("agreements", "{m}", "paper", "--out", "{dir}/x.pdf"),
        ("agreements", "{m}", "remove", "zz"), ("agreements", "{m}", "set", "zz", "embargo=zz"),
    ),
    "report": (
        ("report", "{m}"), ("report", "{m}", "--on", "zz"), ("report", "{m}", "--currency", "CAD", "--rate", "zz"), ("report", "{m}", "--out", "{dir}/r.xlsx"), ("report", "{m}", "--out", "{dir}/r.zz"),
        ("report", "{m}", "--target", "Zyz||||"),
    ),
    "milestones": (
        ("milestones", "{m}", "add", "milestone", "name=Zyz", "days=-60"), ("milestones", "{m}"),
        ("milestones", "{m}", "add", "task", "name=Qx", "from=Zyz", "days=-3"), ("milestones", "{m}", "add", "task", "days=1"),
        ("milestones", "{m}", "add", "task", "zz=zz"), ("milestones", "{m}", "set", "Qx", "state=zz"),
        ("milestones", "{m}", "set", "Qx", "days=zz"), ("milestones", "{m}", "set", "Qx", "state=done"),
        ("milestones", "{m}", "take", "{dir}/c.csv"), ("milestones", "{m}", "template", "--out", "{dir}/t.csv"),
        ("milestones", "{m}", "take", "{dir}/t.csv"), ("milestones", "{m}", "ics", "--out", "{dir}/t.ics"),
        ("milestones", "{m}", "remove", "Zyz"), ("milestones", "{m}", "remove", "Zyz"),
    ),
    "past": (("past", "{m}", "D1", "--folder", "{dir}"), ("past", "{m}", "Zyz", "--folder", "{dir}"),
             ("past", "{m}", "D1", "--folder", "{dir}/zz")),
    "stops": (
        ("stops", "{m}", "add", "name=Zyzz", "time_zone=America/Mexico_City", "country="), ("stops", "{m}"), ("stops", "{m}", "add", "name=Zq"),
        ("stops", "{m}", "add", "starts=zz"), ("stops", "{m}", "set", "Zyzz", "time_zone=zz"),
        ("stops", "{m}", "set", "Zyzz", "visit_margin=zz"),
        ("stops", "{m}", "set", "Zyzz", "starts=2026-02-17", "ends=2026-02-16"), ("stops", "{m}", "set", "Zyyz", "starts=2026-02-15", "ends=2026-02-15"),
        ("stops", "{m}", "remove", "Zyyz"), ("stops", "{m}", "remove", "Zyzz"), ("stops", "{m}", "remove", "Zyzz"),
    ),
    "sectors": (
        ("sectors", "{m}", "add", "name=Zyz", "name_fr=Zyz", "name_es=Zyz", "quota=3"), ("sectors", "{m}"), ("sectors", "{m}", "add", "quota=3"),
        ("sectors", "{m}", "set", "Zyz", "quota=zz"), ("sectors", "{m}", "set", "Zyz", "parent=Zyz"), ("sectors", "{m}", "set", "Zyz", "stops=zz"),
        ("sectors", "{m}", "set", "Zyz", "code=AM"), ("sectors", "{m}", "set", "Zyz", "stops=Zyyz"), ("sectors", "{m}", "set", "Zyz", "name="),
        ("sectors", "{m}", "remove", "Zyz"), ("sectors", "{m}", "remove", "Zyz"),
    ),
    "venues": (
        ("venues", "{m}", "add", "name=Zyz", "tables=2"), ("venues", "{m}"), ("venues", "{m}", "add", "tables=2"),
        ("venues", "{m}", "set", "Zyz", "stop=zz"), ("venues", "{m}", "set", "Zyz", "links=zz"),
        ("venues", "{m}", "set", "Zyz", "online=zz"), ("venues", "{m}", "set", "Zyz", "tables=zz"),
        ("venues", "{m}", "remove", "Zyz"), ("venues", "{m}", "remove", "Zyz"), ("venues", "{m}", "remove", "Hall"),
    ),
    "sessions": (
        ("sessions", "{m}", "add", "name=Zyz", "starts=2026-02-16 18:00", "ends=19:00"), ("sessions", "{m}"),
        ("sessions", "{m}", "add", "name=Qx"), ("sessions", "{m}", "set", "Zyz", "starts=zz"),
        ("sessions", "{m}", "set", "Zyz", "venue=zz"), ("sessions", "{m}", "remove", "Zyz"),
        ("sessions", "{m}", "remove", "Zyz"),
    ),
    "events": (
        ("events", "{m}"), ("events", "{m}", "add", "name_en=Zyz", "kind=transfer", "starts=2026-02-16 18:00", "ends=19:00"),
        ("events", "{m}", "add", "zz=zz"), ("events", "{m}", "set", "Zyz", "kind=zz"),
        ("events", "{m}", "set", "Zyz", "ends=zz"), ("events", "{m}", "set", "Zyz", "ends=17:00"),
        ("events", "{m}", "order", "Zyz"), ("events", "{m}", "order", "Zyz", "zz"),
        ("events", "{m}", "confirm", "Zyz"), ("events", "{m}", "remove", "Zyz"), ("events", "{m}", "remove", "Zyz"),
    ),
    "backup": (("backup", "{m}", "{dir}/b.mission"), ("backup", "{m}", "{dir}/b.mission")),
    "restore": (("restore", "{m}", "{dir}/b.mission"),),
    "password": (("password", "{m}", "set"), ("password", "{m}", "remove")),
    "merge": (
        ("merge", "{m}", "{dir}/t.mission", "--dry-run"), ("merge", "{m}", "{dir}/t.mission"),
        ("merge", "{m}", "{dir}/c.csv"),
    ),
    "share": (("share", "{m}"), ("share", "{m}", "{dir}/together"), ("share", "{m}"), ("share", "{m}", "{dir}/elsewhere")),
    "join": (("join", "{dir}/c.csv", "{dir}/j.mission"), ("join", "{dir}/together/Zyz.invitation", "{dir}/j.mission")),
    "sync": (("sync", "{m}"),),
    "leave": (("leave", "{m}"), ("leave", "{m}")),
    "clashes": (("clashes", "{m}"), ("clashes", "{m}", "--take", "mine")),
    "erase": (("erase", "{m}", "XX"), ("erase", "{m}", "XX", "--company"), ("erase", "{m}", "X. Yx-1", "--dry-run")),
    "purge": (("purge", "{m}", "--dry-run"), ("purge", "{m}", "--delete-copies")),
    "demo": (("demo", "{dir}/c.csv"),),
}  # fmt: skip
"""What is typed of each command, with what it cannot do; the whole demo is a journey of its own."""


def catalogue(language: str) -> Catalog:
    path = ROOT / "resources/locale" / language / "LC_MESSAGES/missionplanner.po"
    return read_po(BytesIO(path.read_bytes()), locale=language)


def words(text: str) -> set[str]:
    """Words of three letters and more, without codes, names of options and fields, variables and places."""
    bare = re.sub(
        r"--[\w-]+|\b[a-z_]+=|\{[^}]*\}|%\(\w+\)\w|\S*[/\\]\S*|<[^>]*>|\S+\.(mission|csv|xlsx|ics)\b|\b[A-Z]+(_[A-Z]+)+\b",
        " ",
        text,
    )
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", bare)}


@cache
def english_words(language: str) -> frozenset[str]:
    """The words that only English texts of the program have."""
    found, own = set(), set()
    for entry in catalogue(language):
        if entry.id:
            found |= words(" ".join(entry.id) if isinstance(entry.id, tuple) else entry.id)
            own |= words(" ".join(entry.string) if isinstance(entry.string, tuple) else entry.string)
    return frozenset(found - own)


TRANSLATORS = {"_", "N_", "count", "message"}
WRITERS = {"say", "print", "write", "raw", "UserError", "ArgumentTypeError", "add_command"}
WRITTEN = {"help", "description", "epilog", "metavar"}
UNSEEN = {"error", "info", "Formatter", "strftime"}
"""Functions whose texts nobody reads on the screen: of the log, and formats of times."""


def untranslated(code: str) -> set[str]:
    """The English texts of a module that reach the screen without a translator: phrases, and words that are written."""
    found: set[str] = set()
    _search(ast.parse(code), False, found)
    return found


def _search(node: ast.AST, is_written: bool, found: set[str]) -> None:
    if _is_no_text(node):
        return
    if isinstance(node, ast.Call):
        is_written = _called(node) in WRITERS or (is_written and _called(node) != "join")
        if _called(node) == "add_command":
            node = ast.List([node.args[2]])
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        pattern = r"[a-z]{2}" if is_written else r"[a-z]{2,} [a-z]{2,}"
        found |= {node.value} if re.search(pattern, node.value, re.IGNORECASE) else set()
    for child in ast.iter_child_nodes(node):
        _search(child, is_written or (isinstance(child, ast.keyword) and child.arg in WRITTEN), found)


def _is_no_text(node: ast.AST) -> bool:
    """Whether these are docstrings, keys, parts of paths, or texts that are translated or never shown."""
    if isinstance(node, ast.Call):
        return _called(node) in TRANSLATORS | UNSEEN
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Div)
    return isinstance(node, ast.Subscript) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _called(node: ast.Call) -> str:
    return str(getattr(node.func, "id", "") or getattr(node.func, "attr", ""))


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def neutral_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mission whose names are words of no language, with a conflict in it."""
    path = make_mission(tmp_path_factory.mktemp("neutral") / "neutral.mission")
    with Store.open(path) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
        with store.change(message("Xyzz")) as change:
            change.update(replace(store.mission, name="Zyx", home_country="", host_country=""))
            change.update(replace(store.all(Stop)[0], name_en="Zyyz", name_fr="Zyyz", name_es="Zyyz"))
            change.update(replace(store.all(Venue)[0], name="Zzyy"))
            change.update(replace(store.all(Sector)[0], name_en="Zzzy", name_fr="Zzzy", name_es="Zzzy"))
            for person in store.all(Person):
                change.update(replace(person, given_name="Yzz"))
            for role in store.all(Role):
                change.update(replace(role, name_en="Zzyz", name_fr="Zzyz", name_es="Zzyz"))
    return path


@pytest.fixture(scope="session")
def neutral_files(neutral_file: Path) -> dict[str, bytes]:
    """Two copies of that mission, changed apart, by their names."""
    found = {}
    for name, city in (("t.mission", "Zxx"), ("m.mission", "Zyy")):
        copy = Path(shutil.copy(neutral_file, neutral_file.with_name(name)))
        with Store.open(copy) as store, store.change(message("Xyzz")) as change:
            change.update(replace(store.all(Company)[0], city=city))
        found[name] = copy.read_bytes()
    return found


@pytest.fixture
def neutral(neutral_files: dict[str, bytes], tmp_path: Path, language: str) -> Path:
    """An own copy of that mission, with files to import that have headings of the language."""
    companies, requests = HEADINGS[language]
    (tmp_path / "c.csv").write_text(f"{companies},Zyxy\nZyxz,Zyxx,zyx,1\n,Zyxx,,1\nZyxz,Zyxy,,\n")
    (tmp_path / "r.csv").write_text(f"{requests}\nD1,C1,\nD1,Zyxyx,\n")
    for name, content in neutral_files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path / "m.mission"


def lines_of(output: str) -> Iterator[str]:
    """What a command wrote, without labels and users of steps (stored before) and without lists of fields."""
    for line in output.splitlines():
        yield re.sub(
            r"(name, side|title, given_name|written_en, written_en_f|name_en, name_fr|plenary, reception|text, long|one, thousand|name, name_en|open, started|kind, name_en|kind, sector|usual, all), .*",
            "",
            re.sub(r"^.*\d \d\d:\d\d  .*  \(", "(", line),
        )


def test_every_command_is_tried() -> None:
    assert sorted(COMMANDS) == sorted(names())


@pytest.mark.parametrize("command", COMMANDS)
def test_command_writes_no_english(
    capsys: pytest.CaptureFixture[str], neutral: Path, language: str, command: str
) -> None:
    english = english_words(language)
    for typed in COMMANDS[command]:
        filled = [
            w.replace("{m}", str(neutral)).replace("{dir}", str(neutral.parent)).replace("{l}", language) for w in typed
        ]
        code, out, error = run(capsys, *filled, "--lang", language)
        assert code in (0, 1, 3)
        assert out + error
        found = {(word, line) for line in lines_of(out + error) for word in words(line) & english}
        assert not found, f"{typed}: {found}"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english(capsys: pytest.CaptureFixture[str], language: str, command: str) -> None:
    with pytest.raises(SystemExit, match="0"):
        app.run([*filter(None, [command]), "--help", "--lang", language])
    typed_as_they_are = words(
        " ".join(
            (
                *names(),
                *VERBS,
                "confirm take template hotel seat assign lose say from meetings read doubles verify order drop text paper both replace story move",
                *STATUSES,
                *SPANS,
                *RULES,
                *PLACES,
                *MOMENTS,
                *LetterMark,
                *LetterFile,
                *PICTURES,
                *CalendarOf,
                *Take,
                *offered.NAMES,
                *PAPER_LABELS,
                "usual all",
                "missionplanner json canada mexico",
            )
        )
        .replace("_", " ")
        .replace("-", " ")
    )
    found = words(capsys.readouterr().out) & english_words(language)
    assert found - typed_as_they_are == set()


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ((), {"fr": "arguments obligatoires manquants : COMMANDE", "es": "faltan argumentos obligatorios: COMANDO"}),
        (
            ("import", "x"),
            {
                "fr": "arguments obligatoires manquants : SOURCE",
                "es": "faltan argumentos obligatorios: ORIGEN",
            },
        ),
        (
            ("fly",),
            {"fr": "argument COMMANDE : choix incorrect : 'fly'", "es": "argumento COMANDO: opción no válida: 'fly'"},
        ),
        (
            ("plan", "x", "--seed", "-1"),
            {"fr": "« -1 » n’est pas un nombre entier", "es": "“-1” no es un número entero"},
        ),
        (
            ("plan", "x", "--seconds", "x"),
            {"fr": "« x » n’est pas un nombre de secondes", "es": "“x” no es un número de segundos"},
        ),
        (
            ("calendars", "x", "--out", "y", "--reminder", "x"),
            {"fr": "« x » n’est pas un nombre entier", "es": "“x” no es un número entero"},
        ),
        (
            ("plan", "x", "--day"),
            {"fr": "argument --day : une valeur est attendue", "es": "argumento --day: se espera un valor"},
        ),
        (("info", "x", "y"), {"fr": "arguments inconnus : y", "es": "argumentos desconocidos: y"}),
        (
            ("info", "x", "--json=1"),
            {"fr": "argument --json : valeur '1' inattendue", "es": "argumento --json: valor '1' inesperado"},
        ),
        (
            ("packs", "x", "--out", "y", "--s=z"),
            {
                "fr": "option ambiguë : --s=z peut désigner --side, --sector",
                "es": "opción ambigua: --s=z puede ser --side, --sector",
            },
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_usage_is_explained_in_the_language(
    capsys: pytest.CaptureFixture[str], language: str, typed: tuple[str, ...], sentences: dict[str, str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.run(["--lang", language, *typed])
    error = capsys.readouterr().err.replace("\u00a0", " ")
    assert sentences[language] in error
    assert error.startswith({"fr": "utilisation : missionplanner", "es": "uso: missionplanner"}[language])
    assert {"fr": " : erreur : ", "es": ": error: "}[language] in error


def test_no_text_of_the_command_line_is_written_in_english_alone() -> None:
    modules = [*(ROOT / "missionplanner" / "cli").glob("*.py"), ROOT / "missionplanner" / "app.py"]
    assert {name for module in modules for name in untranslated(module.read_text(encoding="utf-8"))} == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('say("Done.")', {"Done."}),
        ('output.say(f"{n} conflicts")', {" conflicts"}),
        ('add_argument("--x", help="a sentence")', {"a sentence"}),
        ('raise UserError("No.", _("Yes."))', {"No."}),
        ('text = "two words"', {"two words"}),
        ('say(_("Done.") + ", ".join(found["read"]))', set()),
        ('LOG.error("a command failed")', set()),
        ('store.change(message("Delete events"))', set()),
        ('def f():\n    """Two words."""', set()),
    ],
)
def test_untranslated_texts_are_found(code: str, found: set[str]) -> None:
    assert untranslated(code) == found
