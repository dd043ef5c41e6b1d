SELECT number
FROM numbers
