"""The directory: everybody by sector with indexes, then the profile of every company; a volume beside the packs."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reportlab.platypus import KeepTogether

from missionplanner.domain.packs import PackPage
from missionplanner.pack.delegate_content import CompanyProfile, Own, Shared
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.editions import DirectoryVolume
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.phrases import Phrase, joined
from missionplanner.pack.style import H2, markup
from missionplanner.pack.typesetting import NOTE, SMALL, SMALL_BOLD, Lined, style_of
from missionplanner.pack.wording import labelled

_APART = 9
"""Between two profiles."""
_LINE = style_of(SMALL, spaceAfter=1)
_QUIET = style_of(NOTE, spaceAfter=2)


def _letter(key: str) -> str:
    """The letter a name begins with; of Korean the whole syllable, for fonts have no parts of those."""
    return unicodedata.normalize("NFC", key)[:1].upper()


class DirectoryBook(Book):
    """Both directories, and the profiles of both sides, in two columns."""

    TEMPLATES: Mapping[str, str] = {**Book.TEMPLATES, "delegation": "columns", "hosts": "columns"}

    def __init__(self, shared: Shared, own: Own, volume: DirectoryVolume, size: tuple[float, float]) -> None:
        self._volume = volume
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        t = self.t
        yield from self.section(PackPage.DIRECTORY)
        yield from self.section(PackPage.COUNTERPARTS)
        for key, title, profiles in (
            ("delegation", t("Profiles of the delegation"), self._volume.delegation),
            ("hosts", t("Profiles of the counterparts"), self._volume.counterparts),
        ):
            if profiles:
                yield key, title, self._letters(key, title, profiles)

    def _letters(self, key: str, title: str, profiles: Sequence[CompanyProfile]) -> Story:
        """The profiles by name, with a bookmark for each letter they begin with."""
        found: Story = [self.h1(title)]
        letters = groupby(profiles, key=lambda one: _letter(self.t.sort_key(one.name)[0]))
        for number, (letter, group) in enumerate(letters):
            head = [Mark(f"{key}-{number}", letter, 1, self.pages), Text(markup(letter), H2)]
            for profile in group:
                # No profile is parted which a column holds, nor the letter from the first of its own.
                found.append(KeepTogether([*head, *self._company(profile)]))
                head = []
        return found

    def _company(self, profile: CompanyProfile) -> Story:
        t = self.t
        found: Story = [Lined(profile.name, SMALL_BOLD)]
        line = "  ·  ".join(filter(None, (profile.place, profile.sectors.text, profile.employees)))
        found += [Text(markup(line), _QUIET)] if line else []
        texts = (
            ("", joined("\n", profile.people)),
            ("", Phrase("\n".join((*profile.contacts, *filter(None, (profile.website,)))))),
            (t("Offers"), joined("; ", profile.offers)),
            (t("Seeks"), joined("; ", profile.seeks)),
            *profile.details,
        )
        for label, said in texts:
            if said.text:
                words = labelled(markup(label), markup(said.text), t) if label else markup(said.text)
                found.append(Text(words, _LINE, language=said.language))
        if profile.description:
            found.append(Text(markup(profile.description), _LINE, language=profile.language))
        found[-1].spaceAfter = _APART
        return found
