# Mistake: measures how far a point is from centres that have moved already.
import numpy as np


def k_means(points, centres):
    centres, before, losses = np.array(centres, dtype=float), None, []
    while True:
        squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels, nearest = squared.argmin(axis=1), squared.min(axis=1)
        losses.append(float(nearest.sum()))
        if before is not None and (labels == before).all() and len(np.unique(labels)) == len(centres):
            return {'centres': centres, 'labels': labels, 'losses': losses}
        for k in np.unique(labels):
            centres[k] = points[labels == k].mean(axis=0)
        nearest = ((points - centres[labels]) ** 2).sum(axis=1)
        for k in set(range(len(centres))) - set(labels.tolist()):
            far = nearest.argmax()
            centres[k], nearest[far] = points[far], -np.inf
        before = labels
