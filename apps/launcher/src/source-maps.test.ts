import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SOURCE_MAPS } from './source-maps';

/** A module with a function that gives its own stack trace, compiled from a source file. */
function moduleFrom(source: string): string {
  const map = { version: 3, sources: [source], names: [], mappings: 'AAAA' };
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  return `export const trace = () => new Error().stack;\n//# sourceMappingURL=data:application/json;base64,${data}\n`;
}

test('stack traces name our sources; the source maps of packages are not read', () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdout-maps-'));
  try {
    const files = {
      'ours.mjs': moduleFrom('ours.ts'),
      'node_modules/theirs/theirs.mjs': moduleFrom('theirs.ts'),
      'main.mjs':
        "import * as ours from './ours.mjs';\nimport * as theirs from './node_modules/theirs/theirs.mjs';\n" +
        'console.log(ours.trace(), theirs.trace());\n',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), text);
    }
    const traces = execFileSync(process.execPath, [...SOURCE_MAPS, join(directory, 'main.mjs')], { encoding: 'utf8' });
    expect(traces).toContain(join(directory, 'ours.ts'));
    expect(traces).toContain('theirs.mjs');
    expect(traces).not.toContain('theirs.ts');
  } finally {
    rmSync(directory, { recursive: true });
  }
});
