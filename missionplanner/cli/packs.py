"""The command packs: printing briefing packs."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.domain.packs import PAPER_LABELS
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, count
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing
from missionplanner.jobs.packs.prints import PackFile, PackResult
from missionplanner.jobs.safety.in_the_open import warning
from missionplanner.store.store import Store

EDITIONS = ("delegate", "hosts", "card", "large", "leader", "organiser", "directory")


def add_commands(commands: Any) -> None:
    """Add packs."""
    printed = add_command(commands, "packs", _("print briefing packs"), packs)
    printed.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder they are written to"))
    printed.add_argument("--edition", choices=EDITIONS, default="delegate", help=_("for whom they are"))
    printed.add_argument(
        "--company", action="append", default=[], metavar=_("NAME"), help=_("only this company; repeatable")
    )
    add_filters(printed)
    printed.add_argument("--language", choices=LANGUAGES, help=_("the language of the packs"))
    printed.add_argument("--outdated", action="store_true", help=_("only what changed since it was printed"))
    printed.add_argument("--single", default="", metavar=_("FILE.pdf"), help=_("all in one file, in order"))
    text = _("only this paper of the organiser edition; repeatable: {papers}").format(papers=", ".join(PAPER_LABELS))
    printed.add_argument("--paper", action="append", default=[], choices=PAPER_LABELS, metavar=_("PAPER"), help=text)
    printed.add_argument(
        "--bleed", action="store_true", help=_("with --single: 3 mm beyond the edges of pages, and marks to cut by")
    )
    printed.add_argument(
        "--copies", action="store_true", help=_("also a list of how many copies of each are printed and stapled how")
    )


def packs(arguments: argparse.Namespace) -> int:
    """Print briefing packs, reporting which were not printed and why; the exit code is 1 where a letter is in no font.

    Raises UserError when companies are chosen for an edition that is of the whole mission, or bleed for many files.
    """
    edition = Edition(arguments.edition)
    if not edition.is_of_companies and _is_narrowed(arguments):
        raise UserError(_("This edition is of the whole mission."), _("Leave the companies and filters out."))
    if arguments.paper and edition is not Edition.ORGANISER:
        raise UserError(_("Only the organiser edition has papers."), _("Choose it with --edition organiser."))
    if arguments.bleed and not arguments.single:
        raise UserError(_("Bleed is for the print shop's one file."), _("Name it with --single FILE.pdf."))
    with opened(arguments) as store:
        options = printing.PackOptions(
            arguments.out,
            # Hosts are written to in their own language unless another is wanted.
            arguments.language or ("" if edition is Edition.HOSTS else LANGUAGES[0]),
            _chosen(store, arguments, edition),
            arguments.outdated,
            arguments.single,
            edition,
            papers=frozenset(arguments.paper) or None,
            bleed=arguments.bleed,
            copies=arguments.copies,
        )
        result = run_now(printing.make(options), store, output.progress())
        note = warning(store)
    if arguments.json:
        skipped = [{"company": s.company, "reason": s.reason} for s in result.skipped]
        files = [_file(file) for file in result.files]
        more = {"run_list": str(result.run_list)} if result.run_list else {}
        output.document({"files": files, "skipped": skipped, **more})
    else:
        output.say(printed_in_words(result, result.single or arguments.out))
        output.note(note)
        for line in (*(f"{one.company}: {one.reason}" for one in result.skipped), *result.unprintable):
            output.say(line)
    return 1 if result.unprintable else 0


def _file(file: PackFile) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "company": file.company,
        "pages": file.pages,
        "language": file.language,
        "missing_glyphs": list(file.missing),
        "outdated": file.outdated,
        "copies": file.copies,
    }


def printed_in_words(result: PackResult, place: Path | str) -> str:
    """Return how many packs and pages were printed, and where."""
    packs_printed = count("{n} pack", "{n} packs", len(result.files))
    pages = count("{n} page", "{n} pages", sum(file.pages for file in result.files))
    return _("{packs}, {pages}, in {place}").format(packs=packs_printed, pages=pages, place=place)


def _is_narrowed(arguments: argparse.Namespace) -> bool:
    names = ("company", "side", "sector", "status_filter", "stop", "search")
    return any(getattr(arguments, name) for name in names)


def _chosen(store: Store, arguments: argparse.Namespace, edition: Edition) -> frozenset[int]:
    if arguments.company:
        companies = store.all(Company)
        return frozenset(export.find_company(companies, name).id for name in arguments.company)
    # Counterparts get delegate packs only where that side is asked for.
    of_side = argparse.Namespace(**{**vars(arguments), "side": arguments.side or edition.side.value})
    return frozenset(store.companies.ids(company_filter(store, of_side)))
