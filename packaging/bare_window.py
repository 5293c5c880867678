"""A window with nothing in it, frozen beside the program: what any window of Qt takes to start on this computer."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QLabel("x"))
    window.resize(800, 600)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
