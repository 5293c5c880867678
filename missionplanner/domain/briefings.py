"""Texts of the market briefing of a sector or a city, in three languages, for those they concern."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.translated_names import text_in
from missionplanner.i18n import N_, _


class BriefingKind(StrEnum):
    """The question a text answers."""

    OPPORTUNITIES = "opportunities"
    REGULATION = "regulation"
    WHO_IS_WHO = "who_is_who"
    REFERENCES = "references"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(BRIEFING_LABELS[self])


BRIEFING_LABELS = {
    BriefingKind.OPPORTUNITIES: N_("Opportunities"), BriefingKind.REGULATION: N_("Regulation"),
    BriefingKind.WHO_IS_WHO: N_("Who is who"), BriefingKind.REFERENCES: N_("References"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A text of the briefing, of a sector, of a city, of both, or of the whole market."""

    id: int = 0
    uid: str = ""
    kind: BriefingKind = BriefingKind.OPPORTUNITIES
    sector_id: int | None = None
    """The sector it is of; None for all of them."""
    stop_id: int | None = None
    """The stop it is of; None for the whole country."""
    body_en: str = ""
    """Paragraphs as in the texts of packs: "# " begins a heading, "- " an item of a list."""
    body_fr: str = ""
    body_es: str = ""
    position: int = 0

    def text(self, language: str) -> tuple[str, str]:
        """Return the text and the language it is in: the one asked for, else the first it is written in."""
        return text_in(language, self.body_en, self.body_fr, self.body_es)

    def is_about(self, sectors: Collection[int], stops: Collection[int]) -> bool:
        """Whether it concerns those of some sectors who go to some stops; general texts concern everybody."""
        return self.sector_id in (None, *sectors) and self.stop_id in (None, *stops)

    @property
    def is_general(self) -> bool:
        """Whether it is of no sector and no city."""
        return self.is_about((), ())


def in_order(briefings: Collection[Briefing]) -> list[Briefing]:
    """Return texts in their order: by place, and as they were entered."""
    return sorted(briefings, key=lambda one: (one.position, one.uid))
