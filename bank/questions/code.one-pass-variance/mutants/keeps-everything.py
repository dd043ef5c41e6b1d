# Mistake: keeps every reading in a list to go through it twice.
def summarise(stream):
    readings = list(stream)
    count = len(readings)
    mean = sum(readings) / count if count else None
    squares = sum((x - mean) ** 2 for x in readings)
    return {'count': count, 'mean': mean, 'variance': squares / (count - 1) if count > 1 else None}
