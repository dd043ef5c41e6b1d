WITH newest AS (
  SELECT DISTINCT ON (card, set_at) card, set_at, daily_limit
  FROM limits
  ORDER BY card, set_at, version DESC
),
spans AS (
  SELECT *, lead(set_at, 1, 'infinity') OVER (PARTITION BY card ORDER BY set_at) AS next_set_at
  FROM newest
)
SELECT
  p.payment_id,
  s.daily_limit,
  count(*) OVER (
    PARTITION BY p.card ORDER BY p.paid_at
    RANGE BETWEEN interval '7 days' PRECEDING AND interval '1 second' PRECEDING
  ) AS payments_7d,
  (
    SELECT count(*)
    FROM payments e
    WHERE e.card = p.card
      AND EXISTS (SELECT FROM reports r WHERE r.payment_id = e.payment_id AND r.reported_at < p.paid_at)
  ) AS frauds_known
FROM payments p
LEFT JOIN spans s ON s.card = p.card AND p.paid_at >= s.set_at AND p.paid_at < s.next_set_at
ORDER BY p.payment_id
