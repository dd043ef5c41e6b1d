-- Mistake: joins the steps to the people who reached them, so that a step that nobody reached is gone.
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
SELECT column1 AS step, column2 AS kind, count(DISTINCT user_id) AS people
FROM (VALUES (1, 'search'), (2, 'view'), (3, 'cart'), (4, 'pay')) AS steps
JOIN (
  SELECT
    user_id,
    max(CASE
      WHEN paid_at <= searched_at + 86400 THEN 4
      WHEN put_at <= searched_at + 86400 THEN 3
      WHEN viewed_at <= searched_at + 86400 THEN 2
      ELSE 1
    END) AS reached
  FROM paid
  GROUP BY user_id
) AS people ON people.reached >= steps.column1
GROUP BY column1, column2
ORDER BY step
