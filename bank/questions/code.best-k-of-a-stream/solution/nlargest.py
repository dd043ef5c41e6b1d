from heapq import nlargest


def best_of_stream(scores, k):
    ranked = nlargest(k, ((score, -place) for place, score in enumerate(scores)))
    return [[-place, score] for score, place in ranked]
