"""The office's papers as they are chosen: Word documents with fields, the letterhead and the signature as pictures."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.letter_papers import EVERY_LETTER, PAPER_FIELDS, PICTURES, LetterPaper, paper_label
from missionplanner.domain.letters import FIELDS, fields_of, own_names
from missionplanner.domain.moments import MOMENT_FIELDS
from missionplanner.errors import UserError
from missionplanner.i18n import OWN_NAMES, _
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.papers.pictures import picture_of
from missionplanner.messages import message
from missionplanner.paths import free_path
from missionplanner.store.store import Store
from missionplanner.writing import make_folder, replace_file

WORD = ".docx"
_SHOWN = 5
"""The most fields that are named in one message."""


def all_papers(store: Store) -> list[LetterPaper]:
    """Return the papers of a mission, by what they are for."""
    return sorted(store.all(LetterPaper), key=lambda one: (one.kind, one.language, one.uid))


def choose(store: Store, kind: str, language: str, path: Path) -> LetterPaper:
    """Keep a file as the paper of a kind of letters in a language, in place of the one before, as one step.

    Raises UserError where it cannot be read, is no Word document or picture, holds what runs, or names unknown fields.
    """
    content = picture_of(path) if kind in PICTURES else _document(store, kind, _read(path))
    digest = store.contents.keep(content)
    before = next((one for one in store.all(LetterPaper) if (one.kind, one.language) == (kind, language)), None)
    made = replace(
        before or LetterPaper(kind=kind, language=language, name=""), name=path.name, size=len(content), digest=digest
    )
    with store.change(message("Choose the paper {name}", name=path.name)) as change:
        key = made.id
        if before:
            change.update(made)
        else:
            key = change.insert(made)
    return store.get(LetterPaper, key)


def remove(store: Store, paper: LetterPaper) -> None:
    """Take a paper out of the mission, as one step."""
    with store.change(message("Remove the paper {name}", name=paper.name)) as change:
        change.delete(LetterPaper, [paper.id])


def save_as(store: Store, paper: LetterPaper, target: Path) -> None:
    """Write a paper into a file, to be looked at or changed there; raises UserError where the file lost it."""
    replace_file(target, store.contents.read(paper.digest))


def write_all(store: Store, folder: Path) -> list[Path]:
    """Write all papers, and a document to begin with, into a folder; return their paths.

    Raises UserError where it cannot be written.
    """
    make_folder(folder)
    made = []
    for paper in all_papers(store):
        made.append(free_path(folder, Path(paper.name).stem, ".png" if paper.kind in PICTURES else WORD))
        save_as(store, paper, made[-1])
    made.append(free_path(folder, _("Letter"), WORD))
    save_starter(made[-1])
    return made


def save_starter(target: Path) -> None:
    """Write a Word document to begin a paper with."""
    from missionplanner.exchange import word_templates  # slow import

    replace_file(target, word_templates.starter())


def described(paper: LetterPaper) -> str:
    """Return what a paper is for, in the language of the screen."""
    language = OWN_NAMES.get(paper.language, "")
    return f"{paper_label(paper.kind)} – {language}" if language else paper_label(paper.kind)


def field_names(store: Store, kind: str) -> tuple[str, ...]:
    """Return the names a Word document for a kind of letters may contain in braces."""
    own = own_names(own_values.fields(store))
    known = (*FIELDS, *MOMENT_FIELDS) if kind == EVERY_LETTER else fields_of(kind)
    return (*known, *own, *PAPER_FIELDS)


def _read(path: Path) -> bytes:
    from missionplanner.exchange.word_safety import MOST_BYTES  # slow import

    try:
        if path.stat().st_size > MOST_BYTES:
            text = _("{name} is too large ({size} MB).").format(name=path.name, size=path.stat().st_size // 1_000_000)
            raise UserError(text, _("Files of up to {most} MB are kept.").format(most=MOST_BYTES // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
        raise UserError(text, _("Check the name and that you may open it.")) from error


def _document(store: Store, kind: str, content: bytes) -> bytes:
    """Return a Word document as it is; raises UserError where it names fields that are none."""
    from missionplanner.exchange import word_templates  # slow import

    known = field_names(store, kind)
    unknown = word_templates.unknown(content, known)
    if not unknown:
        return content
    lines = []
    for one in unknown[:_SHOWN]:
        meant = word_templates.alike(one.name, known)
        hint = " " + _("Is {{{field}}} meant?").format(field=meant) if meant else ""
        lines.append(f"{{{one.name.strip('{}')}}}: {one.place}.{hint}")
    if len(unknown) > _SHOWN:
        lines.append("…")
    raise UserError(_("The document has names in braces that are no fields."), "\n".join(lines))
