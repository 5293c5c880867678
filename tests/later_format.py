"""A later format of mission files, made up: one that a newer program brings files to."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from missionplanner.store import schema
from missionplanner.store.database import Database, Migrations

LATER = Migrations("missionplanner")
LATER(name="m001_first_format")(schema.m001_first_format)
LATER(name="m002_copies_that_merge")(schema.m002_copies_that_merge)
LATER(name="m003_fingerprints_of_the_erased")(schema.m003_fingerprints_of_the_erased)
LATER(name="m004_people")(schema.m004_people)
LATER(name="m005_courtesy_titles")(schema.m005_courtesy_titles)
LATER(name="m006_who_attends")(schema.m006_who_attends)
LATER(name="m007_two_ends_of_transfers")(schema.m007_two_ends_of_transfers)
LATER(name="m008_goals")(schema.m008_goals)
LATER(name="m009_meetings_where_the_host_is")(schema.m009_meetings_where_the_host_is)
LATER(name="m010_own_fields")(schema.m010_own_fields)
LATER(name="m011_calendars_that_update")(schema.m011_calendars_that_update)
LATER(name="m012_figures_with_sources")(schema.m012_figures_with_sources)
LATER(name="m013_portraits")(schema.m013_portraits)
LATER(name="m014_second_forms")(schema.m014_second_forms)
LATER(name="m015_milestones")(schema.m015_milestones)
LATER(name="m016_letters_of_moments")(schema.m016_letters_of_moments)
LATER(name="m017_meetings_by_video")(schema.m017_meetings_by_video)
LATER(name="m018_own_fields_everywhere")(schema.m018_own_fields_everywhere)
LATER(name="m019_translations_of_posts_and_offers")(schema.m019_translations_of_posts_and_offers)
LATER(name="m020_door_to_door")(schema.m020_door_to_door)
LATER(name="m021_papers_and_own_moments")(schema.m021_papers_and_own_moments)
LATER(name="m022_relationships")(schema.m022_relationships)
LATER(name="m023_agreements")(schema.m023_agreements)
LATER(name="m024_kind_of_erasing")(schema.m024_kind_of_erasing)
LATER(name="m025_clocks_and_groups")(schema.m025_clocks_and_groups)
LATER(name="m026_intents")(schema.m026_intents)


@LATER()
def m027_mottos(db: Database) -> None:
    """Missions have a motto."""
    db.execute("ALTER TABLE missions ADD COLUMN motto TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE missions_history ADD COLUMN motto TEXT DEFAULT ''")


@contextmanager
def later_format() -> Iterator[None]:
    """Have a program meanwhile whose newest format is the twenty-seventh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "FORMAT", 27)
        patch.setattr(schema, "migrations", LATER)
        yield
