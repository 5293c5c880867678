"""Fingerprints: the same person is known again, in all copies of one mission and in no other."""

from missionplanner.domain.fingerprints import MarkKind, Prints, Recognition, Salt, mark_of_kept, recognition

SALT = Salt.of("a mission")
ZOE = {"given_name": "Zoé", "family_name": "Ünal", "second_family_name": "Ruiz", "email": "Zoe@Ünal.example"}
MARKS = SALT.prints(ZOE).marks


def like(**person: str) -> Recognition:
    return recognition(SALT.prints(person), MARKS)


def test_the_same_address_is_the_same_person() -> None:
    assert like(email=" zoe@ünal.EXAMPLE ") is Recognition.SAME
    assert like(given_name="Ana", email="zoe@ünal.example") is Recognition.SAME


def test_the_same_name_may_be_another_person() -> None:
    assert like(given_name="ZOE", family_name="UNAL") is Recognition.NAME
    assert like(given_name="Ünal", family_name="Zoé Ruiz", email="z@other.example") is Recognition.NAME


def test_others_are_not_meant() -> None:
    for person in ({"given_name": "Zoé"}, {"given_name": "Zoé", "family_name": "Roy"}, {"email": "a@b.ca"}, {}):
        assert like(**person) is Recognition.NONE


def test_another_mission_has_other_fingerprints() -> None:
    assert not Salt.of("another").prints(ZOE).marks & MARKS
    assert Salt.of("a mission").prints(ZOE).marks == MARKS


def test_a_name_in_parts_has_a_fingerprint_with_and_without_the_second_family_name() -> None:
    assert sorted(kind for kind, _mark in MARKS) == ["email", "name", "name"]
    assert SALT.prints({"given_name": "Zoé"}).marks == {("name", SALT.print_of(MarkKind.NAME, "zoe"))}
    assert SALT.prints({}) == Prints()


def test_nothing_can_be_read_in_them() -> None:
    assert all(len(mark) == 32 and not {"zoe", "unal"} & {mark} for _kind, mark in MARKS)


def test_a_kept_text_is_known_by_its_place() -> None:
    assert mark_of_kept("companies", "u", "notes") == ("kept", "companies/u/notes")


def test_names_and_addresses_are_taken_out_of_texts_by_their_fingerprints() -> None:
    text = "Ask ZOE Unal, or Ünal Ruiz Zoé: zoe@ünal.example. Zoé and Ana Roy stay."
    assert SALT.without_names(text, MARKS) == "Ask …, or …: …. Zoé and Ana Roy stay."
    assert SALT.without_names(text, frozenset()) == text
