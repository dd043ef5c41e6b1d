# Mistake: takes the mean of the points of a centre that has none.
import numpy as np


def k_means(points, centres):
    centres, before, losses = np.array(centres, dtype=float), None, []
    for _ in range(300):
        squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels, nearest = squared.argmin(axis=1), squared.min(axis=1)
        losses.append(float(nearest.sum()))
        if before is not None and (labels == before).all():
            return {'centres': centres, 'labels': labels, 'losses': losses}
        for k in range(len(centres)):
            centres[k] = points[labels == k].mean(axis=0)
        before = labels
    return {'centres': centres, 'labels': labels, 'losses': losses}
