WITH tries AS (
  SELECT s.user_id, 1 AS reached
  FROM events s
  WHERE s.kind = 'search'
  UNION ALL
  SELECT s.user_id, CASE WHEN p.at IS NOT NULL THEN 4 WHEN c.at IS NOT NULL THEN 3 ELSE 2 END
  FROM events s
  JOIN events v ON v.user_id = s.user_id AND v.kind = 'view' AND v.at > s.at AND v.at - s.at <= 86400
  LEFT JOIN events c ON c.user_id = s.user_id AND c.kind = 'cart' AND c.at > v.at AND c.at - s.at <= 86400
  LEFT JOIN events p ON p.user_id = s.user_id AND p.kind = 'pay' AND p.at > c.at AND p.at - s.at <= 86400
  WHERE s.kind = 'search'
),
people AS (
  SELECT user_id, max(reached) AS reached FROM tries GROUP BY user_id
),
steps (step, kind) AS (
  VALUES (1, 'search'), (2, 'view'), (3, 'cart'), (4, 'pay')
)
SELECT step, kind, (SELECT count(*) FROM people WHERE reached >= step) AS people
FROM steps
ORDER BY step
