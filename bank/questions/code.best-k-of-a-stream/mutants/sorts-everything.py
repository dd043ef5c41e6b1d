# Mistake: sorts the whole stream.
def best_of_stream(scores, k):
    ranked = sorted(enumerate(scores), key=lambda pair: -pair[1])
    return [list(pair) for pair in ranked[:k]]
