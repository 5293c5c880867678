"""Rows of lists as people read them."""

from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.cli import wording
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.rules import LABELS
from missionplanner.jobs.lists import rows as lists
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask_all, meet, moment, small_mission


def enter_opening(store: Store) -> None:
    """A reception for the delegation, before the meetings."""
    with store.change(message("Events")) as change:
        change.insert(
            Event(
                stop_id=1,
                name_en="Opening",
                name_fr="Ouverture",
                kind=EventKind.RECEPTION,
                audience=Audience.DELEGATION,
                place="Plaza",
                starts=moment(8),
                ends=moment(9),
            )
        )


def test_rows_are_in_words_of_the_language(tmp_path: Path) -> None:
    i18n.use("fr")
    with small_mission(tmp_path / "m.mission", 1, 1) as store:
        ask_all(store)
        meet(store, "D1", "C1", 0, 0)
        snapshot = store.snapshot()
    everybody = {company.id for company in snapshot.companies}
    requests = wording.in_words("requests", lists.rows(snapshot, "requests", everybody), snapshot)
    assert requests == [
        {
            "Délégation": "D1",
            "Homologue": "C1",
            "Demandée par": "Délégation",
            "Priorité": "À rencontrer",
            "Commentaire": "",
            "Endroit des rencontres": "",
            "Intentions": "",
        }
    ]
    meeting = wording.in_words("meetings", lists.rows(snapshot, "meetings", everybody), snapshot)[0]
    assert meeting == {
        "Délégation": "D1",
        "Homologue": "C1",
        "Étape": "Mexico City",
        "Lieu": "Hall",
        "Table": "1",
        "Début": "lun. 16 févr., 09:00",
        "Fin": "lun. 16 févr., 09:20",
        "Statut": "Prévue",
        "Verrouillée": "non",
        "Personnes de la délégation": "Given D1",
        "Personnes de l’homologue": "Given C1",
        "Interprète": "",
        "Dans les bureaux de l’hôte": "non",
        "Adresse": "",
        "Par vidéo": "non",
        "Heure au pays": "",
    }


def test_sectors_have_their_name_in_the_language(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 1) as store:
        snapshot = store.snapshot()
    row = {"sectors": ["Advanced manufacturing", "Gone"], "stop": "Mexico City"}
    i18n.use("fr")
    assert wording.in_words("companies", [row], snapshot) == [
        {"Secteurs": "Fabrication de pointe; Gone", "Étape": "Mexico City"}
    ]


def test_every_column_of_the_lists_has_a_name_in_every_language(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 2, 2) as store:
        ask_all(store)
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
        enter_opening(store)
        snapshot = store.snapshot()
    everybody = {company.id for company in snapshot.companies}
    found = {name for what in lists.LISTS for row in lists.rows(snapshot, what, everybody) for name in row} - {"uid"}
    assert {"meetings", "asked_by", "text", "reason", "host"} <= found
    for language in ("fr", "es"):
        i18n.use(language)
        assert not [name for name in found if wording.name_of_column(name) == name.replace("_", " ")]


def test_events_are_in_words_of_the_language(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 1) as store:
        enter_opening(store)
        snapshot = store.snapshot()
    i18n.use("fr")
    assert wording.in_words("events", lists.rows(snapshot, "events", set()), snapshot) == [
        {
            "Nom": "Ouverture",
            "Type": "Réception",
            "Étape": "Mexico City",
            "Lieu": "Plaza",
            "Début": "lun. 16 févr., 08:00",
            "Fin": "lun. 16 févr., 09:00",
            "Pour": "La délégation à l’étape",
            "Entreprises": "1",
            "Arrive à": "Mexico City",
            "Endroit d’arrivée": "",
            "Point de rencontre": "",
            "Organisateur": "",
            "À confirmer": "non",
            "Hôte": "",
            "Qui reçoit": "",
            "Synthèse": "",
            "Objectifs": "",
            "Points à aborder": "",
            "Notes de protocole": "",
            "Interprète": "",
        }
    ]


def test_companies_have_the_words_of_both_their_tables(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 0) as store:
        snapshot = store.snapshot()
    i18n.use("fr")
    row = wording.in_words("companies", lists.rows(snapshot, "companies", {1}), snapshot)[0]
    assert (row["Côté"], row["Statut"], row["Rencontres"]) == ("Délégation", "Acceptée", "0")


def test_rules_have_their_names(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 0) as store:
        snapshot = store.snapshot()
    row = {"rule": "lunch_kept", "text": "D1"}
    i18n.use("fr")
    assert wording.in_words("conflicts", [row], snapshot)[0]["Règle"] == i18n.translator("fr")(LABELS["lunch_kept"])
    assert wording.in_words("conflicts", [{"rule": "of_tomorrow"}], snapshot) == [{"Règle": "of_tomorrow"}]


def test_every_list_knows_the_tables_of_its_values() -> None:
    assert set(wording.TABLES) == set(lists.LISTS)


@pytest.mark.parametrize(("language", "word"), [("en", "Must meet"), ("fr", "À rencontrer absolument")])
def test_codes_have_words(tmp_path: Path, language: str, word: str) -> None:
    with small_mission(tmp_path / "m.mission", 1, 0) as store:
        snapshot = store.snapshot()
    i18n.use(language)
    rows = [{"priority": "must_meet"}, {"priority": "of_tomorrow"}]
    found = [list(row.values()) for row in wording.in_words("unplaced", rows, snapshot)]
    assert found == [[word], ["of_tomorrow"]]
