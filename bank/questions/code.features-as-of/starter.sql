-- One row per payment: payment_id, daily_limit, payments_7d, frauds_known.
SELECT payment_id, NULL::integer AS daily_limit, 0 AS payments_7d, 0 AS frauds_known
FROM payments
ORDER BY payment_id
