SELECT number
FROM numbers
ORDER BY number
