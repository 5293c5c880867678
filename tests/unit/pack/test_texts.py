"""Texts in plain data."""

import re
from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import MissionText
from missionplanner.messages import message
from missionplanner.pack.delegate_content import Block, CompanyProfile, TextSection, VenueLine
from missionplanner.pack.texts import strings, typeset
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import structure
from tests.unit.pack.making import printed


def test_texts_are_found_however_deep_they_are() -> None:
    content = {"a": TextSection("title", (Block("bullet", "one"),), "fr")}, ["two", 3, None]
    assert list(strings(content)) == ["title", "bullet", "one", "", "fr", "two"]


def test_texts_of_people_have_the_spaces_of_their_language_and_names_stay() -> None:
    french = TextSection("Où ?", (Block("paragraph", "7 h 30 : départ"),))
    english = TextSection("Where ?", (), "en-CA")
    venue = VenueLine("Québec", "Salle 5 000", "Porte : 3", "")
    assert typeset({"a": french, "b": english}, "fr") == {
        "a": TextSection("Où?", (Block("paragraph", "7\u00a0h\u00a030\u00a0: départ"),)),
        "b": english,
    }
    assert typeset((venue,), "fr") == (VenueLine("Québec", "Salle 5 000", "Porte\u00a0: 3", ""),)
    assert typeset(french, "en") == french


def test_a_french_pack_has_no_plain_space_where_none_breaks(store: Store, tmp_path: Path) -> None:
    words = "Rendez-vous à 7 h 30 : « Salle » ; 10 % de 5 000 $ ! Où ?"
    with store.change(message("x")) as change:
        change.insert(MissionText(kind="protocol", language="fr", title="Usages :", body=f"{words}\n\n- {words}"))
        company = store.get(Company, key_of(store, "C1"))
        change.update(replace(company, description_fr=words))
    (tmp_path / "p.pdf").write_bytes(printed(store, "D1", "fr"))
    read = " ".join(structure(tmp_path / "p.pdf").replace('"\n', "").replace('"', "").split("\n"))
    found = re.findall(r"Rendez-vous à.*?Où.?.", " ".join(read.split(" ")))
    assert found
    assert {re.sub("[ \n]+", " ", one).strip() for one in found} == {
        "Rendez-vous à 7~h~30~: «~Salle~»; 10~% de 5~000~$! Où?".replace("~", "\u00a0")
    }


def test_numbers_are_printed_as_they_are_read_and_codes_stay() -> None:
    numbers = {"+525512345678": "+52 55 1234 5678", "+16135550134 ext. 204": "+1 613-555-0134 poste 204"}
    profile = CompanyProfile(
        "Acme", "", "", "", "", (), ("a@b.mx", "+525512345678"), (), (), "Appeler +16135550134 ext. 204 ou +15145550199", "",
        card="TEL:+525512345678",
    )  # fmt: skip
    found = typeset(profile, "fr", numbers)
    assert found.contacts == ("a@b.mx", "+52 55 1234 5678")
    assert (found.description, found.card) == ("Appeler +1 613-555-0134 poste 204 ou +15145550199", "TEL:+525512345678")
