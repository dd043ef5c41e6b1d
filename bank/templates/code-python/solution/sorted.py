from bisect import bisect_left


def count_between(values, low, high):
    ordered = sorted(values)
    return bisect_left(ordered, high) - bisect_left(ordered, low)
