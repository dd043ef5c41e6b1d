WITH shipped AS (
  SELECT DISTINCT order_id FROM shipments
)
SELECT
  to_char(date_trunc('month', ordered_on), 'YYYY-MM') AS month,
  sum(amount_cents) AS shipped_cents,
  count(order_id) AS shipped_orders
FROM orders
JOIN shipped USING (order_id)
GROUP BY date_trunc('month', ordered_on)
ORDER BY date_trunc('month', ordered_on)
