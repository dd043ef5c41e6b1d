CREATE TABLE events (
  event_id integer PRIMARY KEY,
  user_id integer NOT NULL,
  at timestamp NOT NULL
);
