"""Flights of drawn routes, with delays redrawn from real ones.

Looking the real flights up does not pay: hidden flights get other airports, days and years, so that no hidden month is
a public one, and each delay is drawn from those of its route and moved by up to four minutes. Each group adds one
difficulty to plain months; the last one has them all. The answers for the public flights, written down, fail every
hidden group.
"""
import calendar
import csv
import json
import random

LATE = 15
# Late flights in five, of nine routes: two share the first place, so that nobody comes second.
EQUAL_SHARES = [4, 4, 3, 2, 2, 1, 1, 0, 0]
PLAIN = {"routes": 12, "flights": (7, 16), "years": 1, "months": 2, "missing": 0.0, "limit": 0.0, "listed": 1.0}
ALL = {"routes": 30, "flights": (1, 20), "years": 2, "missing": 0.15, "limit": 0.2, "listed": 0.8, "back": True}
HIDDEN = {
    "plain": [{}, {"routes": 40, "flights": (8, 30)}],
    "missing-delays": [{"missing": 0.35, "flights": (5, 9)}, {"missing": 0.5, "flights": (6, 14), "routes": 25}],
    "equal-shares": [{"equal": True, "routes": 9}, {"equal": True, "routes": 9, "months": 3}],
    "exactly-fifteen": [{"limit": 0.4}, {"limit": 0.3, "routes": 20}],
    "few-flights": [{"flights": (1, 6), "routes": 30}, {"flights": (1, 4)}, {"routes": 0}],
    "there-and-back": [{"back": True}, {"back": True, "routes": 20}],
    "several-years": [{"years": 2}, {"years": 3, "routes": 20}],
    "unlisted-airports": [{"listed": 0.5}, {"listed": 0.0}],
    "everything": [ALL, ALL],
}


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    with open("/data/flights/flights-20k.json") as file:
        real = json.load(file)
    with open("/data/airports/airports.csv", newline="") as file:
        airports = {row["iata"]: row for row in csv.DictReader(file)}
    if part == "public":
        return {"equal-shares": [readable(airports)], "plain": [recorded(rng, real, airports)]}
    return {
        group: [redrawn(rng, real, airports, {**PLAIN, **extra}) for extra in cases] for group, cases in HIDDEN.items()
    }


def readable(airports):
    """The example of the statement."""
    delays = {
        ("SEA", "SFO"): [20, 3, 40, -2, 16],
        ("SFO", "SEA"): [17, 18, 50, 5, None, -3],
        ("LAX", "SFO"): [15, 0, 30, 2, 1],
        ("DEN", "SEA"): [90, 45, 60, 30],
    }
    flights = [
        (f"2001-01-{day + 1:02} 08:30", *route, delay) for route in delays for day, delay in enumerate(delays[route])
    ]
    return tables(flights, [airports[code] for code in ("DEN", "LAX", "SEA", "SFO")])


def recorded(rng, real, airports):
    """The real flights of a few busy routes, as they were."""
    busy = [route for route, flights in by_route(real).items() if len(flights) >= 30]
    routes = set(rng.sample(sorted(busy), 4))
    rows = [flight for flight in real if (flight["origin"], flight["destination"]) in routes]
    flights = [(row["date"].replace("/", "-"), row["origin"], row["destination"], row["delay"]) for row in rows]
    return tables(flights, [airports[code] for code in sorted({code for route in routes for code in route})])


def redrawn(rng, real, airports, kind):
    routes = by_route(real)
    codes = sorted({code for route in routes for code in route})
    other = dict(zip(codes, rng.sample(codes, len(codes))))
    first_year, first_month = rng.randint(2003, 2018), rng.randint(1, 9)
    months = [
        (first_year + year, first_month + month) for year in range(kind["years"]) for month in range(kind["months"])
    ]
    drawn = drawn_routes(rng, routes, kind)
    flights, used = [], set()
    for month in months:
        shares = rng.sample(EQUAL_SHARES, len(drawn)) if kind.get("equal") else [None] * len(drawn)
        ways = [(other[origin], other[destination]) for origin, destination in drawn]
        if kind.get("equal"):
            ways = first_two_from_one_airport(ways, shares)
        for real_route, route, share in zip(drawn, ways, shares):
            delays = [row["delay"] for row in routes[real_route]]
            used.update(route)
            for way in (route, route[::-1]) if kind.get("back") else (route,):
                drawn_delays = delays_like(rng, delays, kind) if share is None else delays_of(rng, share)
                flights += [(some_time(rng, *month, real), *way, delay) for delay in drawn_delays]
    rng.shuffle(flights)
    return tables(flights, [airports[code] for code in sorted(used) if rng.random() < kind["listed"]])


def first_two_from_one_airport(ways, shares):
    """The two routes on the first place leave from one airport, unless that makes a route twice, back or nowhere."""
    one, two = [place for place, share in enumerate(shares) if share == max(shares)]
    moved = (ways[one][0], ways[two][1])
    if moved in ways or moved[::-1] in ways or moved[0] == moved[1]:
        return ways
    return [moved if place == two else way for place, way in enumerate(ways)]


def by_route(real):
    routes = {}
    for flight in real:
        routes.setdefault((flight["origin"], flight["destination"]), []).append(flight)
    return routes


def drawn_routes(rng, routes, kind):
    """Routes with enough real flights to draw from, none of them the way back of another."""
    enough = sorted(route for route, flights in routes.items() if len(flights) >= 8)
    drawn = {}
    for route in rng.sample(enough, len(enough)):
        if len(drawn) < kind["routes"]:
            drawn.setdefault(frozenset(route), route)
    return list(drawn.values())


def some_time(rng, year, month, real):
    day = rng.randint(1, calendar.monthrange(year, month)[1])
    return f"{year}-{month:02}-{day:02} {rng.choice(real)['date'][11:]}"


def delays_like(rng, delays, kind):
    return [delay_like(rng, delays, kind) for _ in range(rng.randint(*kind["flights"]))]


def delay_like(rng, delays, kind):
    if rng.random() < kind["missing"]:
        return None
    if rng.random() < kind["limit"]:
        return rng.choice([LATE, LATE, LATE + 1])
    delay = rng.choice(delays) + rng.randint(-4, 4)
    return LATE - 1 if delay == LATE else delay


def delays_of(rng, late_in_five):
    """Five or ten delays with the given number of late flights in five."""
    times = rng.randint(1, 2)
    late = [rng.randint(LATE + 1, 90) for _ in range(times * late_in_five)]
    return late + [rng.randint(-12, LATE - 1) for _ in range(times * (5 - late_in_five))]


def tables(flights, airports):
    return {
        "tables": {
            "airports": [
                {"iata": row["iata"], "name": row["name"], "city": row["city"] or None} for row in airports
            ],
            "flights": [
                dict(zip(("flight_id", "departed_at", "origin", "destination", "delay"), (number + 1, *flight)))
                for number, flight in enumerate(flights)
            ],
        }
    }
