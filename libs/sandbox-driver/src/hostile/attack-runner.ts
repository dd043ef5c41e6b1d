import type { End, Run } from '@holdout/sandbox';
import type { SandboxOptions } from '../options';
import { zygotes } from '../machine/test-processes';
import { BOX_USER, aSandbox, eventually, processesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import type { Attack, HostileLanguage } from './attack';
import { createHostTargets } from './host-targets';
import type { HostTargets } from './host-targets';
import { WITNESSES, programOf, answerOf, victimOf } from './languages';
import { startBareServer } from './controls';
import type { BareServer } from './controls';

const ANSWERED: readonly End[] = [{ kind: 'answered' }];
/** The server process with its backends, backtargets processes and parked connections. */
const MAX_SERVER_PROCESSES = 20;

/** One sandbox, the host targets around it, and what an honest program expected in it before the first attack. */
export class AttackRunner {
  private readonly baseline = new Map<HostileLanguage, unknown>();
  private bareServer: Promise<BareServer> | undefined;

  private constructor(
    readonly targets: HostTargets,
    readonly box: TestSandbox,
  ) {}

  static async open(languages: ReadonlySet<HostileLanguage>, options: Partial<SandboxOptions>): Promise<AttackRunner> {
    const runner = new AttackRunner(await createHostTargets(), await aSandbox(options));
    for (const language of languages) runner.baseline.set(language, await runner.runWitness(language));
    return runner;
  }

  /** Started when the first control needs it. */
  readonly bare = (): Promise<BareServer> => (this.bareServer ??= startBareServer());

  /** Runs an attack with the programs before, concurrent and after it, and checks the outcome of each. */
  async run({ language, source, limits, ends = ANSWERED, ...attack }: Attack): Promise<void> {
    const runSource = (text: string): Promise<Run> =>
      this.box.run(programOf(language, this.targets.fillIn(text), limits));
    if (attack.before !== undefined) await this.box.run(victimOf(language, attack.before));
    const concurrent = attack.concurrent === undefined ? undefined : runSource(attack.concurrent.source);
    const outcome = await runSource(source);
    expect(ends).toContainEqual(outcome.end);
    if ('expected' in attack) expect(answerOf(outcome)).toEqual(attack.expected);
    if (concurrent) expect(answerOf(await concurrent)).toEqual(attack.concurrent?.expected);
    if (attack.next) expect(answerOf(await runSource(attack.next.source))).toEqual(attack.next.expected);
  }

  /** Checks that an honest program still sees the same, no process is left over, and no host target was reached. */
  async expectUnaffected(language: HostileLanguage): Promise<void> {
    expect(await this.runWitness(language)).toEqual(this.baseline.get(language));
    await eventually(() => processesOf(BOX_USER).length <= this.expectedProcesses());
    expect(this.targets.damage()).toEqual([]);
  }

  /** Closes the sandbox; the host targets stay open for a last check. */
  async closeSandbox(): Promise<void> {
    await (await this.bareServer)?.close();
    await this.box.close();
  }

  private async runWitness(language: HostileLanguage): Promise<unknown> {
    return answerOf(await this.box.run(programOf(language, WITNESSES[language])));
  }

  /** The sentinel, and per zygote: the zygote, its launcher and one parked box. */
  private expectedProcesses(): number {
    return 1 + 3 * zygotes().length + (this.baseline.has('postgresql') ? MAX_SERVER_PROCESSES : 0);
  }
}
