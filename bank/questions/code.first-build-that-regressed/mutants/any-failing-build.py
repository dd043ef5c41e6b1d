# Mistake: returns the first failing build that it meets.
def bisect_builds(failing):
    tested, low, high = [], 0, len(failing)
    while low < high:
        middle = (low + high) // 2
        tested.append(middle)
        if failing[middle]:
            return {'first': middle, 'tested': tested}
        else:
            low = middle + 1
    return {'first': low if low < len(failing) else None, 'tested': tested}
