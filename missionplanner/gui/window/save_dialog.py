"""Asks for the name of a file to be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

MISSION_FILTER = "*.mission"


def ask_path(parent: QWidget, title: str, start: Path, kind: str, pattern: str) -> Path | None:
    """Return the name chosen for a file of a kind ("Missions", with the pattern "*.mission"); None when it is none."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(start), f"{kind} ({pattern})")
    return Path(chosen) if chosen else None
