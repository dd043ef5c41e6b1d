-- Mistake: an inner join drops the payments for which no limit was set yet.
SELECT p.payment_id, l.daily_limit, before.payments_7d, known.frauds_known
FROM payments p
INNER JOIN LATERAL (
  SELECT daily_limit
  FROM limits
  WHERE card = p.card AND set_at <= p.paid_at
  ORDER BY set_at DESC, version DESC
  LIMIT 1
) l ON true
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
ORDER BY p.payment_id
