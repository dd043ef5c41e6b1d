-- Four rows: step, kind, people.
SELECT 1 AS step, 'search' AS kind, count(DISTINCT user_id) AS people
FROM events
WHERE kind = 'search'
