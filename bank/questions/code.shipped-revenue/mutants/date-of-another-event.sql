-- Mistake: takes the month of the first shipment for the month of the order.
SELECT to_char(s.first_on, 'YYYY-MM') AS month, sum(o.amount_cents) AS shipped_cents, count(*) AS shipped_orders
FROM orders o
JOIN (SELECT order_id, min(shipped_on) AS first_on FROM shipments GROUP BY order_id) s ON s.order_id = o.order_id
GROUP BY 1
ORDER BY 1
