SELECT n.number
FROM numbers n
WHERE NOT n.number <= 10
ORDER BY 1 ASC
