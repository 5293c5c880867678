"""The versions of packs: every content that was printed has a number, so that two prints can be told apart."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from missionplanner.domain.time import in_zone
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.jobs.packs.run_list import copies
from missionplanner.pack.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Printing:
    """Packs that are printed at one time."""

    material: Material
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def stamped(self, draft: PackDraft) -> PackDraft:
        """Return a pack with its stamp: that of its newest print where it is the same, else the next number."""
        version, since, known = 0, self.now, ""
        for one in self.material.by_pack.get(draft.key, ()):
            if one.fingerprint != known:
                version, since, known = version + 1, one.printed_at, one.fingerprint
        is_new = draft.fingerprint != known
        if is_new:
            version, since = version + 1, self.now
        moment = in_zone(since, clock(self.material))
        readers = copies(self.material.snapshot, draft)
        return replace(draft, stamp=Stamp(moment, version), outdated=is_new and version > 1, copies=readers)


def clock(material: Material) -> str:
    """Return the time zone in which it is said when something was printed."""
    stops = material.snapshot.stops
    return stops[0].time_zone if stops else "UTC"
