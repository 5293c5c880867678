"""Texts of the briefing: whom they concern, in which language and order."""

from missionplanner.domain.briefings import BRIEFING_LABELS, Briefing, BriefingKind, in_order


def test_a_text_concerns_those_of_its_sector_who_go_to_its_city() -> None:
    both = Briefing(sector_id=1, stop_id=2)
    assert (both.is_about({1}, {2}), both.is_about({1}, {3}), both.is_about({4}, {2})) == (True, False, False)
    assert (Briefing(sector_id=1).is_about({1}, ()), Briefing(stop_id=2).is_about((), {2})) == (True, True)
    assert [one.is_general for one in (Briefing(), both, Briefing(stop_id=2))] == [True, False, False]


def test_a_text_is_in_the_language_asked_for_or_the_first_it_has() -> None:
    text = Briefing(body_en="Ports", body_fr="Havres")
    assert [text.text(language) for language in ("fr", "es")] == [("Havres", "fr"), ("Ports", "en")]
    assert Briefing().text("fr") == ("", "fr")


def test_texts_stand_by_their_place_then_as_they_were_entered() -> None:
    texts = [Briefing(uid="c", position=1), Briefing(uid="b"), Briefing(uid="a", position=1)]
    assert [one.uid for one in in_order(texts)] == ["b", "a", "c"]


def test_every_kind_has_its_label() -> None:
    assert set(BRIEFING_LABELS) == set(BriefingKind)
    assert BriefingKind.WHO_IS_WHO.label == "Who is who"
