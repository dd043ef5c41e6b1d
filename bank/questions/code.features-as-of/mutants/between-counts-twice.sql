-- Mistake: BETWEEN holds at both ends, so in the second of a change two limits hold and the payment comes out twice.
WITH newest AS (
  SELECT DISTINCT ON (card, set_at) card, set_at, daily_limit
  FROM limits
  ORDER BY card, set_at, version DESC
),
spans AS (
  SELECT *, lead(set_at, 1, 'infinity') OVER (PARTITION BY card ORDER BY set_at) AS next_set_at
  FROM newest
)
SELECT p.payment_id, s.daily_limit, before.payments_7d, known.frauds_known
FROM payments p
LEFT JOIN spans s ON s.card = p.card AND p.paid_at BETWEEN s.set_at AND s.next_set_at
CROSS JOIN LATERAL (
  SELECT count(*) AS payments_7d
  FROM payments e
  WHERE e.card = p.card AND e.paid_at >= p.paid_at - interval '7 days' AND e.paid_at < p.paid_at
) before
CROSS JOIN LATERAL (
  SELECT count(*) AS frauds_known
  FROM reports r
  JOIN payments e USING (payment_id)
  WHERE e.card = p.card AND r.reported_at < p.paid_at
) known
ORDER BY p.payment_id, s.set_at
