def count_between(values, low, high):
    least = min(values)
    return sum(1 for value in values if max(low, least) <= value < high)
