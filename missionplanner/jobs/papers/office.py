"""The office's papers as letters are written on them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from missionplanner.domain.letter_papers import EVERY_LETTER, PICTURES, LetterPaper
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class OfficePapers:
    """The papers of a mission, with their contents."""

    documents: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """Word documents by the kind of letters and the language, each of which may be empty."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Letterhead and signature."""

    def document(self, kinds: Iterable[str], language: str) -> bytes:
        """Return the Word document for letters of the first of these kinds that has one; empty without."""
        wanted = ((kind, spoken) for kind in (*kinds, EVERY_LETTER) for spoken in (language, ""))
        return next((self.documents[one] for one in wanted if one in self.documents), b"")


def of(store: Store) -> OfficePapers:
    """Return the papers of a mission; those whose content the file lost are left out."""
    kept = [one for one in store.all(LetterPaper) if one.digest in store.contents]
    pictures = {one.kind: store.contents.read(one.digest) for one in kept if one.kind in PICTURES}
    documents = {(one.kind, one.language): store.contents.read(one.digest) for one in kept if one.kind not in PICTURES}
    return OfficePapers(documents, pictures)
