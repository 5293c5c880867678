"""Files of the organiser that go along with letters: some with every one, and the pack of who it is to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.errors import UserError
from missionplanner.exchange.mail import MailPart
from missionplanner.i18n import _, count
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.store.store import Store

MOST_MB = 10
"""The size of a mail from which on it is told before: many mail servers take no larger ones."""
_PACKS = (Edition.DELEGATE, Edition.HOSTS)
_SHOWN = 5
_GROWN = 4 / 3
"""How much larger a file is in a mail, as it goes by letters."""


@dataclass(frozen=True, slots=True)
class Enclosures:
    """The files that are chosen."""

    files: tuple[Path, ...] = ()
    """They go along with every mail."""
    packs: Path | None = None
    """The folder packs were printed into: each mail gets the pack of who it is to."""
    most_mb: int = MOST_MB
    """The size no mail may have."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The files of every letter."""

    chosen: Enclosures = field(default_factory=Enclosures)
    names: Mapping[tuple[int, int | None], str] = field(default_factory=dict)
    """The names of packs by company and person."""

    def paths(self, one: MomentDraft) -> list[Path]:
        """Return the files that go along with a letter."""
        name = self.names.get((one.company_id, one.person_id)) or self.names.get((one.company_id, None), "")
        pack = [self.chosen.packs / Path(name).name] if self.chosen.packs and name else []
        return [*self.chosen.files, *(path for path in pack if path.is_file())]

    def parts(self, one: MomentDraft) -> Iterator[MailPart]:
        """Yield the files of a letter; raises UserError where one cannot be read."""
        for path in self.paths(one):
            try:
                content = path.read_bytes()
            except OSError as error:
                raise _unreadable(path, error) from error
            yield MailPart(path.name, content, guess_type(path.name)[0] or "application/octet-stream")

    def weigh(self, drafts: Iterable[MomentDraft]) -> None:
        """Raise UserError, naming the letters, where mails would be too large; before anything is written."""
        sizes: dict[Path, int] = {}
        heavy = []
        for one in drafts:
            for path in self.paths(one):
                if path not in sizes:
                    sizes[path] = _size(path)
            if sum(sizes[path] for path in self.paths(one)) * _GROWN > self.chosen.most_mb * 1_000_000:
                heavy.append(one.person or one.company)
        if heavy:
            text = count("{n} mail would be too large", "{n} mails would be too large", len(heavy))
            most = _("more than {most} MB").format(most=self.chosen.most_mb)
            names = ", ".join(heavy[:_SHOWN]) + (" …" if len(heavy) > _SHOWN else "")
            hint = _("Leave files out: many mail servers take no larger mails. --most-mb of letters allows them.")
            raise UserError(f"{text} ({most}): {names}.", hint)


def read(store: Store, chosen: Enclosures) -> Enclosed:
    """Return the files of letters as they are chosen, with the packs that were printed last."""
    if chosen.packs is None:
        return Enclosed(chosen)
    prints = sorted((one for one in store.all(PackPrint) if one.edition in _PACKS), key=lambda one: one.printed_at)
    names = {(one.company_id, one.delegate_id): one.file_name for one in prints if one.company_id}
    return Enclosed(chosen, names)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> UserError:
    text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
    return UserError(text, _("Check the name and that you may open it."))
