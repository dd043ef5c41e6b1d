CREATE TABLE payments (
  payment_id integer PRIMARY KEY,
  card integer NOT NULL,
  paid_at timestamp NOT NULL,
  amount numeric(10, 2) NOT NULL
);

CREATE TABLE limits (
  card integer NOT NULL,
  set_at timestamp NOT NULL,
  version integer NOT NULL,
  daily_limit integer NOT NULL,
  PRIMARY KEY (card, version)
);

CREATE TABLE reports (
  payment_id integer PRIMARY KEY REFERENCES payments,
  reported_at timestamp NOT NULL
);

CREATE INDEX payments_of_card ON payments (card, paid_at);
