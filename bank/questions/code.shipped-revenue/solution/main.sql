SELECT
  to_char(o.ordered_on, 'YYYY-MM') AS month,
  sum(o.amount_cents) AS shipped_cents,
  count(*) AS shipped_orders
FROM orders o
WHERE EXISTS (SELECT FROM shipments s WHERE s.order_id = o.order_id)
GROUP BY 1
ORDER BY 1
