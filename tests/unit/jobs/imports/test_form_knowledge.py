"""What is known of the forms that were made of a mission."""

from pathlib import Path

from missionplanner.domain.companies import Side
from missionplanner.jobs.imports.comparison import know
from missionplanner.jobs.imports.form_knowledge import known_forms, side_of
from tests.builders import small_mission


def test_the_questions_and_names_of_now_are_known(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", delegation=1, counterparts=1) as store:
        found = known_forms(know(store), Side.COUNTERPART)
    assert (found.side, sorted(found.companies.values())) == (Side.COUNTERPART, ["C1", "D1"])
    assert {"given_name": "Given", "family_name": "D1"} in found.people.values()
    assert found.asked["form"] == frozenset(found.questions)
    assert side_of(tmp_path / "m.mission") is None
