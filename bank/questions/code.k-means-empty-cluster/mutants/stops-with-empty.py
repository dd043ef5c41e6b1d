# Mistake: stops when the labels stay the same, although a centre has no point.
import numpy as np


def k_means(points, centres):
    centres, before, losses = np.array(centres, dtype=float), None, []
    while True:
        squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels, nearest = squared.argmin(axis=1), squared.min(axis=1)
        losses.append(float(nearest.sum()))
        if before is not None and (labels == before).all():
            return {'centres': centres, 'labels': labels, 'losses': losses}
        for k in range(len(centres)):
            if (labels == k).any():
                centres[k] = points[labels == k].mean(axis=0)
            else:
                far = nearest.argmax()
                centres[k], nearest[far] = points[far], -np.inf
        before = labels
