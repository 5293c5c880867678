"""Every kind of record has a name people know."""

from missionplanner.domain.record_labels import RECORD_LABELS, record_label
from missionplanner.i18n import use
from missionplanner.store.tables import TABLES


def test_every_table_of_records_has_a_name() -> None:
    assert {table.name for table in TABLES} - RECORD_LABELS.keys() == set()


def test_a_name_is_in_the_language_of_the_screen() -> None:
    assert (record_label("meetings"), record_label("dots")) == ("Meeting", "Mark of the history")
    use("fr")
    assert record_label("meetings") == "Rencontre"
