CREATE TABLE airports (
  iata text PRIMARY KEY,
  name text NOT NULL,
  city text
);

CREATE TABLE flights (
  flight_id integer PRIMARY KEY,
  departed_at timestamp NOT NULL,
  origin text NOT NULL,
  destination text NOT NULL,
  delay integer
);
