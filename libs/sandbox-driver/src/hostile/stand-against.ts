import { existsSync } from 'node:fs';
import type { SandboxOptions } from '../options';
import { BOX_USER, processesOf } from '../test-sandbox';
import type { Attack } from './attack';
import { controlGroups } from './ground';
import { HONEST, judged } from './graded';
import { Stage } from './stage';
import { believed, outcomesOutside } from './unjailed';

const LONG = 60_000;

const named = (attacks: readonly Attack[]) => attacks.map((attack) => [attack.id, attack] as const);

/** One test for each attack, in one sandbox, and at the end a look at what is left of all of them. */
export function standAgainst(all: readonly Attack[], options: Partial<SandboxOptions>): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(new Set(all.map(({ language }) => language)), options);
  }, LONG);
  afterAll(() => stage.ground.close());

  const boxed = all.filter((attack) => attack.class !== 'forgery');
  const meet = async (_id: string, attack: Attack): Promise<void> => {
    await stage.meet(attack);
    await stage.isAsBefore(attack.language);
  };
  test.each(named(boxed))('%s', meet, LONG);

  const forged = all.filter((attack) => attack.class === 'forgery');
  test.each(named(forged))('%s', (_id, attack) => beJudged(stage, attack), LONG);
  test.each([...new Set(forged.map(({ language }) => language))])(
    'an honest answer in %s passes where the forged ones do not',
    async (language) => {
      expect((await judged(language, HONEST[language], stage.box.sandbox)).verdict).toEqual({ kind: 'passed' });
    },
  );

  const controls = all.filter(({ control }) => control === 'outside');
  test.each(named(controls))('without a jail it would be noticed: %s', (_id, attack) => beNoticed(stage, attack), LONG);

  test('after all of them no process, folder or control group is left', () => leaveNothing(stage), LONG);
}

/** Gains not one case; and is never our failure, which would be tried again and not count. */
async function beJudged(stage: Stage, { language, source }: Attack): Promise<void> {
  const report = await judged(language, stage.ground.placed(source), stage.box.sandbox);
  expect(report.groups.map(({ passed }) => passed)).toEqual([0, 0]);
  expect(['passed', 'notGraded']).not.toContain(report.verdict.kind);
  await stage.isAsBefore(language);
}

async function beNoticed({ ground, bare }: Stage, attack: Attack): Promise<void> {
  if (attack.class === 'forgery')
    expect(await believed(attack.language, ground.placed(attack.source), bare)).toBe(true);
  else for (const [seen, pattern] of await outcomesOutside(attack, ground, bare)) expect(seen).not.toEqual(pattern);
  ground.damage();
}

/** But the sentinel, which is not theirs. */
async function leaveNothing(stage: Stage): Promise<void> {
  await stage.leave();
  expect(stage.ground.damage()).toEqual([]);
  expect(processesOf(BOX_USER).length).toBeLessThanOrEqual(1);
  expect(controlGroups()).toEqual([]);
  expect(existsSync(stage.box.scratchDir)).toBe(false);
}
