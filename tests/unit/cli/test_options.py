"""Kinds of values and the options commands share."""

import argparse

import pytest

from missionplanner.cli import options


def test_natural_number_starts_at_0() -> None:
    assert [options.natural_number(text) for text in ("0", "12")] == [0, 12]


@pytest.mark.parametrize("text", ["-1", "1.5", "", "x"])
def test_what_is_no_natural_number_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=rf"^“{text}” is no whole number from 0 on$"):
        options.natural_number(text)


def test_seconds_are_a_number() -> None:
    assert [options.seconds(text) for text in ("2", "0.5")] == [2.0, 0.5]


def test_what_is_no_number_of_seconds_is_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=r"^“soon” is no number of seconds$"):
        options.seconds("soon")


@pytest.mark.parametrize("words", [["--lang", "fr", "go"], ["go", "--lang", "fr"]])
def test_language_is_typed_before_or_after_the_command(words: list[str]) -> None:
    top = argparse.ArgumentParser()
    options.add_language(top, "")
    options.add_command(top.add_subparsers(), "go", "go there", lambda _: 0, on_file=False)
    assert top.parse_args(words).lang == "fr"


def test_command_on_a_file_needs_the_file() -> None:
    top = argparse.ArgumentParser()
    command = options.add_command(top.add_subparsers(), "go", "go there", lambda _: 7)
    assert command.description == "Go there."
    found = top.parse_args(["go", "x.mission", "--json"])
    assert (found.file.name, found.json, found.run(found)) == ("x.mission", True, 7)
    with pytest.raises(SystemExit, match="2"):
        top.parse_args(["go"])
