-- Mistake: DISTINCT on the amount undoes the fan-out, and drops other orders of the same amount with it.
SELECT
  to_char(o.ordered_on, 'YYYY-MM') AS month,
  sum(DISTINCT o.amount_cents) AS shipped_cents,
  count(DISTINCT o.order_id) AS shipped_orders
FROM orders o
JOIN shipments s ON s.order_id = o.order_id
GROUP BY 1
ORDER BY 1
