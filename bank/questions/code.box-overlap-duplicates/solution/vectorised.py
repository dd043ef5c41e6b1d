import numpy as np


def suppress(boxes, scores, classes, limit):
    if not boxes:
        return []
    b = np.array(boxes, dtype=float)
    sides = np.minimum(b[:, None, 2:], b[None, :, 2:]) - np.maximum(b[:, None, :2], b[None, :, :2])
    shared = np.clip(sides, 0, None).prod(axis=2)
    areas = (b[:, 2:] - b[:, :2]).prod(axis=1)
    union = areas[:, None] + areas[None, :] - shared
    overlap = np.divide(shared, union, out=np.zeros_like(shared), where=shared > 0)
    names = np.unique(np.array(classes), return_inverse=True)[1]
    rivals = (overlap > limit) & (names[:, None] == names[None, :])
    order, gone = np.argsort(-np.array(scores), kind='stable'), np.zeros(len(b), dtype=bool)
    kept = []
    for i in order:
        if not gone[i]:
            kept.append(int(i))
            gone |= rivals[i]
    return kept
