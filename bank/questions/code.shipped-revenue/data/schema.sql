CREATE TABLE orders (
  order_id integer PRIMARY KEY,
  ordered_on date NOT NULL,
  amount_cents integer NOT NULL CHECK (amount_cents > 0)
);

CREATE TABLE shipments (
  shipment_id integer PRIMARY KEY,
  order_id integer NOT NULL REFERENCES orders,
  shipped_on date NOT NULL
);
