"""The values of the fields of a PDF that was filled in."""

from io import BytesIO

import pikepdf

from missionplanner.errors import UserError
from missionplanner.i18n import _

_DEEPEST = 8
_MOST_FIELDS = 20_000


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF."""
    return content[:1024].lstrip().startswith(b"%PDF")


def fields_of(name: str, content: bytes) -> dict[str, str]:
    """Return the values by the names of their fields; empty for a PDF without any, such as a scan.

    Raises UserError where the file is damaged or has a password.
    """
    found: dict[str, str] = {}
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            form = pdf.Root.get("/AcroForm")
            if isinstance(form, pikepdf.Dictionary):
                _add(form.get("/Fields"), "", found, 0)
    except pikepdf.PasswordError as error:
        raise UserError(
            _("{name} is protected by a password.").format(name=name), _("Save a copy of it without one.")
        ) from error
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise UserError(
            _("{name} cannot be read as a PDF.").format(name=name), _("It may be damaged; ask for it again.")
        ) from error
    return found


def _add(fields: object, above: str, found: dict[str, str], depth: int) -> None:
    if not isinstance(fields, pikepdf.Array) or depth > _DEEPEST:
        return
    for one in fields:
        if not isinstance(one, pikepdf.Dictionary) or len(found) >= _MOST_FIELDS:
            continue
        part = str(one.get("/T", ""))
        name = ".".join(filter(None, (above, part)))
        if "/Kids" in one:
            _add(one.get("/Kids"), name, found, depth + 1)
        if "/V" in one and name:
            found[name] = str(one.get("/V", "")).strip()
