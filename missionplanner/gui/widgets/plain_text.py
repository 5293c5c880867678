"""Texts of users shown as they are: Qt renders whatever looks like HTML unless told not to."""

import html

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel


def literal(text: str) -> str:
    """Return a text for tooltips and message boxes in which no markup is rendered."""
    if not Qt.mightBeRichText(text):
        return text
    return html.escape(text).replace("\n", "<br>")


def plain(label: QLabel) -> QLabel:
    """Have a label show its text as it is; returns the label."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
