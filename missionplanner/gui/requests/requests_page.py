"""The base of the pages of the requests."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.lists.printing import ShownList


class RequestsPage(QWidget):
    """A page that is refreshed when it is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 10, 0, 0)

    def refresh(self) -> None:
        """Show the mission as it is now. Raises NotImplementedError: every page has its own."""
        raise NotImplementedError

    def shown_list(self) -> ShownList:
        """The page's list as it is shown. Raises NotImplementedError: every page has its own."""
        raise NotImplementedError
