"""Checks of printed packs by other programs."""

import subprocess
from pathlib import Path

import outloud
import page
import pdfua


def errors(path: Path) -> list[str]:
    """What the three checkers call an error."""
    found = [f"page {failure}" for failure in page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1).failures]
    found += [f"pdfua {one.message}" for one in pdfua.validate(str(path)).findings if one.severity.name == "ERROR"]
    result = outloud.check(str(path))
    assert not result.error, result.error
    found += [f"outloud {one}" for one in result.findings if str(one.severity).lower().endswith("error")]
    return found


def structure(path: Path) -> str:
    """The text of the structure tree, element by element."""
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, text=True, check=True)
    return done.stdout


def archive_errors(path: Path) -> list[str]:
    """What a checker says against keeping a file for long (PDF/A-2a)."""
    return [str(one) for one in page.validate_pdf(path, profile=page.ValidationProfile.PDF_A_2A).failures]
