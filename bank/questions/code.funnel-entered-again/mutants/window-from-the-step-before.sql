-- Mistake: starts the 24 hours anew with every step.
WITH viewed AS (
  SELECT
    user_id,
    at AS searched_at,
    (SELECT min(v.at) FROM events v WHERE v.user_id = s.user_id AND v.kind = 'view' AND v.at > s.at) AS viewed_at
  FROM events s
  WHERE kind = 'search'
),
put AS (
  SELECT
    *,
    (SELECT min(c.at) FROM events c WHERE c.user_id = t.user_id AND c.kind = 'cart' AND c.at > t.viewed_at) AS put_at
  FROM viewed t
),
paid AS (
  SELECT
    *,
    (SELECT min(p.at) FROM events p WHERE p.user_id = t.user_id AND p.kind = 'pay' AND p.at > t.put_at) AS paid_at
  FROM put t
)
SELECT 1 AS step, 'search' AS kind, count(DISTINCT user_id) AS people FROM paid
UNION ALL
SELECT 2, 'view', count(DISTINCT user_id) FROM paid WHERE viewed_at <= searched_at + 86400
UNION ALL
SELECT 3, 'cart', count(DISTINCT user_id) FROM paid WHERE viewed_at <= searched_at + 86400 AND put_at <= viewed_at + 86400
UNION ALL
SELECT 4, 'pay', count(DISTINCT user_id) FROM paid WHERE viewed_at <= searched_at + 86400 AND put_at <= viewed_at + 86400 AND paid_at <= put_at + 86400
ORDER BY step
