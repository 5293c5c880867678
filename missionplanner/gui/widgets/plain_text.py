"""Texts of users shown letter by letter: Qt takes what looks like HTML for HTML unless it is told not to."""

import html

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


def literal(text: str) -> str:
    """A text for tooltips and message boxes, in which nothing comes alive."""
    if not Qt.mightBeRichText(text):
        return text
    return html.escape(text).replace("\n", "<br>")


def plain(label: QLabel) -> QLabel:
    """Have a label show its text as it is; returns the label."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
