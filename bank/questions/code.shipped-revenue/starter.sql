-- One row per month: month, shipped_cents, shipped_orders.
SELECT to_char(ordered_on, 'YYYY-MM') AS month
FROM orders
