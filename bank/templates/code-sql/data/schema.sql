CREATE TABLE months (month text PRIMARY KEY);
CREATE TABLE orders (order_id integer PRIMARY KEY, month text NOT NULL, cents integer NOT NULL);
