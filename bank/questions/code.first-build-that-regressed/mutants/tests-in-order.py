# Mistake: tests the builds in order.
def bisect_builds(failing):
    tested = []
    for build, fails in enumerate(failing):
        tested.append(build)
        if fails:
            return {'first': build, 'tested': tested}
    return {'first': None, 'tested': tested}
