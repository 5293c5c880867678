"""Make resources/places/airports.tsv anew: python3 packaging/airports.py AIRPORTS.csv.

AIRPORTS.csv is airportsdata/airports.csv of the package airportsdata (MIT License).
"""

import argparse
import csv
from pathlib import Path

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "places" / "airports.tsv"


def main() -> None:
    """Read the file and write the list: code, country, time zone, city."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("airports", type=Path)
    with parser.parse_args().airports.open(encoding="utf-8", newline="") as file:
        rows = sorted((row for row in csv.DictReader(file) if row["iata"]), key=lambda row: str(row["iata"]))
    lines = ("\t".join((row["iata"], row["country"], row["tz"], row["city"] or row["name"])) for row in rows)
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
