-- Mistake: lists every month in which something was ordered, with zeros where nothing was shipped.
SELECT
  to_char(o.ordered_on, 'YYYY-MM') AS month,
  coalesce(sum(o.amount_cents) FILTER (WHERE s.order_id IS NOT NULL), 0) AS shipped_cents,
  count(s.order_id) AS shipped_orders
FROM orders o
LEFT JOIN (SELECT DISTINCT order_id FROM shipments) s ON s.order_id = o.order_id
GROUP BY 1
ORDER BY 1
