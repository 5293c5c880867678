"""The tables and functions of a database through which missions are shared.

Nobody may write a table: everything is put there by functions, which look up what the login may. Rows are seen by the
members of their mission alone (row level security). NOTIFY says only that there is something.

A step that was released is never changed, and none takes away or changes what an older program calls: programs of every
age work with tables of every age.
"""

_FIRST = """
CREATE SCHEMA missionplanner;
CREATE TABLE missionplanner.hub (version integer NOT NULL);
CREATE TABLE missionplanner.mission (id text PRIMARY KEY, head bigint NOT NULL DEFAULT 0);
CREATE TABLE missionplanner.member (
  mission text NOT NULL REFERENCES missionplanner.mission ON DELETE CASCADE,
  login text NOT NULL,
  may text NOT NULL CHECK (may IN ('read', 'write', 'own')),
  PRIMARY KEY (mission, login)
);
CREATE TABLE missionplanner.parcel (
  mission text NOT NULL REFERENCES missionplanner.mission ON DELETE CASCADE,
  writer text NOT NULL,
  number integer NOT NULL,
  arrival bigint NOT NULL,
  login text NOT NULL DEFAULT session_user,
  body bytea NOT NULL,
  PRIMARY KEY (mission, writer, number)
);
CREATE TABLE missionplanner.base (
  mission text NOT NULL REFERENCES missionplanner.mission ON DELETE CASCADE,
  writer text NOT NULL,
  number integer NOT NULL,
  about bytea NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (mission, writer, number)
);
CREATE TABLE missionplanner.content (
  mission text NOT NULL REFERENCES missionplanner.mission ON DELETE CASCADE,
  digest text NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (mission, digest)
);
CREATE TABLE missionplanner.presence (
  mission text NOT NULL REFERENCES missionplanner.mission ON DELETE CASCADE,
  writer text NOT NULL,
  login text NOT NULL DEFAULT session_user,
  at timestamptz NOT NULL DEFAULT now(),
  body bytea NOT NULL,
  PRIMARY KEY (mission, writer)
);

CREATE FUNCTION missionplanner.may(wanted text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
  SELECT may FROM member WHERE mission = wanted AND login = session_user
$$;

CREATE FUNCTION missionplanner.need(wanted text, rights text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  IF NOT coalesce(may(wanted) = ANY (rights), false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'not allowed for ' || session_user;
  END IF;
END $$;

CREATE FUNCTION missionplanner.make_mission(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  IF NOT has_schema_privilege(session_user, 'missionplanner', 'CREATE') THEN
    RAISE insufficient_privilege USING MESSAGE = session_user || ' may not share missions here';
  END IF;
  INSERT INTO mission (id) VALUES (wanted);
  INSERT INTO member VALUES (wanted, session_user, 'own');
END $$;

CREATE FUNCTION missionplanner.set_member(wanted text, who text, what text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['own']);
  IF who = session_user THEN
    RAISE insufficient_privilege USING MESSAGE = 'the owner stays one';
  END IF;
  IF what = '' THEN
    DELETE FROM member WHERE mission = wanted AND login = who;
  ELSE
    INSERT INTO member VALUES (wanted, who, what) ON CONFLICT (mission, login) DO UPDATE SET may = excluded.may;
  END IF;
END $$;

CREATE FUNCTION missionplanner.push(wanted text, who text, which integer, content bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
DECLARE place bigint;
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  -- One after the other: who reads in the order of arrival misses nothing.
  UPDATE mission SET head = head + 1 WHERE id = wanted RETURNING head INTO place;
  IF which <= coalesce((SELECT max(number) FROM parcel WHERE mission = wanted AND writer = who), 0)
     OR EXISTS (SELECT 1 FROM parcel WHERE mission = wanted AND writer = who AND login <> session_user) THEN
    RAISE unique_violation USING MESSAGE = 'another parcel has this number';
  END IF;
  INSERT INTO parcel (mission, writer, number, arrival, body) VALUES (wanted, who, which, place, content);
  PERFORM pg_notify('missionplanner', wanted);
  RETURN place;
END $$;

CREATE FUNCTION missionplanner.drop_parcel(wanted text, who text, which integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  DELETE FROM parcel WHERE mission = wanted AND writer = who AND number = which
    AND (login = session_user OR may(wanted) = 'own');
END $$;

CREATE FUNCTION missionplanner.put_base(wanted text, who text, which integer, words bytea, content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  INSERT INTO base VALUES (wanted, who, which, words, content);
END $$;

CREATE FUNCTION missionplanner.drop_base(wanted text, who text, which integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  IF (SELECT count(*) FROM base WHERE mission = wanted) > 1 THEN
    DELETE FROM base WHERE mission = wanted AND writer = who AND number = which;
  END IF;
END $$;

CREATE FUNCTION missionplanner.put_content(wanted text, which text, content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  INSERT INTO content VALUES (wanted, which, content) ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION missionplanner.drop_content(wanted text, which text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  DELETE FROM content WHERE mission = wanted AND digest = which;
END $$;

CREATE FUNCTION missionplanner.say_present(wanted text, who text, content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['read', 'write', 'own']);
  INSERT INTO presence (mission, writer, body) VALUES (wanted, who, content)
    ON CONFLICT (mission, writer) DO UPDATE SET at = now(), body = excluded.body
    WHERE presence.login = session_user;
END $$;

CREATE FUNCTION missionplanner.leave(wanted text, who text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['read', 'write', 'own']);
  DELETE FROM presence WHERE mission = wanted AND writer = who AND login = session_user;
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['mission', 'member', 'parcel', 'base', 'content', 'presence'] LOOP
    EXECUTE format('ALTER TABLE missionplanner.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY of_members ON missionplanner.%I FOR SELECT USING (missionplanner.may(%I) IS NOT NULL)',
      name, CASE name WHEN 'mission' THEN 'id' ELSE 'mission' END);
  END LOOP;
END $$;
REVOKE ALL ON ALL TABLES IN SCHEMA missionplanner FROM PUBLIC;
GRANT USAGE ON SCHEMA missionplanner TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA missionplanner TO PUBLIC;
INSERT INTO missionplanner.hub VALUES (1);
"""
_SECOND = """
CREATE OR REPLACE FUNCTION missionplanner.put_base(wanted text, who text, which integer, words bytea, content bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
BEGIN
  PERFORM need(wanted, ARRAY['write', 'own']);
  INSERT INTO base VALUES (wanted, who, which, words, content);
  PERFORM pg_notify('missionplanner', wanted);
END $$;

CREATE OR REPLACE FUNCTION missionplanner.say_present(wanted text, who text, content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = missionplanner, pg_temp AS $$
DECLARE is_news boolean;
BEGIN
  PERFORM need(wanted, ARRAY['read', 'write', 'own']);
  is_news := NOT EXISTS (SELECT 1 FROM presence WHERE mission = wanted AND writer = who AND body = content);
  INSERT INTO presence (mission, writer, body) VALUES (wanted, who, content)
    ON CONFLICT (mission, writer) DO UPDATE SET at = now(), body = excluded.body
    WHERE presence.login = session_user;
  IF is_news THEN
    PERFORM pg_notify('missionplanner', wanted);
  END IF;
END $$;

-- For whoever runs the server, and nobody else.
CREATE VIEW missionplanner.sizes AS
  SELECT id AS mission,
    (SELECT count(*) FROM missionplanner.member WHERE mission = id) AS members,
    (SELECT count(*) FROM missionplanner.parcel WHERE mission = id) AS parcels,
    (SELECT coalesce(sum(length(body)), 0) FROM missionplanner.parcel WHERE mission = id) AS parcel_bytes,
    (SELECT coalesce(sum(length(body)), 0) FROM missionplanner.base WHERE mission = id) AS base_bytes,
    (SELECT coalesce(sum(length(body)), 0) FROM missionplanner.content WHERE mission = id) AS content_bytes,
    (SELECT max(at) FROM missionplanner.presence WHERE mission = id) AS last_seen
  FROM missionplanner.mission;
INSERT INTO missionplanner.hub VALUES (2);
"""

STEPS: tuple[str, ...] = (_FIRST, _SECOND)
"""The statements that bring a database from each version to the next, the first from none."""
