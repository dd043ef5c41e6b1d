# Mistake: excludes a failing build that may be the first.
def bisect_builds(failing):
    tested, low, high = [], 0, len(failing)
    while low < high:
        middle = (low + high) // 2
        tested.append(middle)
        if failing[middle]:
            high = max(middle - 1, low)
        else:
            low = middle + 1
    return {'first': low if low < len(failing) else None, 'tested': tested}
