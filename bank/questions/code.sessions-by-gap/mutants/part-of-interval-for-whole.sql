-- Mistake: takes the minutes part of the gap for the gap in minutes; two hours and ten minutes become ten.
WITH marked AS (
  SELECT
    user_id,
    at,
    CASE WHEN extract(minute FROM at - lag(at) OVER (PARTITION BY user_id ORDER BY at)) + extract(second FROM at - lag(at) OVER (PARTITION BY user_id ORDER BY at)) / 60 <= 30 THEN 0 ELSE 1 END AS begins
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
