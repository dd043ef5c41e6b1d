-- Mistake: begins a session anew once half an hour has passed since it began, however close the events are.
WITH RECURSIVE ordered AS (
  SELECT user_id, at, row_number() OVER (PARTITION BY user_id ORDER BY at) AS place
  FROM events
),
walked AS (
  SELECT user_id, at, place, at AS started_at, 1 AS session
  FROM ordered
  WHERE place = 1
  UNION ALL
  SELECT
    o.user_id,
    o.at,
    o.place,
    CASE WHEN o.at - w.started_at > interval '30 minutes' THEN o.at ELSE w.started_at END,
    CASE WHEN o.at - w.started_at > interval '30 minutes' THEN w.session + 1 ELSE w.session END
  FROM walked w
  JOIN ordered o ON o.user_id = w.user_id AND o.place = w.place + 1
)
SELECT user_id, session, min(at) AS started_at, max(at) AS ended_at, count(*) AS events
FROM walked
GROUP BY user_id, session
ORDER BY user_id, session
