"""Rows of lists as people read them."""

from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.cli import wording
from missionplanner.jobs.lists import rows as lists
from tests.builders import ask_all, meet, small_mission


def test_rows_are_in_words_of_the_language(tmp_path: Path) -> None:
    i18n.use("fr")
    with small_mission(tmp_path / "m.mission", 1, 1) as store:
        ask_all(store)
        meet(store, "D1", "C1", 0, 0)
        snapshot = store.snapshot()
    everybody = {company.id for company in snapshot.companies}
    requests = wording.in_words(lists.rows(snapshot, "requests", everybody), snapshot)
    assert requests == [
        {
            "Délégation": "D1",
            "Homologue": "C1",
            "Demandée par": "Délégation",
            "Priorité": "À rencontrer",
            "Commentaire": "",
        }
    ]
    meeting = wording.in_words(lists.rows(snapshot, "meetings", everybody), snapshot)[0]
    assert (meeting["Statut"], meeting["Verrouillée"], meeting["Étape"]) == ("Prévue", "non", "Mexico City")


def test_sectors_have_their_name_in_the_language(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 1) as store:
        snapshot = store.snapshot()
    row = {"sectors": ["Advanced manufacturing", "Gone"], "stop": "Mexico City"}
    i18n.use("fr")
    assert wording.in_words([row], snapshot) == [{"Secteurs": "Fabrication de pointe; Gone", "Étape": "Mexico City"}]


def test_every_column_of_the_lists_has_a_name_in_every_language(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 2, 2) as store:
        ask_all(store)
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
        snapshot = store.snapshot()
    everybody = {company.id for company in snapshot.companies}
    found = {name for what in lists.LISTS for row in lists.rows(snapshot, what, everybody) for name in row}
    assert {"meetings", "asked_by", "text", "reason"} <= found
    for language in ("fr", "es"):
        i18n.use(language)
        assert not [name for name in found if wording.name_of_column(name) == name.replace("_", " ")]


@pytest.mark.parametrize(("language", "word"), [("en", "Must meet"), ("fr", "À rencontrer absolument")])
def test_codes_have_words(language: str, word: str) -> None:
    i18n.use(language)
    assert wording.name_of_code("priority", "must_meet") == word
    assert wording.name_of_code("priority", "of_tomorrow") == "of_tomorrow"
