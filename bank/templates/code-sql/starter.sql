SELECT month, NULL AS large_share
FROM months
ORDER BY month
