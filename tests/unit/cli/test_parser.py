"""What can be typed."""

import pytest

from missionplanner import app


@pytest.mark.parametrize(
    "words", [("fly",), ("list", "x.mission", "birds"), ("import", "x.mission"), ("plan", "x", "--keep", "some")]
)
def test_wrong_usage_exits_with_2(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        app.run(list(words))
    assert caught.value.code == 2
