# Mistake: goes on with fewer centres when one has no point.
import numpy as np


def k_means(points, centres):
    centres, before, losses = np.array(centres, dtype=float), None, []
    while True:
        squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels, nearest = squared.argmin(axis=1), squared.min(axis=1)
        losses.append(float(nearest.sum()))
        if before is not None and (labels == before).all():
            return {'centres': centres, 'labels': labels, 'losses': losses}
        kept, before = np.unique(labels, return_inverse=True)
        centres = np.array([points[labels == k].mean(axis=0) for k in kept])
