-- Mistake: the join gives one row per shipment, so an order in two parcels is counted twice.
SELECT to_char(o.ordered_on, 'YYYY-MM') AS month, sum(o.amount_cents) AS shipped_cents, count(*) AS shipped_orders
FROM orders o
JOIN shipments s ON s.order_id = o.order_id
GROUP BY 1
ORDER BY 1
