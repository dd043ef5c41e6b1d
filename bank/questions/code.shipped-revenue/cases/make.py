"""Orders and their shipments. Each group adds one difficulty to a plain shop; the last one has them all."""
import datetime
import random

PLAIN = {"parcels": 1, "equal": False, "unshipped": 0.0, "later": False, "years": 1}
ALL = {"parcels": 4, "equal": True, "unshipped": 0.3, "later": True, "years": 3}
HIDDEN = {
    "several-parcels": [(40, {"parcels": 4}), (150, {"parcels": 3})],
    "equal-amounts": [(60, {"equal": True}), (200, {"equal": True, "parcels": 3})],
    "not-shipped": [(50, {"unshipped": 0.4}), (120, {"unshipped": 0.2})],
    "nothing-shipped": [(25, {"unshipped": 1.0}), (0, {})],
    "shipped-later": [(45, {"later": True}), (130, {"later": True})],
    "several-years": [(70, {"years": 2}), (160, {"years": 4})],
    "everything": [(1800, ALL), (2600, ALL)],
}


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    if part == "public":
        return {
            "several-parcels": [readable()],
            "everything": [shop(rng, 12, {"parcels": 2, "unshipped": 0.3, "later": True})],
        }
    return {group: [shop(rng, orders, extra) for orders, extra in cases] for group, cases in HIDDEN.items()}


def readable():
    """The example of the statement."""
    orders = [(1, "2024-01-30", 1000), (2, "2024-01-31", 2500), (3, "2024-02-01", 700), (4, "2024-03-05", 300)]
    shipments = [(1, 1, "2024-02-01"), (2, 1, "2024-02-03"), (3, 2, "2024-02-02"), (4, 3, "2024-02-02")]
    return tables(orders, shipments)


def shop(rng, count, extra):
    kind = {**PLAIN, **extra}
    first_year, first_month = rng.randint(2015, 2022), rng.randint(1, 8)
    prices = rng.sample(range(500, 90_000), count + 8)
    orders, shipments = [], []
    for order_id in rng.sample(range(1, 9 * count + 10), count):
        year, month = first_year + rng.randrange(kind["years"]), first_month + rng.randrange(5)
        day = rng.randint(20, 28) if kind["later"] else rng.randint(1, 14)
        ordered = datetime.date(year, month, day)
        amount = prices[rng.randrange(6)] if kind["equal"] else prices.pop()
        orders.append((order_id, ordered.isoformat(), amount))
        if rng.random() < kind["unshipped"]:
            continue
        for _ in range(rng.randint(1, kind["parcels"])):
            wait = rng.randint(3, 40) if kind["later"] else rng.randint(0, 13)
            shipments.append([order_id, (ordered + datetime.timedelta(wait)).isoformat()])
    rng.shuffle(shipments)
    return tables(orders, [(number + 1, *shipment) for number, shipment in enumerate(shipments)])


def tables(orders, shipments):
    return {
        "tables": {
            "orders": [dict(zip(("order_id", "ordered_on", "amount_cents"), row)) for row in orders],
            "shipments": [dict(zip(("shipment_id", "order_id", "shipped_on"), row)) for row in shipments],
        }
    }
