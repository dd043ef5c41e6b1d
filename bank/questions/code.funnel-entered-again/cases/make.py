"""People in a simulated shop, one way of getting lost per group; the last group has them all.

The pauses between steps are those of the simulator. In every group but one somebody gets all the way, so that no step is
left without people by accident.
"""
import random

import clicks

STEPS = ["search", "view", "cart", "pay"]
DAY = 86_400
FORTNIGHT = 14 * DAY


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    pauses = simulated_pauses(rng)
    if part == "public":
        return {"entered-again": [readable()], "everything": [shop(rng, pauses, list(WAYS), 14)]}
    cases = {group: [shop(rng, pauses, [group], 12), shop(rng, pauses, [group], 60)] for group in WAYS}
    nobody = [shop(rng, pauses, [], 30, furthest) for furthest in (1, 2, 3)]
    everything = [shop(rng, pauses, list(WAYS), people) for people in (200, 400)]
    return {**cases, "nobody-gets-far": [tables(rng, []), *nobody], "everything": everything}


def readable():
    """The example of the statement."""
    people = {
        1: [(0, "search"), (50, "cart"), (90, "view")],
        2: [(10, "search"), (200_000, "search"), (200_060, "view"), (200_100, "cart"), (286_400, "pay")],
        3: [(400, "view")],
    }
    order = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (2, 3), (2, 4), (3, 0)]
    return {
        "tables": {
            "events": [
                {"event_id": row + 1, "user_id": user, "at": people[user][i][0], "kind": people[user][i][1]}
                for row, (user, i) in enumerate(order)
            ]
        }
    }


def simulated_pauses(rng):
    """Seconds between two events of one person."""
    events = clicks.simulate(rng.getrandbits(32), users=300, items=60)["events"]
    of_same_user = events["user"][1:] == events["user"][:-1]
    return [int(pause) for pause in (events["at"][1:] - events["at"][:-1])[of_same_user] if 1 < pause < 1800]


def shop(rng, pauses, groups, people, furthest=4):
    """People who go straight as far as they like, and people who get lost in the ways of the groups."""
    events = []
    for number, user in enumerate(rng.sample(range(1, 100_000), people)):
        pause = lambda: rng.choice(pauses)
        begins = rng.randrange(FORTNIGHT)
        if groups and number > 2 and rng.random() < 0.7:
            steps = rng.choice(WAYS[rng.choice(groups)])(rng, pause)
        else:
            steps = straight(pause, furthest if number < 2 else rng.randint(1, furthest))
        events += [(user, begins + at, kind) for at, kind in steps]
    return tables(rng, events)


def tables(rng, events):
    rng.shuffle(events)
    return {
        "tables": {
            "events": [
                {"event_id": number + 1, "user_id": user, "at": at, "kind": kind}
                for number, (user, at, kind) in enumerate(events)
            ]
        }
    }


def straight(pause, furthest):
    """A try without detours that gets so far."""
    at, steps = 0, []
    for kind in STEPS[:furthest]:
        steps.append((at, kind))
        at += pause()
    return steps


def moved(steps, by):
    return [(at + by, kind) for at, kind in steps]


def in_order(pause, kinds):
    return list(zip(running(pause, len(kinds)), kinds))


def running(pause, count):
    at = 0
    for _ in range(count):
        yield at
        at += pause()


def again(rng, pause):
    """One, two or three tries that come to nothing, days before one that gets further."""
    first, apart = rng.randint(1, 2), rng.randint(2, 4) * DAY
    tries = [straight(pause, first) for _ in range(rng.randint(1, 3))] + [straight(pause, rng.randint(first + 1, 4))]
    return [step for number, each in enumerate(tries) for step in moved(each, number * apart)]


def repeated(rng, pause):
    """Each step up to the last one several times over, the search too."""
    kinds = [kind for kind in STEPS[: rng.randint(1, 4)] for _ in range(rng.randint(1, 3))]
    return in_order(pause, ["search", *kinds])


def days_later(step):
    """A try that gets to a step in time, and takes it once more two days later."""

    def steps(rng, pause):
        return [*straight(pause, step + 1), (2 * DAY, STEPS[step])]

    return steps


def late(at_step, hours):
    """A try whose steps from this one on come so many hours after the step before."""

    def steps(rng, pause):
        return [
            (at + (STEPS.index(kind) >= at_step) * rng.randint(*hours) * 3600, kind) for at, kind in straight(pause, 4)
        ]

    return steps


def creeping(rng, pause):
    """Each step within a day of the one before, and the last ones more than a day after the search."""
    return [(number * rng.randint(15 * 3600, 20 * 3600), kind) for number, kind in enumerate(STEPS)]


def exactly(step, seconds=DAY):
    """A try that ends exactly 24 hours after its search, or this many seconds."""

    def steps(rng, pause):
        return [*straight(pause, step), (seconds, STEPS[step])]

    return steps


def at_once(step):
    """A try that gets lost at a step in the same second as the one before, and goes on afterwards."""

    def steps(rng, pause):
        before = straight(pause, step)
        at = before[-1][0]
        after = [(at + (number + 1) * 60, kind) for number, kind in enumerate(STEPS[step + 1 :])]
        return [*before, (at, STEPS[step]), *after]

    return steps


WAYS = {
    "out-of-order": [
        lambda rng, pause: in_order(pause, ["search", "cart", "view"]),
        lambda rng, pause: in_order(pause, ["search", "cart", "view", "pay"]),
        lambda rng, pause: in_order(pause, ["search", "view", "pay", "cart"]),
        lambda rng, pause: in_order(pause, ["view", "search", "cart", "pay"]),
    ],
    "entered-again": [again],
    "steps-repeated": [repeated, days_later(1), days_later(2), days_later(3)],
    "too-late": [late(1, (25, 90)), late(2, (25, 90)), late(3, (25, 90)), creeping],
    "on-the-second": [exactly(step, seconds) for step in (1, 2, 3) for seconds in (DAY, DAY + 1)],
    "same-second": [at_once(1), at_once(2), at_once(3)],
}
