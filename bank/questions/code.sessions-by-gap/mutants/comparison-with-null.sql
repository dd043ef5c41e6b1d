-- Mistake: marks where the gap is known to be too long; a first event has no gap and is not marked.
WITH marked AS (
  SELECT
    user_id,
    at,
    CASE WHEN at - lag(at) OVER (PARTITION BY user_id ORDER BY at) > interval '30 minutes' THEN 1 ELSE 0 END AS begins
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
