"""Texts with the tag of their language."""

from dataclasses import replace
from pathlib import Path

import pymupdf

from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.messages import message
from missionplanner.pack.phrases import Phrase, in_row, joined, plain, split
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import printed


def test_several_texts_are_one_with_the_tag_all_of_them_have() -> None:
    assert joined("; ", (Phrase("Miel", "es-MX"), Phrase("Vino", "es-MX"))) == Phrase("Miel; Vino", "es-MX")
    assert joined("; ", (Phrase("Miel", "es-MX"), Phrase("Wine"))) == Phrase("Miel; Wine")
    assert joined("; ", ()) == Phrase("")
    assert plain((Phrase("Miel", "es-MX"), Phrase("Wine"))) == ("Miel", "Wine")


def test_lines_are_in_parts_of_one_language_each() -> None:
    said = in_row(
        "\n", [(Phrase("They asked for it: "), Phrase("buscamos esencialmente miel", "es"))], [(Phrase("Why: x"),)]
    )
    lines = ("They asked for it:", "buscamos esen-", "cialmente miel", "Why: x")
    assert list(split(lines, said)) == [
        (Phrase("They asked for it:"),), (Phrase("buscamos esen-", "es"),), (Phrase("cialmente miel", "es"),),
        (Phrase("Why: x"),),
    ]  # fmt: skip
    cut = (Phrase("They asked for it: "), Phrase("buscamos …", "es"))
    assert list(split(("They asked for it: buscamos …",), said)) == [cut]
    assert list(split((), ())) == []


def test_what_stays_in_another_language_is_tagged_in_every_edition(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "C1")
    with store.change(message("Words")) as change:
        change.update(replace(store.get(Company, key), language="es"))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text="Cola"))
        person = next(one for one in store.all(Person) if one.company_id == key)
        change.update(replace(person, position="Directora"))
    for edition, each in ((Edition.DELEGATE, 2), (Edition.LARGE, 2), (Edition.DIRECTORY, 2)):
        options = printing.PackOptions(
            tmp_path, companies=None if edition is Edition.DIRECTORY else {key_of(store, "D1")}, edition=edition
        )
        (file,) = run_now(printing.make(options), store).files
        assert (edition, sum(spanish(file.path)) >= each, errors(file.path)) == (edition, True, [])


def test_comments_directions_biographies_and_what_is_said_of_events_are_tagged(eventful: Store, tmp_path: Path) -> None:
    host, own = key_of(eventful, "C1"), key_of(eventful, "D1")
    with eventful.change(message("Words")) as change:
        office = {"address": "Masaryk 5", "directions": "Toque el timbre", "language": "es"}
        change.update(replace(eventful.get(Company, host), **office))
        for meeting in eventful.all(Meeting):
            change.update(replace(meeting, table_id=None) if meeting.counterpart_id == host else meeting)
        change.insert(
            Request(delegation_id=own, counterpart_id=host, asked_by=Side.COUNTERPART, comment="Para las abejas")
        )
        person = next(one for one in eventful.all(Person) if one.company_id == host)
        change.update(replace(person, position="Directora", biography="Ingeniera", precedence=1))
        event = eventful.all(Event)[0]
        change.update(replace(event, talking_points="Gracias por la miel", organiser="", organiser_es="La Cámara"))
    for edition, tags in ((Edition.DELEGATE, (1, 3)), (Edition.LEADER, (5, 1)), (Edition.ORGANISER, (2, 1))):
        path = tmp_path / "tagged.pdf"
        path.write_bytes(printed(eventful, "D1" if edition is Edition.DELEGATE else edition))
        assert (edition, spanish(path), errors(path) + archive_errors(path)) == (edition, tags, [])


def spanish(path: Path) -> tuple[int, int]:
    """How many elements, and how many parts of lines, are tagged as Spanish."""
    with pymupdf.open(path) as document:
        objects = (document.xref_object(number) for number in range(1, document.xref_length()))
        elements = sum("/Lang (es-MX)" in text for text in objects)
        return elements, sum(page.read_contents().count(b"/Lang (es-MX)") for page in document)
