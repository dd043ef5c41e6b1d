from collections.abc import Iterator


def best_of_stream(scores: Iterator[float], k: int) -> list[list]:
    ...
