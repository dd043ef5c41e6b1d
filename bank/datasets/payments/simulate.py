"""Card payments with rare fraud in bursts, fraud labels that arrive late, and a new kind of fraud half-way.

How the data arise. Each card has a home country, an hour of the day it is mostly used at, and a usual amount. Fraud comes
in bursts: a handful of stolen cards is used by one ring within two days. The *old* kind buys dear things abroad. From the
middle of the time on the *new* kind tests cards with small payments online, many of them in an hour, and takes over two
bursts in three. Whoever was robbed reports it 5 to 45 days later; nobody reports a payment that was in order.
"""
import numpy

CATEGORIES = numpy.array(["grocery", "fuel", "restaurant", "clothing", "travel", "electronics", "games", "gifts"])
USUAL_SHARES = [0.34, 0.14, 0.18, 0.11, 0.06, 0.07, 0.06, 0.04]
OLD_SHARES = [0.02, 0.02, 0.06, 0.22, 0.18, 0.38, 0.04, 0.08]
NEW_SHARES = [0.10, 0.02, 0.06, 0.08, 0.04, 0.10, 0.38, 0.22]
COUNTRIES = 12
FIRST_REPORT, LAST_REPORT = 5, 45


def simulate(seed, payments=200_000, days=180, fraud_share=0.003, cards=20_000):
    """One array per column, all of length `payments`, in the order of time.

    `at` (days since the start, with a fraction), `card`, `country` (0 to 11), `is_abroad`, `is_online`, `category`,
    `amount` (euros), `last_hour` (earlier payments of the card within one hour), `times_usual` (amount over the usual
    one of the card), `is_night` (payment between 0 and 6 o'clock), `fraud` (the truth), `kind` ("", "old" or "new")
    and `known_at` (the day from which a fraud is known, infinite where there was none).
    """
    rng = numpy.random.default_rng([seed, 1])
    home, usual = rng.integers(0, COUNTRIES, cards), rng.lognormal(3.2, 0.5, cards)
    frauds = int(round(payments * fraud_share))
    honest = honest_payments(rng, payments - frauds, days, home, usual)
    stolen = stolen_payments(rng, frauds, days, home, usual)
    columns = {name: numpy.concatenate([honest[name], stolen[name]]) for name in honest}
    order = numpy.argsort(columns["at"], kind="stable")
    columns = {name: values[order] for name, values in columns.items()}
    columns["times_usual"] = columns["amount"] / usual[columns["card"]]
    columns["is_abroad"] = columns["country"] != home[columns["card"]]
    columns["is_night"] = columns["at"] % 1 < 0.25
    columns["last_hour"] = earlier_within(columns["card"], columns["at"], 1 / 24)
    report = rng.uniform(FIRST_REPORT, LAST_REPORT, payments)
    columns["known_at"] = numpy.where(columns["fraud"], columns["at"] + report, numpy.inf)
    return columns


def honest_payments(rng, count, days, home, usual):
    card = rng.integers(0, len(home), count)
    hour = numpy.where(rng.random(count) < 0.04, rng.uniform(0, 6, count), rng.normal(14.5, 3.6, count).clip(6, 23.9))
    day = rng.integers(0, days, count)
    category = rng.choice(len(CATEGORIES), count, p=USUAL_SHARES)
    travelling = rng.random(count) < numpy.where(category == 4, 0.5, 0.07)
    dear = numpy.where(numpy.isin(category, [4, 5]), 2.2, 1.0)
    return {
        "at": day + hour / 24,
        "card": card,
        "country": numpy.where(travelling, rng.integers(0, COUNTRIES, count), home[card]),
        "is_online": rng.random(count) < 0.3 + 0.35 * numpy.isin(category, [5, 6, 7]),
        "category": CATEGORIES[category],
        "amount": (usual[card] * dear * rng.lognormal(-0.15, 0.75, count)).round(2),
        "fraud": numpy.zeros(count, dtype=bool),
        "kind": numpy.full(count, "", dtype="<U3"),
    }


def stolen_payments(rng, count, days, home, usual):
    bursts = []
    left = count
    while left > 0 or not bursts:
        begins = rng.uniform(0, days - 2)
        kind = "new" if begins > days / 2 and rng.random() < 2 / 3 else "old"
        size = min(left, int(rng.integers(4, 25)))
        bursts.append(burst(rng, kind, size, begins, home, usual))
        left -= size
    return {name: numpy.concatenate([part[name] for part in bursts]) for name in bursts[0]}


def burst(rng, kind, size, begins, home, usual):
    is_new = kind == "new"
    card = rng.choice(rng.integers(0, len(home), 1 + size // 3), size)
    category = rng.choice(len(CATEGORIES), size, p=NEW_SHARES if is_new else OLD_SHARES)
    ring = rng.integers(0, COUNTRIES)
    abroad = rng.random(size) < (0.25 if is_new else 0.75)
    spread = 0.06 if is_new else 1.5
    return {
        "at": begins + spread * rng.random(size),
        "card": card,
        "country": numpy.where(abroad, ring, home[card]),
        "is_online": rng.random(size) < (0.95 if is_new else 0.45),
        "category": CATEGORIES[category],
        "amount": (usual[card] * rng.lognormal(*((-1.1, 0.6) if is_new else (1.1, 0.8)), size)).clip(0.5).round(2),
        "fraud": numpy.ones(size, dtype=bool),
        "kind": numpy.full(size, kind, dtype="<U3"),
    }


def earlier_within(key, at, span):
    """How many rows of the same key lie at most `span` before each row; `at` ascends."""
    counts = numpy.zeros(len(at), dtype=int)
    order = numpy.argsort(key, kind="stable")
    starts = numpy.flatnonzero(numpy.r_[True, numpy.diff(key[order]) != 0])
    for rows in numpy.split(order, starts[1:]):
        times = at[rows]
        counts[rows] = numpy.arange(len(rows)) - numpy.searchsorted(times, times - span, side="left")
    return counts
