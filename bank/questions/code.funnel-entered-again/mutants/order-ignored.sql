-- Mistake: asks only whether a person did each thing within a day of a search, in whatever order.
WITH tries AS (
  SELECT
    s.user_id,
    max(e.kind = 'view') AS viewed,
    max(e.kind = 'cart') AS put,
    max(e.kind = 'pay') AS paid
  FROM events s
  JOIN events e ON e.user_id = s.user_id AND abs(e.at - s.at) <= 86400
  WHERE s.kind = 'search'
  GROUP BY s.event_id
)
SELECT 1 AS step, 'search' AS kind, count(DISTINCT user_id) AS people FROM tries
UNION ALL
SELECT 2, 'view', count(DISTINCT user_id) FROM tries WHERE viewed
UNION ALL
SELECT 3, 'cart', count(DISTINCT user_id) FROM tries WHERE viewed AND put
UNION ALL
SELECT 4, 'pay', count(DISTINCT user_id) FROM tries WHERE viewed AND put AND paid
ORDER BY step
