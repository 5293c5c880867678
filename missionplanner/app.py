"""Builds everything once: language, log, and the face that was asked for. The only place that builds objects."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from missionplanner import i18n, problem_report
from missionplanner.errors import Cancelled, UserError, trace
from missionplanner.i18n import _

DONE, WRONG_USAGE, NOT_DONE = 0, 2, 3
NEW_WINDOW = "--new-window"
"""Opens a window beside one that runs."""
LOG = logging.getLogger("missionplanner")


def run(arguments: list[str]) -> int:
    """Run the command in `arguments`, or the window where there is none, and return the exit code."""
    _use_utf8()
    try:
        return _window(arguments) if _is_for_window(arguments) else _command(arguments)
    except UserError as error:
        _say(str(error))
    except (KeyboardInterrupt, Cancelled):
        _say(_("Stopped; nothing was changed."))
    except BrokenPipeError:
        # Python flushes standard output once more at its end, and would complain of the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 (reported, and kept in the log)
        _report_mistake(error)
    return NOT_DONE


def _command(arguments: list[str]) -> int:
    # Before the arguments are parsed, as the parser's own texts (--help, wrong usage) are in that language already.
    i18n.use(_language(arguments))
    from missionplanner.cli.parser import parser  # slow import

    parsed = parser().parse_args(arguments)
    if parsed.json or getattr(parsed, "csv", False):
        i18n.use("en")  # what scripts read does not depend on who runs them
    return int(parsed.run(parsed))


def _language(arguments: list[str]) -> str:
    """Return the language of --lang, or else of MISSIONPLANNER_LANGUAGE: --help and wrong usage are in it already."""
    import argparse  # slow import

    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    # Without a value it is wrong usage, which the real parser reports.
    reader.add_argument("--lang", nargs="?")
    typed = reader.parse_known_args(arguments)[0].lang
    return str(typed or os.environ.get("MISSIONPLANNER_LANGUAGE", "en"))


def _report_mistake(error: Exception) -> None:
    _say(_("The program made a mistake ({kind}). The file is as before.").format(kind=type(error).__name__))
    try:
        start_log()
        LOG.error("a command failed\n%s", trace(error))
        report = problem_report.keep(problem_report.report_text(problem_report.of_error(error)))
    except (OSError, UserError):
        return  # there is no room for a report, or no folder
    _say(_("A report without personal data is in {name}; please send it.").format(name=report))


def start_log() -> None:
    """Write what goes wrong to a file of bounded size."""
    if not LOG.handlers:
        handler = RotatingFileHandler(problem_report.log_file(), maxBytes=500_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)


def _say(text: str) -> None:
    if sys.stderr:  # a program without a console has none
        sys.stderr.write(f"{text}\n")


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A character the terminal does not know must not end a command.
            stream.reconfigure(errors="replace")


def _is_for_window(arguments: list[str]) -> bool:
    """Whether nothing but perhaps a file was typed."""
    files = [one for one in arguments if one != NEW_WINDOW]
    return not files or (len(files) == 1 and files[0].lower().endswith((".mission", ".invitation")))


def _window(arguments: list[str]) -> int:
    start_log()
    LOG.info("the program started")
    from missionplanner.gui.window.application import start  # slow import

    files = [Path(one) for one in arguments if one != NEW_WINDOW]
    return start(files[0] if files else None, beside=NEW_WINDOW in arguments)
