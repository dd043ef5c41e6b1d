# Mistake: divides by the count without asking whether anything came.
def summarise(stream):
    count, mean, squares = 0, 0.0, 0.0
    for x in stream:
        count += 1
        delta = x - mean
        mean += delta / count
        squares += delta * (x - mean)
    mean_square = squares / count
    return {'count': count, 'mean': mean, 'variance': mean_square * count / (count - 1) if count > 1 else None}
