-- Mistake: looks for the event before within one day only, so that a session ends when the day does.
WITH marked AS (
  SELECT
    user_id,
    at,
    CASE WHEN at - lag(at) OVER (PARTITION BY user_id, at::date ORDER BY at) <= interval '30 minutes' THEN 0 ELSE 1 END AS begins
  FROM events
),
numbered AS (
  SELECT user_id, at, sum(begins) OVER (PARTITION BY user_id ORDER BY at) AS session
  FROM marked
)
SELECT user_id, session, min(at) AS started_at, max(at) AS ended_at, count(*) AS events
FROM numbered
GROUP BY user_id, session
ORDER BY user_id, session
