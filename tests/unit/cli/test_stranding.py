"""Acts that strand meetings, on the command line."""

import argparse

from missionplanner.cli.stranding import add_take_out


def test_meetings_are_taken_out_only_where_that_is_said() -> None:
    parser = argparse.ArgumentParser()
    add_take_out(parser)
    assert [parser.parse_args(words).take_out for words in ([], ["--take-out"])] == [False, True]
