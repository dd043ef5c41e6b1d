def summarise(stream):
    count, mean, squares = 0, 0.0, 0.0
    for x in stream:
        count += 1
        delta = x - mean
        mean += delta / count
        squares += delta * (x - mean)
    return {
        'count': count,
        'mean': mean if count else None,
        'variance': squares / (count - 1) if count > 1 else None,
    }
