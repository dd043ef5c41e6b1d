

if __name__ == '__main__':
    import json
    import sys

    with open(sys.argv[1], encoding='utf-8') as file:
        cases = json.load(file)
    for case in cases:
        answer = clean_releases(pd.DataFrame(**case['films']), case['today'])
        print(json.dumps({'films': answer['films'].to_dict('split'), 'log': answer['log']}))
