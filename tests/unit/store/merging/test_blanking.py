"""Texts without the people they name, by the class of their column."""

import json

import pytest

from missionplanner.domain.mentions import Called, Mentions
from missionplanner.messages import ERASED, Message, Named, message
from missionplanner.store.merging.blanking import kept_places, without, without_names
from missionplanner.store.merging.packing import packed, unpacked
from missionplanner.store.personal_texts import CODE, DATA, FILE_NAME, NOTE, OWN_NAME, PACKED, STAFF, THING, TextClass

ZOE = Mentions(Called.of([{"given_name": "Zoé", "family_name": "Ünal"}]))


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (NOTE, "Call Zoé. Bye.", "Bye."),
        (THING, "Zoé & Zoé Ünal", "Zoé & …"),
        (FILE_NAME, "cv of Zoé.pdf", ""),
        (STAFF, "Zoé Ünal", ""),
        (STAFF, "Zoé Roy", "Zoé Roy"),
        (DATA, '{"a": "Zoé"}', '{"a": ""}'),
        (CODE, "Zoé Ünal", "Zoé Ünal"),
        (OWN_NAME, "Zoé Ünal", "Zoé Ünal"),
        (NOTE, None, None),
        (NOTE, "", ""),
    ],
)
def test_a_text_is_blanked_as_its_class_says(kind: TextClass, before: str | None, after: str | None) -> None:
    assert without(before, kind, ZOE) == after


def test_what_is_packed_is_looked_into() -> None:
    new = without(packed(json.dumps([{"reason": "Zoé", "id": 1}])), PACKED, ZOE)
    assert isinstance(new, bytes)
    assert json.loads(unpacked(new)) == [{"reason": "", "id": 1}]
    same = packed("[]")
    assert without(same, PACKED, ZOE) is same
    assert without(b"damaged", PACKED, ZOE) == b"damaged"


def test_names_in_labels_go_by_uid_and_by_words() -> None:
    label = message(
        "Edit {company} {person} {text}",
        company=Named("companies", "c", "Ünal Inc."),
        person=Named("people", "u", "Anybody"),
        text=message("{name}", name="for Zoé"),
    )
    found = Message.read(without_names(label.stored(), ZOE, {"u"}))
    assert str(found) == f"Edit Ünal Inc. {ERASED} {ERASED}"
    assert str(Message.read(without_names("Edit Zoé", ZOE))) == ERASED
    same = message("Edit").stored()
    assert without_names(same, ZOE) is same


def test_kept_texts_are_read_from_what_is_remembered() -> None:
    marks = frozenset({("kept", "texts/a/b/body"), ("name", "x"), ("kept", "companies/u/notes")})
    assert kept_places(marks) == {("texts", "a/b", "body"), ("companies", "u", "notes")}
