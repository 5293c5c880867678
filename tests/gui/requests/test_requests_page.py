"""What a page of the requests has to bring."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.workspace import Workspace


def test_a_page_without_content_is_none(workspace: Workspace, qtbot: QtBot) -> None:
    page = RequestsPage(workspace)
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        page.refresh()
    with pytest.raises(NotImplementedError):
        page.shown_list()
