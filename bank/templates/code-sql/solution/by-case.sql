SELECT m.month, (SELECT sum(CASE WHEN o.cents < 10000 THEN 0 ELSE 1 END) * 1.0 / count(*) FROM orders o WHERE o.month = m.month) AS large_share
FROM months m
ORDER BY m.month
