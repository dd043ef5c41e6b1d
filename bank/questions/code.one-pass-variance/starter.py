from collections.abc import Iterator


def summarise(stream: Iterator[float]) -> dict:
    ...
