"""Files kept with a company: its logo, and those that came with its application."""

import mimetypes
from pathlib import Path

from missionplanner.domain.companies import Attachment, AttachmentKind, Company
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.paths import free_path, safe_name
from missionplanner.store.store import Store
from missionplanner.writing import replace_file

MOST_BYTES = 20_000_000
"""The size up to which a file is kept in the mission, in bytes."""


def of(store: Store, company: int) -> list[Attachment]:
    """Return the files of a company, its logo first."""
    found = store.where(Attachment, "company_id", [company])
    return sorted(found, key=lambda one: (one.kind is not AttachmentKind.LOGO, one.name.casefold(), one.id))


def logo(store: Store, company: int) -> bytes:
    """Return the logo of a company as a picture file, empty when it has none."""
    found = [one for one in of(store, company) if one.kind is AttachmentKind.LOGO]
    return store.contents.read(found[0].digest) if found else b""


def set_logo(store: Store, company: int, picture: bytes) -> None:
    """Keep a PNG as the logo of a company in place of an earlier one, as one step; an empty one removes that."""
    named = store.get(Company, company).named
    digest = store.contents.keep(picture) if picture else ""
    before = [one for one in of(store, company) if one.kind is AttachmentKind.LOGO]
    with store.change(message("Logo of {company}", company=named)) as change:
        change.delete(Attachment, [one.id for one in before])
        if picture:
            change.insert(
                Attachment(
                    company_id=company,
                    kind=AttachmentKind.LOGO,
                    name="logo.png",
                    media="image/png",
                    size=len(picture),
                    digest=digest,
                )
            )


def attach(store: Store, company: int, path: Path) -> None:
    """Keep a copy of a file with a company, as one step.

    Raises UserError when it cannot be read or is larger than MOST_BYTES.
    """
    made = attachment_of(store, company, path, content_of(path))
    # The company is not shown, but found there when its data are erased: names of files name people.
    label = message("Attach {name}", name=path.name, company=store.get(Company, company).named)
    with store.change(label) as change:
        change.insert(made)


def content_of(path: Path) -> bytes:
    """Return a file that is to be kept. Raises UserError when it cannot be read or is larger than MOST_BYTES."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            text = _("{name} is too large ({size} MB).").format(name=path.name, size=size // 1_000_000)
            raise UserError(text, _("Files of up to {most} MB are kept.").format(most=MOST_BYTES // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
        raise UserError(text, _("Check the name and that you may open it.")) from error


def attachment_of(store: Store, company: int, path: Path, content: bytes) -> Attachment:
    """Keep a content in the mission, and return the attachment of a company it is to be."""
    digest = store.contents.keep(content)
    media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment(company_id=company, name=path.name, media=media, size=len(content), digest=digest)


def detach(store: Store, keys: list[int]) -> None:
    """Remove files from their company, as one step."""
    with store.change(message("Remove an attachment")) as change:
        change.delete(Attachment, keys)


def save_as(store: Store, attachment: Attachment, folder: Path) -> Path:
    """Write a kept file into a folder under a safe name that is free there; return its path."""
    suffix = Path(attachment.name).suffix.removeprefix(".")
    target = free_path(folder, Path(attachment.name).stem, f".{safe_name(suffix)}" if suffix else "")
    replace_file(target, store.contents.read(attachment.digest))
    return target
