# Mistake: keeps a passing build in the interval.
def bisect_builds(failing):
    tested, low, high = [], 0, len(failing)
    while low < high:
        middle = (low + high) // 2
        if tested[-1:] != [middle]:
            tested.append(middle)
        if failing[middle]:
            high = middle
        else:
            low = middle
    return {'first': low if low < len(failing) else None, 'tested': tested}
