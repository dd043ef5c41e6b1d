# Mistake: assumes that the last build fails.
def bisect_builds(failing):
    tested, low, high = [], 0, max(len(failing) - 1, 0)
    while low < high:
        middle = (low + high) // 2
        tested.append(middle)
        if failing[middle]:
            high = middle
        else:
            low = middle + 1
    return {'first': low if low < len(failing) else None, 'tested': tested}
