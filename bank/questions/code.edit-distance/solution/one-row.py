def word_errors(reference, hypothesis):
    """One row, with the cell above and to the left kept aside."""
    costs = list(range(len(hypothesis) + 1))
    for word in reference:
        corner, costs[0] = costs[0], costs[0] + 1
        for j, other in enumerate(hypothesis):
            best = corner if word == other else 1 + min(corner, costs[j], costs[j + 1])
            corner, costs[j + 1] = costs[j + 1], best
    return {'distance': costs[-1], 'rate': costs[-1] / len(reference) if reference else None}
