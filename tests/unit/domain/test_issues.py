"""Findings of validation."""

from missionplanner.domain.issues import Issue, Severity
from tests.builders import defaults


def test_a_finding_is_an_error_of_no_row_unless_it_is_said() -> None:
    assert defaults(Issue) == {"severity": Severity.ERROR, "row": 0, "subjects": ()}
