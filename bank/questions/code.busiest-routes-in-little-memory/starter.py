from collections.abc import Iterator


def busiest(origins: Iterator[float], destinations: Iterator[float], share: float) -> list[list[float]]:
    ...
