"""Picture files as a mission keeps them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from missionplanner.errors import UserError
from missionplanner.jobs.papers.pictures import picture_of


def test_a_picture_file_is_drawn_anew(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1500)).save(tmp_path / "a.jpg")
    with Image.open(BytesIO(picture_of(tmp_path / "a.jpg"))) as found:
        assert (found.format, found.size) == ("PNG", (1000, 500))
    (tmp_path / "b.png").write_bytes(b"no picture")
    with pytest.raises(UserError, match=r"b\.png is no picture"):
        picture_of(tmp_path / "b.png")
    with pytest.raises(UserError, match=r"c\.png cannot be read"):
        picture_of(tmp_path / "c.png")
