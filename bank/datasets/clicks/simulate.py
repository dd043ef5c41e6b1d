"""People who look at ranked lists of things, click, and sometimes buy.

How the data arise. People and things have taste vectors; how much somebody likes a thing is a function of both and of the
thing's quality. A search finds some things by chance, and the shop ranks them by *past popularity*, not by taste. A click needs two
things: that the place in the list is looked at, which gets rarer down the list, and that the thing is liked. Things that
came late have had little time to become popular and stand low. A click leads to a view, a view now and then to the
basket, and that now and then to a payment, in this visit or a later one.
"""
import numpy

TASTES = 6
PLACES = 10
FOUND = 40
DAY = 86_400
# Chance that a place is looked at, first place first.
LOOKED_AT = 1 / numpy.arange(1, PLACES + 1) ** 0.8


def simulate(seed, users=3000, items=800, days=14):
    """Three tables, each a dictionary of arrays of one length.

    `items`: `item`, `quality`, `popularity` (what the shop ranks by), `born` (day from which it is offered).
    `impressions`, one row per thing shown: `visit`, `user`, `item`, `place` (1 to 10), `at` (whole seconds since the
    start), `clicked`, `liked` (the true chance that it is clicked when looked at).
    `events` by user and time: `user`, `at`, `kind` ("search", "view", "cart", "pay"), `item` (-1 for a search).
    """
    rng = numpy.random.default_rng([seed, 2])
    shop = made_items(rng, items, days)
    tastes = rng.normal(size=(users, TASTES))
    visit_user, visit_at = made_visits(rng, users, days)
    shown = ranked(rng, shop, visit_at)
    liked = chance_liked(tastes[visit_user], shop, shown)
    looked = rng.random(shown.shape) < LOOKED_AT
    clicked = looked & (rng.random(shown.shape) < liked)
    impressions = {
        "visit": numpy.repeat(numpy.arange(len(visit_at)), PLACES),
        "user": numpy.repeat(visit_user, PLACES),
        "item": shown.ravel(),
        "place": numpy.tile(numpy.arange(1, PLACES + 1), len(visit_at)),
        "at": numpy.repeat(visit_at, PLACES),
        "clicked": clicked.ravel(),
        "liked": liked.ravel(),
    }
    columns = {name: shop[name] for name in ("item", "quality", "popularity", "born")}
    return {"items": columns, "impressions": impressions, "events": made_events(rng, impressions, visit_user, visit_at)}


def made_items(rng, items, days):
    quality = rng.normal(size=items)
    born = numpy.where(rng.random(items) < 0.25, rng.uniform(0, days, items), 0)
    # Fashion more than quality; what is new has not had the time.
    popularity = 0.3 * quality + rng.normal(size=items) - 1.2 * (born > 0)
    return {
        "item": numpy.arange(items),
        "quality": quality,
        "popularity": popularity,
        "born": born,
        "tastes": rng.normal(size=(items, TASTES)),
    }


def made_visits(rng, users, days):
    """Visits by user and time. The time between two visits is as often minutes as it is days."""
    counts = 1 + rng.poisson(rng.gamma(1.5, 4, users))
    user = numpy.repeat(numpy.arange(users), counts)
    at = rng.integers(0, days * DAY, len(user))
    follows = rng.random(len(user)) < 0.5
    for row in numpy.flatnonzero(follows[1:] & (user[1:] == user[:-1])) + 1:
        at[row] = at[row - 1] + rng.integers(60, 3600)
    order = numpy.lexsort((at, user))
    return user[order], at[order]


def ranked(rng, shop, visit_at):
    """The ten most popular of the things that each visit's search finds, among those that are offered by then."""
    score = rng.random((len(visit_at), len(shop["item"])))
    score[shop["born"] > visit_at[:, None] / DAY] = -1
    found = numpy.argpartition(-score, FOUND, axis=1)[:, :FOUND]
    best = numpy.argsort(-shop["popularity"][found], axis=1)[:, :PLACES]
    return numpy.take_along_axis(found, best, axis=1)


def chance_liked(tastes, shop, shown):
    fit = numpy.einsum("vt,vpt->vp", tastes, shop["tastes"][shown]) / TASTES**0.5
    return 1 / (1 + numpy.exp(1.2 - fit - 0.8 * shop["quality"][shown]))


def made_events(rng, impressions, visit_user, visit_at):
    rows = [visit_user], [visit_at], [numpy.full(len(visit_at), "search")], [numpy.full(len(visit_at), -1)]
    clicked = numpy.flatnonzero(impressions["clicked"])
    at = impressions["at"][clicked] + rng.integers(5, 900, len(clicked))
    for kind, share, wait in (("view", 1, 1), ("cart", 0.35, 600), ("pay", 0.5, 2 * DAY)):
        stays = rng.random(len(clicked)) < share
        clicked, at = clicked[stays], at[stays] + rng.integers(0, wait, stays.sum())
        values = impressions["user"][clicked], at, numpy.full(len(clicked), kind), impressions["item"][clicked]
        for column, part in zip(rows, values):
            column.append(part)
    user, at, kind, item = (numpy.concatenate(column) for column in rows)
    order = numpy.lexsort((item, at, user))
    return {"user": user[order], "at": at[order], "kind": kind[order], "item": item[order]}
