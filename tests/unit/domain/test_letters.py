"""Letters: fields are filled in, and each decision is announced once."""

from datetime import UTC, datetime

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import FIELDS, KINDS, LetterTemplate, fill, pending, unknown_fields
from tests.builders import defaults

NOW = datetime(2025, 12, 1, tzinfo=UTC)


def test_fields_are_filled_in_and_empty_lines_go() -> None:
    assert fill("Dear {delegate},\n\n{reason}\n\nBye {x}", {"delegate": "Zoë", "reason": ""}) == "Dear Zoë,\n\nBye {x}"
    assert fill("{company}", {"company": "{reason} & <b>"}) == "{reason} & <b>"
    assert unknown_fields("{company} {nothing} {today}") == ["nothing"]
    assert len(set(FIELDS)) == len(FIELDS)


def letter(company: int, kind: Status, decided_at: datetime | None = None) -> Letter:
    return Letter(company_id=company, kind=kind.value, language="en", sent_at=NOW, decided_at=decided_at)


def test_a_decision_is_told_once_and_a_new_one_anew() -> None:
    accepted = Application(company_id=1, status=Status.ACCEPTED, decided_at=NOW)
    assert pending([accepted], []) == [accepted]
    assert pending([accepted], [letter(1, Status.ACCEPTED)]) == []
    assert pending([accepted], [letter(1, Status.ACCEPTED), letter(1, Status.DECLINED)]) == [accepted]
    assert pending([Application(company_id=2)], []) == []


def test_information_is_asked_for_again_only_when_it_was_decided_again() -> None:
    asked = Application(company_id=1, status=Status.INFORMATION_REQUESTED, decided_at=NOW)
    assert pending([asked], [letter(1, Status.INFORMATION_REQUESTED, NOW)]) == []
    assert pending([asked], [letter(1, Status.INFORMATION_REQUESTED, NOW.replace(day=2))]) == [asked]


def test_only_decisions_that_have_a_letter_wait() -> None:
    assert KINDS == (Status.ACCEPTED, Status.DECLINED, Status.RESERVE, Status.INFORMATION_REQUESTED)
    everyone = [Application(company_id=n, status=status) for n, status in enumerate(Status, start=1)]
    assert [one.status for one in pending(reversed(everyone), [])] == [
        Status.INFORMATION_REQUESTED, Status.ACCEPTED, Status.RESERVE, Status.DECLINED,
    ]  # fmt: skip


def test_letters_of_merged_companies_count_for_the_company_they_became() -> None:
    accepted = Application(company_id=3, status=Status.ACCEPTED)
    sent = [letter(1, Status.ACCEPTED)]
    assert pending([accepted], sent) == [accepted]
    assert pending([accepted], sent, {1: 2, 2: 3}) == []


def test_another_decision_of_the_same_kind_is_not_announced_again() -> None:
    accepted = Application(company_id=1, status=Status.ACCEPTED, decided_at=NOW)
    assert pending([accepted], [letter(1, Status.ACCEPTED, NOW.replace(day=2))]) == []


def test_fields_are_filled_in_line_by_line() -> None:
    text = "{company} \n\n\n\n{reason}\n \n{rank}{reason}!"
    assert fill(text, {"company": "A", "reason": "", "rank": "2"}) == "A\n\n2!"
    assert unknown_fields("{} {company}") == [""]


def test_a_new_template_has_no_key() -> None:
    assert defaults(LetterTemplate) == {"id": 0}
