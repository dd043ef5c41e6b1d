import math


def k_means(points, centres):
    rows, middles = points.tolist(), centres.tolist()
    before, losses = None, []
    while True:
        owner, apart = [], []
        for row in rows:
            distances = [math.fsum((a - b) ** 2 for a, b in zip(row, middle)) for middle in middles]
            owner.append(distances.index(min(distances)))
            apart.append(min(distances))
        losses.append(math.fsum(apart))
        if owner == before and len(set(owner)) == len(middles):
            return {'centres': middles, 'labels': owner, 'losses': losses}
        far = sorted(range(len(rows)), key=lambda i: -apart[i])
        for k in range(len(middles)):
            mine = [row for row, label in zip(rows, owner) if label == k]
            middles[k] = [math.fsum(column) / len(mine) for column in zip(*mine)] if mine else rows[far.pop(0)]
        before = owner
