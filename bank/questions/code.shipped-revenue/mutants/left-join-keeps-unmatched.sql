-- Mistake: a left join keeps the orders that were never shipped.
SELECT to_char(o.ordered_on, 'YYYY-MM') AS month, sum(o.amount_cents) AS shipped_cents, count(*) AS shipped_orders
FROM orders o
LEFT JOIN (SELECT DISTINCT order_id FROM shipments) s ON s.order_id = o.order_id
GROUP BY 1
ORDER BY 1
