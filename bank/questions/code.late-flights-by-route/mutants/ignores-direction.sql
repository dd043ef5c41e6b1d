-- Mistake: takes there and back for one route.
WITH routes AS (
  SELECT
    to_char(departed_at, 'YYYY-MM') AS month,
    least(origin, destination) AS origin,
    greatest(origin, destination) AS destination,
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
LEFT JOIN airports ON iata = destination
WHERE place <= 3
ORDER BY month, place, origin, destination
