-- Mistake: takes the event before of whoever it is; only the first event of each user is thought of.
WITH marked AS (
  SELECT
    user_id,
    at,
    CASE
      WHEN at = min(at) OVER (PARTITION BY user_id) THEN 0
      WHEN at - lag(at) OVER (ORDER BY at, user_id) <= interval '30 minutes' THEN 0
      ELSE 1
    END AS begins
  FROM events
),
numbered AS (
  SELECT user_id, at, 1 + sum(begins) OVER (PARTITION BY user_id ORDER BY at) AS session
  FROM marked
)
SELECT user_id, session, min(at) AS started_at, max(at) AS ended_at, count(*) AS events
FROM numbered
GROUP BY user_id, session
ORDER BY user_id, session
