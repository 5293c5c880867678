"""Covers with the colour and logo of the mission."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pymupdf

from missionplanner.domain.companies import Attachment, AttachmentKind, Company
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.jobs.packs import drafts, printing, versions
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.messages import message
from missionplanner.pack.cover import _CODE, MARGIN, _lines, _title, draw_margins
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.style import BOLD, register_fonts
from missionplanner.paths import resources
from missionplanner.store.store import Store
from tests.builders import key_of, moment
from tests.unit.pack.checking import errors
from tests.unit.pack.making import laid_out_text, parts, printed

PNG = (resources() / "flags" / "ca.png").read_bytes()


def test_logo_and_colour_are_on_the_cover_and_undone(eventful: Store, tmp_path: Path) -> None:
    plain = printed(eventful, "D1")
    pack_settings.set_logo(eventful, PNG)
    pack_settings.set_colour(eventful, "#ffee00")
    digest = eventful.contents.keep(PNG)
    with eventful.change(message("Logo")) as change:
        for name in ("D1", "C1"):
            key = key_of(eventful, name)
            change.insert(Attachment(company_id=key, kind=AttachmentKind.LOGO, name="l.png", digest=digest))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(eventful, "D1"))
    assert errors(path) == []
    with pikepdf.open(path) as file:
        told = [str(one.Alt) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert {"Test mission", "D1", "Logo of C1", "Canada", "Mexico"} <= set(told)
    assert path.read_bytes() != plain
    eventful.undo()
    eventful.undo()
    eventful.undo()
    assert printed(eventful, "D1") == plain


def heads(shared: Shared, own: Own, section: str) -> list[str]:
    """What is written at the head of a page: section and owner."""
    drawn: list[str] = []
    known = {"getPageNumber": lambda: 3, "inner": 0, "head": section, "next_head": section}
    for name in ("setFont", "setFillColor", "setStrokeColor", "setLineWidth", "line"):
        known[name] = lambda *_what: None
    known["drawString"] = known["drawRightString"] = lambda _x, _y, words: drawn.append(words)
    draw_margins(SimpleNamespace(**known), shared, own, (600, 800), 8.5)
    return [words for words in drawn[:2] if words]


def test_a_space_that_does_not_break_stays_and_breaks_no_line() -> None:
    register_fonts()
    lines = _lines("Mission 7\u00a0h\u00a030", BOLD, 20, 110, 2)
    assert lines == ["Mission", "7\u00a0h\u00a030"]


def test_the_foot_of_a_page_is_as_wide_as_its_head(eventful: Store) -> None:
    """Folded pages have a wider margin at the fold."""
    material = drafts.read(eventful)
    company = eventful.get(Company, key_of(eventful, "D1"))
    draft = next(drafts.of_companies(material, "en", [company]))
    content = printing.preview(versions.Printing(material).stamped(draft))[0]
    with pymupdf.open(stream=content) as file:
        for page in list(file)[1:-1]:
            (rule,) = (one["rect"] for one in page.get_drawings() if 30 < one["rect"].y0 < 45)
            feet = [word[:4] for word in page.get_text("words") if word[1] > page.rect.height - 45]
            assert abs(min(x for x, _y, _right, _low in feet) - rule.x0) < 0.5
            assert abs(max(right for _x, _y, right, _low in feet) - rule.x1) < 0.5


def test_words_on_the_cover_keep_away_from_the_code(eventful: Store) -> None:
    with eventful.change(message("Place")) as change:
        change.update(replace(eventful.all(Event)[0], starts=moment(7), place="Foyer " * 30))
    with pymupdf.open(stream=printed(eventful, "D1")) as file:
        words = [word for word in file[0].get_text("words") if word[4] == "Foyer"]
        code = MARGIN + 0.62 * (file[0].rect.width - 2 * MARGIN) - _CODE - 14
    assert code - 40 < max(word[2] for word in words) <= code - 9


def test_where_one_has_to_be_first_begins_with_a_capital(store: Store) -> None:
    _shared, own = parts(store, "D1", "fr")
    assert own.first is not None
    assert own.first.when == "Lun. 16 févr., 09:00"


def test_a_legal_form_never_stands_alone_on_a_line() -> None:
    register_fonts()
    assert _title("Comercializadora Norteña S.A. de C.V.", 400, 72, (28.0,))[1] == [
        "Comercializadora", "Norteña\u00a0S.A.\u00a0de\u00a0C.V.",
    ]  # fmt: skip
    assert _title("Groupe Saguenay Lac inc.", 325, 72, (28.0,))[1] == ["Groupe Saguenay", "Lac\u00a0inc."]
    assert _title("Misión comercial de Canadá a México 2026", 505, 200, (28.0,))[1][-1] == "México\u00a02026"
    # No line holds both: then it is parted as any other name.
    narrow = _title("Comercializadora S.A. de C.V.", 260, 200, (28.0,))[1]
    assert narrow == ["Comercializadora", "S.A. de C.V."]


def test_a_head_is_never_a_sentence_for_programs_that_read_aloud(store: Store, tmp_path: Path) -> None:
    """The mission has a name of twelve words; its small edition has few pages that could make a head a habit."""
    with store.change(message("Long")) as change:
        change.update(
            replace(store.mission, name_es="Misión de las empresas de la alimentación y de la madera en el norte")
        )
    path = tmp_path / "p.pdf"
    found = drafts.special(drafts.read(store), "es", Edition.ORGANISER, frozenset({"calls", "people"}))
    path.write_bytes(printing.preview(found)[0])
    assert errors(path) == []
    heads = [page.splitlines()[0].split() for page in laid_out_text(path.read_bytes(), tmp_path).split("\f")[1:-1]]
    assert max(map(len, heads)) < 8


def test_the_head_names_whose_pack_it_is_but_the_section_of_an_edition(store: Store) -> None:
    shared, own = parts(store)
    long = "Four words of head"
    assert heads(shared, replace(own, company="Industrias del Norte S.A."), long) == ["Industrias del Norte S.A."]
    assert heads(shared, replace(own, company="Directory and all profiles", company_id=0), long) == [long]
    assert heads(shared, replace(own, company="D1"), long) == [long, "D1"]


def test_the_head_of_a_page_without_section_names_the_mission_rather_than_the_edition(store: Store) -> None:
    """The contents of an edition of no company: both would be a line of ten words."""
    shared, own = parts(store, "D1", "fr")
    named = replace(shared, mission="Mission commerciale du Canada au Mexique 2026")
    edition = replace(own, company_id=0, company="Édition du chef de mission")
    assert heads(named, edition, "") == [named.mission]
    assert heads(replace(named, mission="mot " * 8), edition, "") == [edition.company]
