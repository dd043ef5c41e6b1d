# Mistake: runs ten rounds and calls that settled.
import numpy as np


def k_means(points, centres):
    centres, before, losses = np.array(centres, dtype=float), None, []
    for _ in range(10):
        squared = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels, nearest = squared.argmin(axis=1), squared.min(axis=1)
        losses.append(float(nearest.sum()))
        if before is not None and (labels == before).all() and len(np.unique(labels)) == len(centres):
            return {'centres': centres, 'labels': labels, 'losses': losses}
        for k in range(len(centres)):
            if (labels == k).any():
                centres[k] = points[labels == k].mean(axis=0)
            else:
                far = nearest.argmax()
                centres[k], nearest[far] = points[far], -np.inf
        before = labels
    return {'centres': centres, 'labels': labels, 'losses': losses}
