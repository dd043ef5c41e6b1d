"""Where the rows come from. Measure the reference and every planted mistake over many seeds, and write it here."""
import numpy
import pandas


def make(seed, part):
    rng = numpy.random.default_rng([seed, part == "hidden"])
    train, test = rows(rng, 1500), rows(rng, 1500)
    return {"train": train, "test": test.drop(columns="y"), "truth": test["y"].tolist(), "resampleBy": None}


def rows(rng, count):
    table = pandas.DataFrame({name: rng.normal(size=count) for name in "abc"})
    odds = numpy.exp(2.0 * table["a"] - 1.5 * table["b"])
    return table.assign(y=(rng.random(count) < odds / (1 + odds)).astype(int))
