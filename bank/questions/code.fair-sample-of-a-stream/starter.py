from collections.abc import Iterator


def fair_sample(stream: Iterator[float], k: int, dice: Iterator[float]) -> dict:
    ...
