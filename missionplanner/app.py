"""Builds everything once: language, log, and the face that was asked for. The only place that builds objects."""

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from missionplanner import i18n
from missionplanner.errors import Cancelled, UserError, trace
from missionplanner.paths import data_folder

DONE, WRONG_USAGE, NOT_DONE = 0, 2, 3
LOG = logging.getLogger("missionplanner")


def run(arguments: list[str]) -> int:
    """Run the command in `arguments`, or the window where there is none; returns the exit code."""
    _use_utf8()
    i18n.use(os.environ.get("MISSIONPLANNER_LANGUAGE", "en"))
    if _is_for_window(arguments):
        return _window(Path(arguments[0]) if arguments else None)
    from missionplanner.cli.parser import parser  # slow import

    parsed = parser().parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
    except (KeyboardInterrupt, Cancelled):
        sys.stderr.write("Stopped; nothing was changed.\n")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 (told, and kept in the log)
        start_log()
        LOG.error("a command failed\n%s", trace(error))
        sys.stderr.write(f"The program made a mistake ({type(error).__name__}: {error}). The file is as before.\n")
        sys.stderr.write(f"The details are in {data_folder() / 'missionplanner.log'}; please report them.\n")
    return NOT_DONE


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
            stream.reconfigure(errors="replace")


def _is_for_window(arguments: list[str]) -> bool:
    """Whether nothing but perhaps a file was typed."""
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".mission"))


def _window(path: Path | None) -> int:
    start_log()
    from missionplanner.gui.window.application import start  # slow import

    return start(path)
