"""Stock and sales of a simulated chain. Each group shows one side of an empty shelf; the last one has all of them.

Sales, stock and how often shelves run empty are those of the simulator. A group keeps the days that it is about, with some
days in stock in every shop except where the group is about shops that have none. Sales of days in stock are made at least
1, and shops alike, where a group is about something else.
"""
import datetime
import random

import retail

ALL = {"sold_out": True, "stayed_empty": True, "zeros": True, "busy": True, "differ": True, "never": 0.2}
HIDDEN = {
    "sold-out": [{"sold_out": True}, {"sold_out": True, "shops": 9, "articles": 6}],
    "shelf-stayed-empty": [{"stayed_empty": True}, {"stayed_empty": True, "shops": 9, "articles": 6}],
    "nobody-came": [{"zeros": True, "shops": 4}, {"zeros": True, "shops": 9, "articles": 6}, {"shops": 0}],
    "busy-sold-out": [{"sold_out": True, "busy": True}, {"sold_out": True, "busy": True, "shops": 8}],
    "shops-differ": [{"sold_out": True, "differ": True}, {"sold_out": True, "differ": True, "shops": 9}],
    "never-in-stock": [{"never": 0.5}, {"never": 0.3, "shops": 9, "articles": 6}],
    "everything": [{**ALL, "shops": 12, "articles": 12}, {**ALL, "shops": 9, "articles": 20}],
}


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    if part == "public":
        return {"sold-out": [readable()], "everything": [chain(rng, {**ALL, "shops": 3, "articles": 2, "days": 8})]}
    return {group: [chain(rng, extra) for extra in cases] for group, cases in HIDDEN.items()}


def readable():
    """The example of the statement."""
    shop_one = [(10, 4), (6, 6), (0, 0), (10, 3)]
    rows = [(1, 7, f"2024-05-0{day + 1}", *units) for day, units in enumerate(shop_one)]
    return tables([*rows, (2, 7, "2024-05-01", 2, 2), (2, 9, "2024-05-01", 5, 0)])


def chain(rng, extra):
    shops, articles, days = extra.get("shops", 5), extra.get("articles", 4), extra.get("days", 28)
    first = datetime.date(rng.randint(2018, 2024), rng.randint(1, 12), rng.randint(1, 28))
    shop_ids, article_ids = rng.sample(range(1, 400), shops), rng.sample(range(1000, 9000), articles)
    made = retail.simulate(rng.getrandbits(32), shops=max(shops, 1), articles=articles, days=days)
    rows = []
    for article in range(articles):
        # Where shops are alike, a usual day is the same in each of them.
        usual = rng.randint(2, 6)
        for shop in range(shops):
            size = rng.choice([1, 2, 6]) if extra.get("differ") else 1
            start = (shop * articles + article) * days
            seen = [
                (int(made["opening"][start + day]), int(made["sales"][start + day])) for day in range(days)
            ]
            never = rng.random() < extra.get("never", 0)
            for day, units in sorted(chosen(rng, seen, usual * size, extra, never).items()):
                rows.append((shop_ids[shop], article_ids[article], str(first + datetime.timedelta(day)), *units))
    return tables(rng.sample(rows, len(rows)))


def chosen(rng, seen, usual, extra, never):
    """Opening and sales by day, of the days that a group is about."""
    in_stock = [day for day, (opening, sales) in enumerate(seen) if sales < opening]
    if never:
        most = rng.randint(1, 2 * usual)
        return {day: (most, most) for day in range(len(seen)) if day not in in_stock[1:]}
    days = {}
    for place, day in enumerate(in_stock[: len(in_stock) // 2 * 2] or [0, 1]):
        # As many days one above as not make a usual day with a half in it, the same in every shop of that size.
        sales = usual + place % 2
        days[day] = (sales + rng.randint(1, 9), sales)
    if extra.get("zeros"):
        days |= {day: (rng.randint(1, 9), 0) for day in rng.sample(sorted(days), len(days) // 3)}
    free = [day for day in range(len(seen)) if day not in days] or [len(seen)]
    empty = [day for day in free[1:] if seen[day][0] == 0]
    if extra.get("stayed_empty"):
        days |= {day: (0, 0) for day in empty or free[:1]}
    if extra.get("sold_out"):
        for day in [day for day in free if day not in empty]:
            is_busy = extra.get("busy") and rng.random() < 0.5
            most = rng.randint(usual + 2, 3 * usual + 3) if is_busy else rng.randint(1, usual)
            days[day] = (most, most)
    return days


def tables(rows):
    return {"tables": {"stock": [dict(zip(("shop", "article", "day", "opening", "sales"), row)) for row in rows]}}
