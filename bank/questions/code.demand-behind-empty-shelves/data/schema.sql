CREATE TABLE stock (
  shop integer NOT NULL,
  article integer NOT NULL,
  day date NOT NULL,
  opening integer NOT NULL CHECK (opening >= 0),
  sales integer NOT NULL CHECK (sales BETWEEN 0 AND opening),
  PRIMARY KEY (shop, article, day)
);
