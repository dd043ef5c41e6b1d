-- Mistake: groups by the number of the month, so that the same month of two years falls together.
WITH routes AS (
  SELECT
    to_char(min(departed_at), 'YYYY-MM') AS month,
    origin,
    destination,
    count(delay) AS flights,
    avg((delay > 15)::int) AS late_share
  FROM flights
  GROUP BY extract(month FROM departed_at), origin, destination
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
