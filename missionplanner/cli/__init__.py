"""The command line: a fixed contract for scripts."""
