# Mistake: a put on an existing key evicts another entry.
def run_cache(capacity, ttl, calls):
    entries, answers = {}, []
    for call in calls:
        entries = {key: entry for key, entry in entries.items() if entry[1] > call['at']}
        key = call['key']
        if call['do'] == 'get':
            answers.append(entries[key][0] if key in entries else None)
            if key in entries:
                entries[key] = entries.pop(key)
        else:
            if len(entries) == capacity:
                del entries[next((other for other in entries if other != key), key)]
            entries.pop(key, None)
            entries[key] = (call['value'], call['at'] + ttl)
    return answers
