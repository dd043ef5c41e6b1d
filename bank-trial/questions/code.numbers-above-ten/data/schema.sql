CREATE TABLE numbers (id integer PRIMARY KEY, number integer NOT NULL);
