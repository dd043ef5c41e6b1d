def summarise(stream):
    first = next(stream, None)
    if first is None:
        return {'count': 0, 'mean': None, 'variance': None}
    count, total, squares = 1, 0.0, 0.0
    for x in stream:
        count += 1
        total += x - first
        squares += (x - first) ** 2
    variance = (squares - total * total / count) / (count - 1) if count > 1 else None
    return {'count': count, 'mean': first + total / count, 'variance': variance}
