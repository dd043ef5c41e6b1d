-- One row per session: user_id, session, started_at, ended_at, events.
SELECT user_id, 1 AS session, min(at) AS started_at, max(at) AS ended_at, count(*) AS events
FROM events
GROUP BY user_id
ORDER BY user_id, session
