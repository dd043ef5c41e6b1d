"""Whole numbers. The public ones and the hidden ones are drawn from ranges that do not meet."""
import random


def make(seed, part):
    rng = random.Random(f"{seed} {part}")
    low, high = (3, 99) if part == "public" else (100, 9999)
    numbers = rng.sample(range(low, high), 8)
    return {
        "above-zero": [{"args": [number]} for number in numbers[:4]],
        "below-zero": [{"args": [-number]} for number in numbers[4:]],
    }
