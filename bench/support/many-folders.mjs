import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Creates a bank with this many question folders: copies of those of the public bank with different titles. */
export function makeManyFolders(bank, target, count) {
  for (const entry of readdirSync(bank, { withFileTypes: true })) {
    if (entry.name !== 'questions') cpSync(join(bank, entry.name), join(target, entry.name), { recursive: true });
  }
  const names = readdirSync(join(bank, 'questions')).filter((name) => !name.startsWith('.'));
  mkdirSync(join(target, 'questions'));
  for (let index = 0; index < count; index++) {
    const name = names[index % names.length];
    const round = Math.floor(index / names.length);
    const folder = join(target, 'questions', round === 0 ? name : `${name}-${round}`);
    cpSync(join(bank, 'questions', name), folder, { recursive: true });
    const file = join(folder, 'question.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: (['"]?)/m, `title: $1${round} `));
  }
}
