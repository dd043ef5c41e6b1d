"""Where the cases come from, and what was measured of them. Hidden cases differ from public ones."""
import random


def make(seed, part):
    rng = random.Random(f"{seed} {part}")

    def case(low, high):
        return {"args": [[rng.randint(0, 20) for _ in range(60)] + [low, low, high, high], low, high]}

    return {
        "plain": [case(rng.randint(2, 8), rng.randint(10, 18)) for _ in range(3)],
        "edges": [case(low, low + 3) for low in (4, 9)],
        "empty": [{"args": [[], rng.randint(1, 3), 5]}],
    }
