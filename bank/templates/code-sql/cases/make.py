"""Where the tables come from, and what was measured of them. Hidden cases differ from public ones."""
import random

MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04"]


def make(seed, part):
    rng = random.Random(f"{seed} {part}")

    def case(months, amounts):
        orders = [
            {"order_id": number + 1, "month": rng.choice(months), "cents": amounts()} for number in range(rng.randint(25, 40))
        ]
        return {"tables": {"months": [{"month": month} for month in MONTHS], "orders": orders}}

    return {
        "plain": [case(MONTHS, lambda: rng.randint(2_000, 20_000)) for _ in range(2)],
        "edges": [case(MONTHS, lambda: rng.choice([9_999, 10_000, 10_001])) for _ in range(2)],
        "empty": [case(MONTHS[:2], lambda: rng.randint(2_000, 20_000))],
    }
