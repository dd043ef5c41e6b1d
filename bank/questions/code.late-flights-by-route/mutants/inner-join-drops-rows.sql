-- Mistake: an inner join drops the routes whose airport is not listed.
WITH routes AS (
  SELECT
    to_char(departed_at, 'YYYY-MM') AS month,
    origin,
    destination,
    count(delay) AS flights,
    avg((delay > 15)::int) AS late_share
  FROM flights
  GROUP BY 1, 2, 3
  HAVING count(delay) >= 5
),
placed AS (
  SELECT *, rank() OVER (PARTITION BY month ORDER BY late_share DESC) AS place
  FROM routes
)
SELECT month, place, origin, destination, city AS destination_city, flights, late_share
FROM placed
JOIN airports ON iata = destination
WHERE place <= 3
ORDER BY month, place, origin, destination
