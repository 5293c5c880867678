"""The papers of the office."""

from missionplanner.domain.letter_papers import is_paper, paper_label


def test_papers_are_pictures_or_for_letters() -> None:
    kinds = ("", "letterhead", "signature", "moment_thanks", "accepted@delegation", "foo")
    assert [kind for kind in kinds if is_paper(kind)] == list(kinds[:-1])
    assert [paper_label(kind) for kind in kinds] == [
        "All letters", "Letterhead", "Signature", "Thanks", "Delegation – Accepted – Delegation", "foo",
    ]  # fmt: skip
