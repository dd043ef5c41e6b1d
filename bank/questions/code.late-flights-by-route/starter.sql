-- One row per month and route: month, place, origin, destination, destination_city, flights, late_share.
SELECT to_char(departed_at, 'YYYY-MM') AS month, origin, destination
FROM flights
