from heapq import heappush, heapreplace


def best_of_stream(scores, k):
    heap = []
    for place, score in enumerate(scores):
        if len(heap) < k:
            heappush(heap, (score, -place))
        elif score > heap[0][0]:
            heapreplace(heap, (score, -place))
    return [[-place, score] for score, place in sorted(heap, reverse=True)]
