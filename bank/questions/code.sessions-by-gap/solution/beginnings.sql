WITH beginnings AS (
  SELECT DISTINCT user_id, at AS started_at
  FROM events e
  WHERE NOT EXISTS (
    SELECT FROM events b
    WHERE b.user_id = e.user_id AND b.at < e.at AND b.at >= e.at - interval '30 minutes'
  )
),
spans AS (
  SELECT
    user_id,
    started_at,
    row_number() OVER (PARTITION BY user_id ORDER BY started_at) AS session,
    lead(started_at, 1, 'infinity') OVER (PARTITION BY user_id ORDER BY started_at) AS next_starts_at
  FROM beginnings
)
SELECT s.user_id, s.session, s.started_at, max(e.at) AS ended_at, count(*) AS events
FROM spans s
JOIN events e ON e.user_id = s.user_id AND e.at >= s.started_at AND e.at < s.next_starts_at
GROUP BY s.user_id, s.session, s.started_at
ORDER BY s.user_id, s.session
