"""Small tables with repeated numbers. Hidden ones have more rows than public ones."""
import random


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    count = 8 if part == "public" else 20

    def case(numbers):
        rows = [{"id": place + 1, "number": number} for place, number in enumerate(numbers)]
        return {"tables": {"numbers": rows}}

    def plain():
        numbers = [rng.randint(1, 9) for _ in range(count)] + [rng.randint(11, 40) for _ in range(count)]
        numbers += [numbers[-1]]
        rng.shuffle(numbers)
        return case(numbers)

    def limit():
        return case([rng.choice([9, 10, 11, 12]) for _ in range(count)] + [10, 11])

    return {"plain": [plain() for _ in range(2)], "limit": [limit() for _ in range(2)]}
