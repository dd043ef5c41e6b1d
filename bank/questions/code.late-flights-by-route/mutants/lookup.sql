-- Mistake: writes down the answers for the public flights.
SELECT *
FROM (VALUES
  ('2001-01', 1, 'IAH', 'ORD', 'Chicago', 6, 5.0 / 6),
  ('2001-01', 2, 'LAS', 'SFO', 'San Francisco', 5, 4.0 / 5),
  ('2001-01', 2, 'ORD', 'DSM', 'Des Moines', 5, 4.0 / 5),
  ('2001-02', 1, 'SEA', 'PHX', 'Phoenix', 6, 6.0 / 6),
  ('2001-02', 2, 'LAX', 'PSP', 'Palm Springs', 6, 5.0 / 6),
  ('2001-02', 3, 'DFW', 'TUS', 'Tucson', 5, 4.0 / 5),
  ('2001-02', 3, 'SLC', 'ORD', 'Chicago', 5, 4.0 / 5),
  ('2001-03', 1, 'LAX', 'AUS', 'Austin', 5, 4.0 / 5),
  ('2001-03', 1, 'MIA', 'TPA', 'Tampa', 5, 4.0 / 5),
  ('2001-03', 1, 'PHL', 'DCA', 'Arlington', 5, 4.0 / 5)
) AS known (month, place, origin, destination, destination_city, flights, late_share)
ORDER BY month, place, origin, destination
