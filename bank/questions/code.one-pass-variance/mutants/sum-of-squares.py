# Mistake: mean of the squares minus square of the mean, which cancels when readings are far from zero.
def summarise(stream):
    count, total, squares = 0, 0.0, 0.0
    for x in stream:
        count += 1
        total += x
        squares += x * x
    return {
        'count': count,
        'mean': total / count if count else None,
        'variance': (squares - total * total / count) / (count - 1) if count > 1 else None,
    }
