WITH routes AS (
  SELECT
    to_char(departed_at, 'YYYY-MM') AS month,
    origin,
    destination,
    count(*) AS flights,
    count(*) FILTER (WHERE delay > 15) AS late
  FROM flights
  WHERE delay IS NOT NULL
  GROUP BY 1, 2, 3
  HAVING count(*) >= 5
)
SELECT
  month,
  (SELECT count(*) + 1 FROM routes b WHERE b.month = r.month AND b.late * r.flights > r.late * b.flights) AS place,
  origin,
  destination,
  (SELECT city FROM airports WHERE iata = destination) AS destination_city,
  flights,
  late::float8 / flights AS late_share
FROM routes r
WHERE (SELECT count(*) FROM routes b WHERE b.month = r.month AND b.late * r.flights > r.late * b.flights) < 3
ORDER BY month, place, origin, destination
