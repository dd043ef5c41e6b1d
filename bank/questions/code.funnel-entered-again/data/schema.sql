CREATE TABLE events (
  event_id integer PRIMARY KEY,
  user_id integer NOT NULL,
  at integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('search', 'view', 'cart', 'pay'))
);
CREATE INDEX events_of_user ON events (user_id, kind, at);
