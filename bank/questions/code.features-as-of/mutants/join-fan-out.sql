-- Mistake: joins earlier payments and known reports in one step, so that each count is multiplied by the other.
SELECT
  p.payment_id,
  (
    SELECT daily_limit
    FROM limits
    WHERE card = p.card AND set_at <= p.paid_at
    ORDER BY set_at DESC, version DESC
    LIMIT 1
  ) AS daily_limit,
  count(e.payment_id) AS payments_7d,
  count(r.payment_id) AS frauds_known
FROM payments p
LEFT JOIN payments e
  ON e.card = p.card AND e.paid_at >= p.paid_at - interval '7 days' AND e.paid_at < p.paid_at
LEFT JOIN (SELECT card, reports.payment_id, reported_at FROM reports JOIN payments USING (payment_id)) r
  ON r.card = p.card AND r.reported_at < p.paid_at
GROUP BY p.payment_id, p.card, p.paid_at
ORDER BY p.payment_id
