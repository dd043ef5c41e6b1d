"""Events of a simulated shop as times of users. Each group adds one difficulty to plain visits; the last one has them all.

The gaps within a session are those of the simulator, shortened so that plain sessions last less than half an hour. Two
sessions of a user lie 31 to 59 minutes apart, or hours where a group is about that. A user does everything within one
day, and users take turns by the day, except where a group is about midnight or about users who are there at once.
"""
import datetime
import random

import clicks

LIMIT = 1800
DAY = 86_400
ALL = {"exact": 0.08, "together": True, "hours": True, "long": True, "same": 0.1, "late": True, "users": 60}
HIDDEN = {
    "plain": [{}, {"users": 25}, {"users": 0}],
    "past-midnight": [{"late": True}, {"late": True, "users": 20}],
    "exactly-thirty": [{"exact": 0.3}, {"exact": 0.15, "users": 20}],
    "at-the-same-time": [{"together": True}, {"together": True, "users": 20}],
    "hours-apart": [{"hours": True}, {"hours": True, "users": 20}],
    "long-sessions": [{"long": True}, {"long": True, "users": 12}],
    "same-second": [{"same": 0.3}, {"same": 0.15, "users": 20}],
    "everything": [ALL, {**ALL, "users": 110}],
}


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    gaps = simulated_gaps(rng)
    if part == "public":
        return {"past-midnight": [readable()], "plain": [visits(rng, gaps, {"users": 4})]}
    return {group: [visits(rng, gaps, extra) for extra in cases] for group, cases in HIDDEN.items()}


def readable():
    """The example of the statement."""
    times = [(7, "01 23:50:00"), (7, "02 00:05:00"), (9, "02 00:10:00"), (7, "02 00:35:00"), (7, "02 01:05:01")]
    return {
        "tables": {
            "events": [
                {"event_id": number + 1, "user_id": user, "at": f"2024-03-{at}"}
                for number, (user, at) in enumerate(times)
            ]
        }
    }


def simulated_gaps(rng):
    """Seconds between the events of one user within a session."""
    events = clicks.simulate(rng.getrandbits(32), users=300, items=60)["events"]
    of_same_user = events["user"][1:] == events["user"][:-1]
    gaps = [int(gap) for gap in (events["at"][1:] - events["at"][:-1])[of_same_user]]
    return [gap for gap in gaps if 0 < gap < LIMIT]


def visits(rng, gaps, extra):
    """Events of a few users."""
    users = rng.sample(range(1, 5000), extra.get("users", 8))
    first_day = datetime.datetime(rng.randint(2019, 2025), rng.randint(1, 12), rng.randint(1, 28))
    events = []
    for turn, user in enumerate(users):
        at = first_day + datetime.timedelta(days=0 if extra.get("together") else 2 * turn, seconds=beginning(rng, extra))
        for seconds in times(rng, gaps, extra):
            events.append((user, (at + datetime.timedelta(seconds=seconds)).isoformat(" ")))
    rng.shuffle(events)
    return {
        "tables": {
            "events": [
                {"event_id": number + 1, "user_id": user, "at": at} for number, (user, at) in enumerate(events)
            ]
        }
    }


def beginning(rng, extra):
    """Second of the day. Plain users come in the morning, so that all they do fits in one day."""
    return rng.randint(DAY - 200, DAY - 5) if extra.get("late") else rng.randint(6 * 3600, 8 * 3600)


def times(rng, gaps, extra):
    """Seconds since a user's first event, one for each of the user's events."""
    at, seen = 0, []
    for session in range(rng.randint(2, 4)):
        if session > 0:
            at += rng.randint(61 * 60, 190 * 60) if extra.get("hours") else rng.randint(LIMIT + 60, 59 * 60)
        seen.append(at)
        for _ in range(rng.randint(12, 18) if extra.get("long") else rng.randint(0 if session else 2, 4)):
            at += within(rng, gaps, extra)
            seen.append(at)
    return seen


def within(rng, gaps, extra):
    if rng.random() < extra.get("same", 0):
        return 0
    if rng.random() < extra.get("exact", 0):
        return LIMIT
    return 60 + rng.choice(gaps) % (900 if extra.get("long") else 300)
