"""The calm look of the window, light or dark: one palette, one accent, one style sheet."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from missionplanner.gui import settings
from missionplanner.paths import resources

THEMES = ("system", "light", "dark")
_SMALLEST = 10.0
"""Points of the smallest text; that of the system where it is larger."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, as #rrggbb."""

    window: str
    """The background of windows and dialogs."""
    surface: str
    """The background of tables, lists and fields."""
    raised: str
    """Buttons and tooltips."""
    text: str
    quiet: str
    """Text that steps back: hints, counts, whatever is disabled."""
    line: str
    """Borders and grids."""
    edge: str
    """Edges of fields and handles: whoever sees little still sees where they are."""
    accent: str
    """The one strong colour."""
    on_accent: str
    """Text on the accent."""
    selection: str
    """The background of what is selected."""
    good: str
    warn: str
    bad: str


LIGHT = Colours(
    window="#f4f6f8", surface="#ffffff", raised="#ffffff", text="#1f2933", quiet="#5c6877", line="#d9dfe6", edge="#77828f",
    accent="#1f5f99", on_accent="#ffffff", selection="#e0edf9", good="#2a763d", warn="#925d00", bad="#b3261e",
)  # fmt: skip
DARK = Colours(
    window="#1b1f24", surface="#22272e", raised="#2b313a", text="#e4e8ed", quiet="#9ba7b4", line="#3a424d", edge="#76818e",
    accent="#6fb1ea", on_accent="#10161d", selection="#233b52", good="#7ccb8f", warn="#e5b567", bad="#f2938c",
)  # fmt: skip

_current = LIGHT


def colours() -> Colours:
    """The colours in use."""
    return _current


def name_in_use() -> str:
    """Return "light" or "dark"."""
    return "dark" if _current is DARK else "light"


def tint(web: str, share: float) -> QColor:
    """The colour mixed into the surface, so that text on it stays readable in both themes."""
    return _tint(web, share, colours())


@lru_cache(maxsize=256)
def _tint(web: str, share: float, theme: Colours) -> QColor:
    strong, base = QColor(web), QColor(theme.surface)
    pairs = ((strong.red(), base.red()), (strong.green(), base.green()), (strong.blue(), base.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))


def apply(application: QApplication, theme: str) -> None:
    """Dress the application in "light", "dark", or what the system has."""
    global _current
    dark = theme == "dark" or (theme != "light" and _system_is_dark())
    _current = DARK if dark else LIGHT
    hints = QGuiApplication.styleHints()
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(theme, Qt.ColorScheme.Unknown)
    hints.setColorScheme(scheme)
    application.setStyle("Fusion")
    application.setPalette(_palette(_current))
    application.setStyleSheet(_sheet(_current))


def _asset(name: str, c: Colours) -> str:
    """An icon as a file in the theme's colour: style sheets take pictures only by their path."""
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    target = settings.scratch_folder() / f"{name}-{c.quiet.removeprefix('#')}.svg"
    target.write_text(source.replace("currentColor", c.quiet), encoding="utf-8")
    return target.as_posix()


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, c.window),
        (role.Base, c.surface),
        (role.AlternateBase, c.window),
        (role.Button, c.raised),
        (role.ToolTipBase, c.raised),
        (role.WindowText, c.text),
        (role.Text, c.text),
        (role.ButtonText, c.text),
        (role.ToolTipText, c.text),
        (role.PlaceholderText, c.quiet),
        (role.Highlight, c.selection),
        (role.HighlightedText, c.text),
        (role.Link, c.accent),
        (role.Accent, c.accent),
        (role.Mid, c.line),
        (role.Light, c.raised),
        (role.Midlight, c.raised),
        (role.Dark, c.line),
        (role.Shadow, c.line),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.quiet))
    return palette


def _sheet(c: Colours) -> str:
    size = max(_SMALLEST, QGuiApplication.font().pointSizeF())
    sizes = {"size": size, "title": size * 1.7, "heading": size * 1.1, "figure": size * 2}
    signs = {
        name.replace("-", "_"): _asset(name, c) for name in ("chevron-down", "chevron-left", "chevron-right", "check")
    }
    return _SHEET.format(c=c, **signs, **sizes)


_SHEET = """
QWidget {{ font-size: {size}pt; }}
QMainWindow, QDialog, QWizard {{ background: {c.window}; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: 4px; }}
QListWidget#navigation {{ background: {c.window}; border: none; border-right: 1px solid {c.line}; padding: 8px 6px; }}
QListWidget#navigation::item {{ padding: 9px 10px; border-radius: 6px; color: {c.text}; }}
QListWidget#navigation[narrow="true"]::item {{ padding: 6px 11px; }}
QListWidget#navigation::item:selected {{ background: {c.selection}; color: {c.text}; border-left: 3px solid {c.accent};
    padding-left: 7px; }}
QListWidget#navigation::item:disabled {{ color: {c.quiet}; }}
QLabel#title {{ font-size: {title}pt; font-weight: 600; }}
QLabel#heading {{ font-size: {heading}pt; font-weight: 600; }}
QLabel#quiet {{ color: {c.quiet}; }}
QLabel#figure {{ font-size: {figure}pt; font-weight: 600; color: {c.accent}; }}
QLabel#problem {{ color: {c.bad}; }}
QLabel#warning {{ color: {c.warn}; }}
QFrame#card {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame#tour {{ background: {c.raised}; border: 2px solid {c.accent}; border-radius: 10px; }}
QLabel#banner {{ background: {c.selection}; padding: 9px 20px; }}
QTableView, QListView#plain, QTreeView {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px;
    gridline-color: {c.line}; selection-background-color: {c.selection}; selection-color: {c.text}; }}
QTableView::item, QTreeView::item {{ padding: 3px 6px; }}
QHeaderView::section {{ background: {c.window}; color: {c.quiet}; border: none; border-bottom: 1px solid {c.line};
    border-right: 1px solid {c.line}; padding: 6px 8px; font-weight: 600; }}
QTableCornerButton::section {{ background: {c.window}; border: none; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.edge}; border-radius: 5px; padding: 5px 7px;
    placeholder-text-color: {c.quiet}; selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QComboBox:disabled, QSpinBox:disabled {{ color: {c.quiet}; background: {c.window}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {c.accent}; padding: 4px 6px; }}
QTableView:focus, QTreeView:focus, QListView#plain:focus {{ border: 2px solid {c.accent}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0; background: transparent; color: {c.text}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.edge}; outline: none;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QComboBox QAbstractItemView::item {{ min-height: 24px; padding: 1px 6px; }}
QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: 5px; padding: 6px 14px; }}
QPushButton, QToolButton, QCheckBox, QRadioButton {{ outline: none; }}
QPushButton:hover {{ border-color: {c.quiet}; }}
QPushButton#primary:disabled {{ background: {c.window}; color: {c.quiet}; border-color: {c.line}; }}
QPushButton#value {{ background: transparent; border-color: transparent; padding: 4px 8px; text-align: left; }}
QPushButton#value:hover {{ border-color: {c.quiet}; }}
QPushButton#value:disabled {{ color: {c.text}; }}
QPushButton#primary {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
QPushButton#value:focus {{ border: 2px solid {c.accent}; padding: 3px 7px; }}
QPushButton#primary:focus {{ border: 2px solid {c.text}; }}
QPushButton:disabled {{ color: {c.quiet}; background: {c.window}; border-color: {c.line}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 5px; }}
QToolButton:hover {{ border-color: {c.line}; }}
QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
QToolButton:checked {{ background: {c.selection}; }}
QToolButton#chip {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 12px; padding: 4px 11px; }}
QToolButton#chip:hover {{ border-color: {c.quiet}; }}
QToolButton#chip[active="true"] {{ background: {c.selection}; border-color: {c.accent}; }}
QToolButton#chip:focus {{ border: 2px solid {c.accent}; padding: 3px 10px; }}
QToolButton#chip::menu-indicator {{ image: none; }}
QToolButton#mark {{ background: {c.surface}; border: 1px solid {c.line}; padding: 5px 11px; }}
QToolButton#mark:focus {{ border: 2px solid {c.accent}; padding: 4px 10px; }}
QToolButton#mark:checked {{ background: {c.accent}; color: {c.on_accent}; }}
QFrame#card[active="true"] {{ border: 1px solid {c.accent}; }}
QFrame#card:focus {{ border: 2px solid {c.accent}; }}
QListWidget#plain {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 6px; }}
QListWidget#plain::item {{ padding: 4px 6px; }}
QListWidget#plain::item:selected {{ background: {c.selection}; color: {c.text}; }}
QListWidget#plain::indicator {{ width: 15px; height: 15px; border: 1px solid {c.quiet}; border-radius: 3px;
    background: {c.surface}; }}
QListWidget#plain::indicator:checked {{ image: url({check}); border-color: {c.accent}; }}
QToolBar {{ background: {c.window}; border: none; border-bottom: 1px solid {c.line}; spacing: 4px; padding: 4px; }}
QMenuBar {{ background: {c.window}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {c.selection}; color: {c.text}; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.line}; }}
QMenu::item {{ padding: 5px 24px 5px 20px; }}
QMenu::item:disabled {{ color: {c.quiet}; }}
QStatusBar {{ background: {c.window}; border-top: 1px solid {c.line}; }}
QTabBar::tab {{ padding: 7px 14px; border: none; color: {c.quiet}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:selected:focus {{ border: 2px solid {c.accent}; border-radius: 4px; padding: 5px 12px 7px 12px; }}
QTabBar::scroller {{ width: 52px; }}
QTabBar QToolButton {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 5px; padding: 0; margin: 4px 1px; }}
QTabBar QToolButton:disabled {{ background: {c.window}; }}
QTabBar QToolButton::left-arrow {{ image: url({chevron_left}); width: 14px; height: 14px; }}
QTabBar QToolButton::right-arrow {{ image: url({chevron_right}); width: 14px; height: 14px; }}
QTabWidget::pane {{ border: none; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({chevron_down}); width: 14px; height: 14px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {c.quiet}; border-radius: 3px;
    background: {c.surface}; }}
QCheckBox::indicator:checked {{ image: url({check}); border-color: {c.accent}; }}
QCheckBox::indicator:focus {{ width: 13px; height: 13px; border: 2px solid {c.accent}; }}
QRadioButton::indicator {{ width: 13px; height: 13px; border: 1px solid {c.quiet}; border-radius: 7px;
    background: {c.surface}; }}
QRadioButton::indicator:checked {{ border: 4px solid {c.accent}; width: 7px; height: 7px; }}

QRadioButton {{ border: 2px solid transparent; border-radius: 4px; }}
QRadioButton:focus {{ border-color: {c.accent}; }}
QProgressBar {{ border: 1px solid {c.line}; border-radius: 5px; background: {c.surface}; text-align: center; height: 14px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
QScrollArea {{ border: none; background: transparent; }}
QSplitter::handle {{ background: {c.window}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:disabled {{ color: {c.quiet}; background: {c.window}; border-color: {c.line}; }}
"""
