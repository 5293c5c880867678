"""Builds everything once: language, log, and the face that was asked for. The only place that builds objects."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from missionplanner import i18n
from missionplanner.errors import Cancelled, UserError, trace
from missionplanner.i18n import _
from missionplanner.paths import data_folder

DONE, WRONG_USAGE, NOT_DONE = 0, 2, 3
LOG = logging.getLogger("missionplanner")


def run(arguments: list[str]) -> int:
    """Run the command in `arguments`, or the window where there is none, and return the exit code."""
    _use_utf8()
    if _is_for_window(arguments):
        return _window(Path(arguments[0]) if arguments else None)
    # Before the arguments are parsed, as the parser's own texts (--help, wrong usage) are in that language already.
    i18n.use(_language(arguments))
    from missionplanner.cli.parser import parser  # slow import

    parsed = parser().parse_args(arguments)
    if parsed.json or getattr(parsed, "csv", False):
        i18n.use("en")  # what scripts read does not depend on who runs them
    try:
        return int(parsed.run(parsed))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
    except (KeyboardInterrupt, Cancelled):
        sys.stderr.write(_("Stopped; nothing was changed.") + "\n")
    except BrokenPipeError:
        # Python flushes standard output once more at its end, and would complain of the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 (reported, and kept in the log)
        _report_mistake(error)
    return NOT_DONE


def _language(arguments: list[str]) -> str:
    """Return the language of --lang, or else of MISSIONPLANNER_LANGUAGE: --help and wrong usage are in it already."""
    import argparse  # slow import

    reader = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    # Without a value it is wrong usage, which the real parser reports.
    reader.add_argument("--lang", nargs="?")
    typed = reader.parse_known_args(arguments)[0].lang
    return str(typed or os.environ.get("MISSIONPLANNER_LANGUAGE", "en"))


def _report_mistake(error: Exception) -> None:
    start_log()
    LOG.error("a command failed\n%s", trace(error))
    kind = f"{type(error).__name__}: {error}"
    sys.stderr.write(_("The program made a mistake ({kind}). The file is as before.").format(kind=kind) + "\n")
    log = data_folder() / "missionplanner.log"
    sys.stderr.write(_("The details are in {name}; please report them.").format(name=log) + "\n")


def start_log() -> None:
    """Write what goes wrong to a file of bounded size."""
    if not LOG.handlers:
        handler = RotatingFileHandler(
            data_folder() / "missionplanner.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A character the terminal does not know must not end a command.
            stream.reconfigure(errors="replace")


def _is_for_window(arguments: list[str]) -> bool:
    """Whether nothing but perhaps a file was typed."""
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".mission"))


def _window(path: Path | None) -> int:
    start_log()
    from missionplanner.gui.window.application import start  # slow import

    return start(path)
