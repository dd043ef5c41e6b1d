def twice(number):
    return 2 * abs(number)
