def count_between(values, low, high):
    return sum(1 for value in set(values) if low <= value < high)
