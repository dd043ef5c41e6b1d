SELECT months.month, avg(CASE WHEN cents >= 10000 THEN 1 ELSE 0 END) AS large_share
FROM months
LEFT JOIN orders ON orders.month = months.month
GROUP BY months.month
ORDER BY months.month
