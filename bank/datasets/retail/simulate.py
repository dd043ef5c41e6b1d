"""Daily sales of a chain of shops, whose empty shelves hide demand.

How the data arise. Demand for an article in a shop is a gamma-Poisson count around a level with a weekday pattern and,
on days with a promotion, a lift. Every few days the shelf is filled up to a level that the shop's buyer finds enough, which is
too low for one pair in three. Sales are demand as far as the shelf has it; the rest goes home without.
"""
import numpy

WEEKDAYS = numpy.array([0.85, 0.8, 0.85, 0.95, 1.25, 1.5, 0.8])


def simulate(seed, shops=20, articles=40, days=182):
    """One array per column, shops * articles * days long, by shop, article and day.

    `shop`, `article`, `day`, `promotion` (bool), `price` and `cost` (euros), `opening` (units on the shelf in the
    morning), `sales`, `demand` (units that were wanted, the truth) and `mean_demand` (expected units of that day).
    """
    rng = numpy.random.default_rng([seed, 5])
    pairs = shops * articles
    level = rng.gamma(2, 3, pairs) + 0.5
    price = rng.lognormal(1.2, 0.6, articles).round(2) + 0.5
    promotion = numpy.repeat(rng.random((pairs, days // 7 + 1)) < 0.12, 7, axis=1)[:, :days]
    lift = numpy.where(promotion, rng.uniform(1.5, 3, pairs)[:, None], 1)
    mean = level[:, None] * WEEKDAYS[numpy.arange(days) % 7] * lift
    demand = rng.poisson(mean * rng.gamma(8, 1 / 8, (pairs, days)))
    opening, sales = sold(rng, level, demand)
    day = numpy.tile(numpy.arange(days), pairs)
    shop, article = numpy.divmod(numpy.repeat(numpy.arange(pairs), days), articles)
    return {
        "shop": shop,
        "article": article,
        "day": day,
        "promotion": promotion.ravel(),
        "price": price[article],
        "cost": (0.6 * price[article]).round(2),
        "opening": opening.ravel(),
        "sales": sales.ravel(),
        "demand": demand.ravel(),
        "mean_demand": mean.ravel(),
    }


def sold(rng, level, demand):
    """What the shelf held in the morning and what went over the till."""
    pairs, days = demand.shape
    every = rng.integers(2, 5, pairs)
    generous = numpy.where(rng.random(pairs) < 1 / 3, 0.7, 1.6)
    full = numpy.ceil(generous * level * every).astype(int)
    opening, sales = numpy.zeros_like(demand), numpy.zeros_like(demand)
    shelf = full.copy()
    for day in range(days):
        shelf = numpy.where(day % every == 0, full, shelf)
        opening[:, day] = shelf
        sales[:, day] = numpy.minimum(demand[:, day], shelf)
        shelf = shelf - sales[:, day]
    return opening, sales
