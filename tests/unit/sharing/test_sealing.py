"""What lies at a carrier opens under its name with its password alone."""

import pytest

from missionplanner.sharing import sealing

UID, TEXT = "1a22c3ab", b"Zo\xc3\xa9 Tremblay"


@pytest.mark.parametrize("password", ["", "five words for a test"])
def test_a_content_comes_back(password: str) -> None:
    assert sealing.opened(sealing.sealed(TEXT, "a/1", password, UID), "a/1", password, UID) == TEXT


def test_a_sealed_content_shows_nothing_of_it_and_is_never_the_same() -> None:
    one, other = (sealing.sealed(TEXT * 50, "a/1", "secret", UID) for _time in range(2))
    assert (b"Tremblay" in one, one == other, len(one) - len(TEXT) * 50) == (False, False, 34)


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_content_under_another_name_is_refused(password: str) -> None:
    with pytest.raises(ValueError, match="damaged"):
        sealing.opened(sealing.sealed(TEXT, "a/1", password, UID), "a/2", password, UID)


@pytest.mark.parametrize(("sealed_with", "opened_with"), [("", "secret"), ("secret", ""), ("secret", "other")])
def test_another_password_is_refused(sealed_with: str, opened_with: str) -> None:
    with pytest.raises(ValueError, match="password"):
        sealing.opened(sealing.sealed(TEXT, "a/1", sealed_with, UID), "a/1", opened_with, UID)


def test_another_mission_with_the_same_password_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        sealing.opened(sealing.sealed(TEXT, "a/1", "secret", UID), "a/1", "secret", "another")


@pytest.mark.parametrize("password", ["", "secret"])
@pytest.mark.parametrize("cut", [0, 3, 10, 25, -1])
def test_a_file_that_is_half_there_is_refused(password: str, cut: int) -> None:
    with pytest.raises(ValueError, match="damaged"):
        sealing.opened(sealing.sealed(TEXT, "a/1", password, UID)[:cut], "a/1", password, UID)
