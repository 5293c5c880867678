"""Texts of three languages come down to stems, and synonyms to one concept."""

from missionplanner.matching.concepts import Thesaurus, stem, stems


def test_a_stem_is_the_shortest_of_the_three_languages() -> None:
    assert [stem(word) for word in ("castings", "pieces", "maquinaria")] == ["cast", "piec", "maquinari"]


def test_stems_leave_out_what_every_company_says() -> None:
    assert stems("Our solutions for the Castings of 2025, d'acier") == ("cast", "aci")
    assert stems("Servicios de la empresa x") == ()
    assert stems("l’usine et l'usine") == ("usin", "usin")
    assert stems("") == ()


def test_the_words_of_a_synonym_become_its_concept() -> None:
    thesaurus = Thesaurus([(None, ["castings", "pièces moulées"]), (7, ["welding", "soldadura"])])
    assert thesaurus.concepts("Steel castings", []) == frozenset({"steel", "#0"})
    assert thesaurus.concepts("pièces en acier, moulées", []) == frozenset({"aci", "#0"})
    assert thesaurus.concepts("pièces", []) == frozenset({"piec"})
    assert thesaurus.concepts("", []) == frozenset()


def test_synonyms_of_a_sector_count_in_that_sector() -> None:
    thesaurus = Thesaurus([(None, ["castings"]), (7, ["welding", "soldadura"])])
    assert thesaurus.concepts("Welding", [7, 8]) == thesaurus.concepts("soldadura", [7]) == frozenset({"#1"})
    assert thesaurus.concepts("Welding", [8]) == frozenset({stem("welding")})


def test_a_word_of_several_groups_is_all_of_their_concepts() -> None:
    thesaurus = Thesaurus([(None, ["pump"]), (None, ["pump", "valve"]), (None, ["heat pump"])])
    assert thesaurus.concepts("pump", []) == frozenset({"#0", "#1"})
    assert thesaurus.concepts("heat pumps", []) == frozenset({"#0", "#1", "#2"})
