import type { End, Run } from '@holdout/sandbox';
import type { SandboxOptions } from '../options';
import { zygotes } from '../machine/test-processes';
import { BOX_USER, aSandbox, eventually, processesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';
import type { Attack, HostileLanguage } from './attack';
import { openGround } from './ground';
import type { Ground } from './ground';
import { WITNESSES, programOf, toldBy, victimOf } from './languages';
import { startBareServer } from './unjailed';
import type { BareServer } from './unjailed';

const ANSWERED: readonly End[] = [{ kind: 'answered' }];
/** A server with its backends, its own affairs and connections opened ahead. */
const OF_A_SERVER = 20;

/** One sandbox, what surrounds it, and what an honest program saw in it before any other came. */
export class Stage {
  private readonly witnessed = new Map<HostileLanguage, unknown>();
  private bareServer: Promise<BareServer> | undefined;

  private constructor(
    readonly ground: Ground,
    readonly box: TestSandbox,
  ) {}

  static async open(languages: ReadonlySet<HostileLanguage>, options: Partial<SandboxOptions>): Promise<Stage> {
    const stage = new Stage(await openGround(), await aSandbox(options));
    for (const language of languages) stage.witnessed.set(language, await stage.look(language));
    return stage;
  }

  /** Started at the first control that needs one. */
  readonly bare = (): Promise<BareServer> => (this.bareServer ??= startBareServer());

  /** Runs an attack with all that goes before, beside and after it, and checks what each of them tells. */
  async meet({ language, source, limits, ends = ANSWERED, ...attack }: Attack): Promise<void> {
    const run = (text: string): Promise<Run> => this.box.run(programOf(language, this.ground.placed(text), limits));
    if (attack.before !== undefined) await this.box.run(victimOf(language, attack.before));
    const beside = attack.beside === undefined ? undefined : run(attack.beside.source);
    const outcome = await run(source);
    expect(ends).toContainEqual(outcome.end);
    if ('saw' in attack) expect(toldBy(outcome)).toEqual(attack.saw);
    if (beside) expect(toldBy(await beside)).toEqual(attack.beside?.saw);
    if (attack.next) expect(toldBy(await run(attack.next.source))).toEqual(attack.next.saw);
  }

  /** The next honest program sees what the first one saw, nobody is left over, and nothing outside was reached. */
  async isAsBefore(language: HostileLanguage): Promise<void> {
    expect(await this.look(language)).toEqual(this.witnessed.get(language));
    await eventually(() => processesOf(BOX_USER).length <= this.ours());
    expect(this.ground.damage()).toEqual([]);
  }

  /** Closes the sandbox, and leaves the ground to be looked at. */
  async leave(): Promise<void> {
    await (await this.bareServer)?.close();
    await this.box.close();
  }

  private async look(language: HostileLanguage): Promise<unknown> {
    return toldBy(await this.box.run(programOf(language, WITNESSES[language])));
  }

  /** The sentinel; and for each zygote itself, who waits for it, and one parked box. */
  private ours(): number {
    return 1 + 3 * zygotes().length + (this.witnessed.has('postgresql') ? OF_A_SERVER : 0);
  }
}
