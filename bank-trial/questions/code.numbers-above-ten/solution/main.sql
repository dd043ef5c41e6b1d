SELECT number
FROM numbers
WHERE number > 10
ORDER BY number
