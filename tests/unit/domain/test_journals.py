"""The journals of packs, files, letters and forms."""

from missionplanner.domain.journals import Edition, FileImport, FormDraft, Letter, PackPrint
from tests.builders import defaults


def test_a_new_entry_counts_nothing() -> None:
    assert defaults(PackPrint) == {"id": 0, "edition": Edition.DELEGATE, "language": "en", "pages": 0}
    numbers = ("id", "read", "new", "changed", "same", "duplicates", "rejected")
    assert defaults(FileImport) == dict.fromkeys(numbers, 0)
    assert defaults(Letter) == {"id": 0}
    assert defaults(FormDraft) == {"id": 0}
