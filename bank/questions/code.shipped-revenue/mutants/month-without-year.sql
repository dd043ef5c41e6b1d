-- Mistake: groups by the number of the month, so that the same month of two years falls together.
SELECT
  to_char(min(o.ordered_on), 'YYYY-MM') AS month,
  sum(o.amount_cents) AS shipped_cents,
  count(*) AS shipped_orders
FROM orders o
WHERE EXISTS (SELECT FROM shipments s WHERE s.order_id = o.order_id)
GROUP BY extract(month FROM o.ordered_on)
ORDER BY 1
