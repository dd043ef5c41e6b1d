import { existsSync } from 'node:fs';
import type { SandboxOptions } from '../options';
import { BOX_USER, processesOf } from '../test-sandbox';
import type { Attack } from './attack';
import { cgroupsOf } from './host-targets';
import { HONEST, gradeSource } from './graded';
import { AttackRunner } from './attack-runner';
import { naiveGraderAccepts, outcomesWithoutJail } from './controls';

const LONG = 60_000;

const named = (attacks: readonly Attack[]) => attacks.map((attack) => [attack.id, attack] as const);

/** Declares one test per attack, all in one sandbox, and a last test that nothing is left over. */
export function testAttacks(all: readonly Attack[], options: Partial<SandboxOptions>): void {
  let runner: AttackRunner;
  beforeAll(async () => {
    runner = await AttackRunner.open(new Set(all.map(({ language }) => language)), options);
  }, LONG);
  afterAll(() => runner.targets.close());

  const boxed = all.filter((attack) => attack.class !== 'forgery');
  const runAttack = async (_id: string, attack: Attack): Promise<void> => {
    await runner.run(attack);
    await runner.expectUnaffected(attack.language);
  };
  test.each(named(boxed))('%s', runAttack, LONG);

  const forged = all.filter((attack) => attack.class === 'forgery');
  test.each(named(forged))('%s', (_id, attack) => expectNoPoints(runner, attack), LONG);
  test.each([...new Set(forged.map(({ language }) => language))])(
    'an honest answer in %s passes the question that forged ones fail',
    async (language) => {
      expect((await gradeSource(language, HONEST[language], runner.box.sandbox)).verdict).toEqual({ kind: 'passed' });
    },
  );

  const controls = all.filter(({ control }) => control === 'outside');
  test.each(named(controls))(
    'the check fails without a jail: %s',
    (_id, attack) => expectControlFails(runner, attack),
    LONG,
  );

  test('no process, directory or cgroup is left at the end', () => expectNothingLeft(runner), LONG);
}

/** A forgery passes no case. It must not end as `notGraded` either, which would be retried and not count. */
async function expectNoPoints(runner: AttackRunner, { language, source }: Attack): Promise<void> {
  const report = await gradeSource(language, runner.targets.fillIn(source), runner.box.sandbox);
  expect(report.groups.map(({ passed }) => passed)).toEqual([0, 0]);
  expect(['passed', 'notGraded']).not.toContain(report.verdict.kind);
  await runner.expectUnaffected(language);
}

async function expectControlFails({ targets, bare }: AttackRunner, attack: Attack): Promise<void> {
  if (attack.class === 'forgery')
    expect(await naiveGraderAccepts(attack.language, targets.fillIn(attack.source), bare)).toBe(true);
  else
    for (const [outcome, expected] of await outcomesWithoutJail(attack, targets, bare))
      expect(outcome).not.toEqual(expected);
  targets.damage();
}

/** Except the sentinel, which the test started. */
async function expectNothingLeft(runner: AttackRunner): Promise<void> {
  await runner.closeSandbox();
  expect(runner.targets.damage()).toEqual([]);
  expect(processesOf(BOX_USER).length).toBeLessThanOrEqual(1);
  expect(cgroupsOf()).toEqual([]);
  expect(existsSync(runner.box.scratchDir)).toBe(false);
}
