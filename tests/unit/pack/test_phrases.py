"""Texts with the tag of their language."""

from dataclasses import replace
from pathlib import Path

import pymupdf

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Person
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.messages import message
from missionplanner.pack.phrases import Phrase, joined, plain
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import errors


def test_several_texts_are_one_with_the_tag_all_of_them_have() -> None:
    assert joined("; ", (Phrase("Miel", "es-MX"), Phrase("Vino", "es-MX"))) == Phrase("Miel; Vino", "es-MX")
    assert joined("; ", (Phrase("Miel", "es-MX"), Phrase("Wine"))) == Phrase("Miel; Wine")
    assert joined("; ", ()) == Phrase("")
    assert plain((Phrase("Miel", "es-MX"), Phrase("Wine"))) == ("Miel", "Wine")


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
        with pymupdf.open(file.path) as document:
            objects = (document.xref_object(number) for number in range(1, document.xref_length()))
            elements = sum("/Lang (es-MX)" in text for text in objects)
            spans = sum(page.read_contents().count(b"/Lang (es-MX)") for page in document)
        assert (edition, elements + spans >= each, errors(file.path)) == (edition, True, [])
