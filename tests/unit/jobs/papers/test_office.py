"""Which paper a letter is written on."""

from pathlib import Path

from missionplanner.domain.letter_papers import LETTERHEAD, LetterPaper
from missionplanner.jobs.papers import choosing, office
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.jobs.papers.test_choosing import picture, write


def test_the_paper_for_a_letter_is_the_one_meant_for_the_fewest(store: Store, tmp_path: Path) -> None:
    choosing.choose(store, LETTERHEAD, "", picture(tmp_path / "head.jpg"))
    for kind, language in (("", ""), ("", "fr"), ("moment_thanks", ""), ("moment_thanks@delegation", "fr")):
        choosing.choose(store, kind, language, write(tmp_path / "p.docx", f"{kind}-{language} {{company}}"))
    with store.change(message("Lost")) as change:
        change.insert(LetterPaper(kind="moment_fee", language="", name="lost", digest="x"))
    papers = office.of(store)
    assert papers.pictures[LETTERHEAD][:4] == b"\x89PNG"
    kinds = ("moment_thanks@delegation", "moment_thanks")
    for language, wanted in (("fr", ("moment_thanks@delegation", "fr")), ("en", ("moment_thanks", ""))):
        assert papers.document(kinds, language) == papers.documents[wanted]
    assert papers.document(("moment_fee",), "fr") == papers.documents["", "fr"]
    assert papers.document(("moment_fee",), "es") == papers.documents["", ""]
    assert office.OfficePapers().document(kinds, "fr") == b""
