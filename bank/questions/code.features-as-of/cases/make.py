"""Simulated card payments with reports of fraud, and limits that we set. Each group adds one difficulty; the last has all.

Cards, amounts, times and delays of reports are those of the simulator, with far more fraud than it has by default, so that
a card sees several. Whole seconds are kept apart where a group is not about equal times.
"""
import datetime
import random

import payments

DAYS = 60
DAY = 86_400
WEEK = 7 * DAY
ALL = {"changes": 5, "same": 0.3, "at_payment": 0.3, "unset": 0.2, "late_first": True, "fraud": 0.3, "ties": 0.1}
HIDDEN = {
    "limits-changed": [{"changes": 5}, {"changes": 4, "size": 200}],
    "set-in-the-same-second": [{"changes": 3, "same": 0.6}, {"changes": 3, "same": 0.4, "size": 200}],
    "set-at-the-payment": [{"changes": 3, "at_payment": 0.6}, {"changes": 3, "at_payment": 0.5, "size": 200}],
    "no-limit-yet": [{"late_first": True}, {"unset": 0.4, "late_first": True, "size": 200}],
    "reported-later": [{"fraud": 0.3}, {"fraud": 0.4, "size": 200}],
    "busy-cards": [{"cards": 3, "ties": 0.3}, {"cards": 8, "ties": 0.2, "size": 300}],
    "everything": [{**ALL, "size": 600, "cards": 60}, {**ALL, "size": 900, "cards": 50}],
}


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    if part == "public":
        return {"limits-changed": [readable()], "everything": [bank(rng, {**ALL, "size": 14, "cards": 3})]}
    return {group: [bank(rng, extra) for extra in cases] for group, cases in HIDDEN.items()}


def readable():
    """The example of the statement."""
    paid = [(1, 5, "01 10:00:00", 20.0), (2, 5, "03 12:00:00", 75.5), (3, 5, "08 10:00:00", 9.9), (4, 8, "08 11:00:00", 31.0)]
    limits = [(5, "02 00:00:00", 1, 500), (5, "08 10:00:00", 2, 300), (5, "08 10:00:00", 3, 800)]
    month = "2024-03-"
    return tables(
        [(number, card, month + at, amount) for number, card, at, amount in paid],
        [(card, month + at, version, limit) for card, at, version, limit in limits],
        [(1, month + "06 09:00:00")],
    )


def bank(rng, extra):
    size, cards = extra.get("size", 60), extra.get("cards", extra.get("size", 60) // 10)
    made = payments.simulate(
        rng.getrandbits(32), payments=size, days=DAYS, fraud_share=extra.get("fraud", 0.0), cards=cards
    )
    seconds = apart([int(at * DAY) for at in made["at"]], made["card"].tolist())
    if extra.get("ties"):
        seconds = with_equals(rng, seconds, made["card"].tolist(), extra["ties"])
    first = datetime.datetime(rng.randint(2018, 2024), rng.randint(1, 12), 1)
    time = lambda second: (first + datetime.timedelta(seconds=second)).isoformat(" ")
    ids = rng.sample(range(1, 10 * size), size)
    paid = [
        (ids[i], int(made["card"][i]), time(seconds[i]), float(made["amount"][i])) for i in range(size)
    ]
    reports = [
        (ids[i], time(reported(rng, i, made, seconds))) for i in range(size) if made["fraud"][i]
    ]
    limits = [
        (card, time(at), version, limit)
        for card in sorted(set(made["card"].tolist()))
        for at, version, limit in limits_of(rng, [s for s, of in zip(seconds, made["card"]) if of == card], extra)
    ]
    return tables(rng.sample(paid, size), limits, reports)


def apart(seconds, cards):
    """The same times, moved by seconds until no two payments of a card share one or lie a week apart."""
    taken = set()
    moved = []
    for at, card in zip(seconds, cards):
        while {(card, at), (card, at - WEEK), (card, at + WEEK)} & taken:
            at += 1
        taken.add((card, at))
        moved.append(at)
    return moved


def with_equals(rng, seconds, cards, share):
    """Some payments moved to the second of another of the card, or to exactly seven days after it."""
    seconds = list(seconds)
    for row, card in enumerate(cards):
        earlier = [other for other in range(row) if cards[other] == card]
        if earlier and rng.random() < share:
            seconds[row] = seconds[rng.choice(earlier)] + rng.choice([0, WEEK])
    return seconds


def reported(rng, row, made, seconds):
    """When a fraud is reported: one time in four in the very second of a later payment of the card."""
    later = [at for at, card in zip(seconds, made["card"]) if card == made["card"][row] and at > seconds[row]]
    if later and rng.random() < 0.25:
        return rng.choice(later)
    return int(made["known_at"][row] * DAY) + 10


def limits_of(rng, paid, extra):
    """(second, version, limit) of each limit of a card, given the seconds of its payments."""
    if rng.random() < extra.get("unset", 0):
        return []
    begins = rng.randint(0, DAYS // 2 * DAY) if extra.get("late_first") else -DAY
    times = sorted([begins] + [rng.randint(0, DAYS * DAY) for _ in range(extra.get("changes", 1) - 1)])
    times = sorted({times[0], *(clear(rng, at, paid, extra) for at in times[1:])})
    times += [at for at in times if rng.random() < extra.get("same", 0)]
    versions = list(range(1, len(times) + 1))
    # Among limits of different times, versions need not follow them, except where a group is about something else.
    if extra.get("changes", 1) > 3:
        rng.shuffle(versions)
    else:
        times.sort()
    amounts = rng.sample(range(100, 3000, 50), len(times))
    return list(zip(times, versions, amounts))


def clear(rng, at, paid, extra):
    """The time, or that of a payment where a group is about that, or a second later than any payment."""
    if rng.random() < extra.get("at_payment", 0):
        return rng.choice(paid)
    while at in paid:
        at += 1
    return at


def tables(paid, limits, reports):
    return {
        "tables": {
            "payments": [dict(zip(("payment_id", "card", "paid_at", "amount"), row)) for row in paid],
            "limits": [dict(zip(("card", "set_at", "version", "daily_limit"), row)) for row in limits],
            "reports": [dict(zip(("payment_id", "reported_at"), row)) for row in reports],
        }
    }
