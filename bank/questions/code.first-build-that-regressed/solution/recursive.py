def bisect_builds(failing):
    tested = []
    first = search(failing, 0, len(failing), tested)
    return {'first': None if first == len(failing) else first, 'tested': tested}


def search(failing, low, high, tested):
    if low >= high:
        return high
    tested.append((low + high) // 2)
    return search(failing, low, tested[-1], tested) if failing[tested[-1]] else search(failing, tested[-1] + 1, high, tested)
