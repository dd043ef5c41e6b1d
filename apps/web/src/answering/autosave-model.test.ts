import { decideSave } from '@holdout/assessment';
import fc from 'fast-check';
import { AttemptWorld, type Delivery, MACHINES, settled, type Tab, TABS_EACH } from '../testing/attempt-world';

/**
 * Random typing, pauses, losses, repeats, delays, reloads, crashes, changes of the machine, take-overs and the end of the
 * time, against a model that remembers one thing: the last word that a device or the server has. `AUTOSAVE_RUNS` sets how
 * many runs there are.
 */
const RUNS = Number(process.env['AUTOSAVE_RUNS'] ?? 2000);

type Word = { readonly text: string; readonly place: number };

type Model = {
  /** In the order in which they were typed or chosen, from the last one that was stored on. */
  said: readonly Word[];
  /** The last one that is stored: what was typed in the last second before a crash is lost. */
  lastWord: Word | null;
  words: number;
};

abstract class Command implements fc.AsyncCommand<Model, AttemptWorld> {
  constructor(readonly place: number) {}

  check(_model: Readonly<Model>): boolean {
    return true;
  }

  async run(model: Model, world: AttemptWorld): Promise<void> {
    world.now += 1;
    await this.act(world.tabs[this.place] ?? null, world, model);
    await settled();
    notice(model, world);
    verify(model, world);
  }

  abstract act(tab: Tab | null, world: AttemptWorld, model: Model): void | Promise<void>;

  toString(): string {
    return `${this.constructor.name} at ${this.place}`;
  }
}

/** A word counts once a disk or the server has it. */
function notice(model: Model, world: AttemptWorld): void {
  const stored = model.said.findLastIndex(
    ({ text }) => world.server.has(text) || world.disks.some((disk) => disk.has(text)),
  );
  if (stored === -1) return;
  model.lastWord = model.said[stored] ?? null;
  model.said = model.said.slice(stored);
}

/** At every moment: nothing was overwritten unseen, "Saved" is true, and no word that was stored is out of reach. */
function verify({ lastWord }: Model, world: AttemptWorld): void {
  expect(world.server.overwritten).toEqual([]);
  for (const { saver, shown } of world.openTabs) {
    const { status, isTyped } = saver.view;
    if (status.kind === 'saved' && !isTyped) expect([shown, world.server.hasAccepted(shown)]).toEqual([shown, true]);
  }
  if (lastWord !== null) expect([lastWord, world.isInReach(lastWord.text)]).toEqual([lastWord, true]);
}

class Type extends Command {
  act(tab: Tab | null, world: AttemptWorld, model: Model): void {
    if (tab === null || world.isLocked) return;
    const text = `word ${(model.words += 1)}`;
    model.said = [...model.said, { text, place: this.place }];
    tab.type(text);
  }
}
class Open extends Command {
  act(_tab: Tab | null, world: AttemptWorld): void {
    world.open(this.place);
  }
}
class TakeOver extends Command {
  act(tab: Tab | null): void {
    tab?.becomeLive();
  }
}
class Leave extends Command {
  act(_tab: Tab | null, world: AttemptWorld): void {
    world.close(this.place, 'left');
  }
}
class Reload extends Command {
  act(tab: Tab | null, world: AttemptWorld): void {
    if (tab === null) return;
    world.close(this.place, 'left');
    world.open(this.place);
  }
}
class Crash extends Command {
  act(_tab: Tab | null, world: AttemptWorld): void {
    world.close(this.place, 'crashed');
  }
}
class Look extends Command {
  act(tab: Tab | null): void {
    tab?.notice();
  }
}
class KeepMine extends Command {
  act(tab: Tab | null): void {
    tab?.saver.keepMine();
  }
}
class UseOther extends Command {
  act(tab: Tab | null, _world: AttemptWorld, model: Model): void {
    if (tab === null || tab.saver.view.other === null) return;
    // The person has chosen: the other answer is the last word, and this page shows it.
    tab.saver.useOther();
    chose(tab, this.place, model);
  }
}
class UseSetAside extends Command {
  act(tab: Tab | null, world: AttemptWorld, model: Model): void {
    if (tab === null || world.isLocked || tab.saver.view.setAside === null) return;
    tab.saver.useSetAside();
    chose(tab, this.place, model);
  }
}
class Deliver extends Command {
  constructor(
    place: number,
    readonly how: Delivery,
  ) {
    super(place);
  }
  act(tab: Tab | null): Promise<void> | undefined {
    return tab?.deliver(this.how);
  }
  override toString = (): string => `${this.how} from ${this.place}`;
}
class DelayedArrives extends Command {
  act(_tab: Tab | null, world: AttemptWorld): void {
    world.delayed.splice(this.place % Math.max(1, world.delayed.length), 1)[0]?.();
  }
}
class Pass extends Command {
  constructor(readonly ms: number) {
    super(0);
  }
  act(_tab: Tab | null, world: AttemptWorld): Promise<void> {
    return world.pass(this.ms);
  }
  override toString = (): string => `${this.ms} ms pass`;
}

function chose({ shown }: Tab, place: number, model: Model): void {
  if (shown !== null) model.said = [...model.said, { text: shown, place }];
}

const place = fc.nat(MACHINES * TABS_EACH - 1);
const how = fc.constantFrom<Delivery>(
  'arrives',
  'arrives',
  'arrives',
  'arrives twice',
  'arrives late',
  'request lost',
  'answer lost',
);
const at = (Of: new (place: number) => Command) => place.map((where) => new Of(where));
const commands = [
  at(Open),
  at(Open),
  at(Type),
  at(Type),
  at(Type),
  fc.tuple(place, how).map(([where, delivery]) => new Deliver(where, delivery)),
  fc.tuple(place, how).map(([where, delivery]) => new Deliver(where, delivery)),
  fc.constantFrom(300, 1000, 1000, 5000, 20_000).map((ms) => new Pass(ms)),
  at(TakeOver),
  at(Leave),
  at(Reload),
  at(Crash),
  at(Look),
  at(KeepMine),
  at(UseOther),
  at(UseSetAside),
  at(DelayedArrives),
];

/** The network is back. The person goes to where the last word was written, and chooses it if there is a choice. */
async function finish(model: Model, world: AttemptWorld): Promise<void> {
  for (const late of world.delayed.splice(0)) late();
  for (const each of world.openTabs) each.saver.saveNow();
  notice(model, world);
  const { lastWord } = model;
  if (lastWord === null) return;
  const tab = world.open(lastWord.place);
  tab.becomeLive();
  for (let turn = 0; turn < 20; turn += 1) await sendAll(world);
  // Another page may save between the question and the choice, and the person is asked again.
  for (let choice = 0; choice < 4; choice += 1) {
    choose(tab, lastWord.text);
    for (let turn = 0; turn < 6; turn += 1) await tab.deliver('arrives');
  }
}

async function sendAll(world: AttemptWorld): Promise<void> {
  for (const each of world.openTabs) await each.deliver('arrives');
  // Without time for the back-off, as when the network is back: every page sends what waits.
  for (const each of world.openTabs) each.saver.saveNow();
  await settled();
}

function choose({ saver, shown }: Tab, text: string): void {
  const { setAside, other } = saver.view;
  if (other !== null && shown === text) saver.keepMine();
  else if (other !== null) saver.useOther();
  else if (setAside !== null && shown !== text) saver.useSetAside();
}

const plays = fc.commands(commands, { maxCommands: 40, size: 'max' });

async function play(all: Iterable<fc.AsyncCommand<Model, AttemptWorld>>, world: AttemptWorld): Promise<void> {
  const model: Model = { said: [], lastWord: null, words: 0 };
  await fc.asyncModelRun(() => ({ model, real: world }), all);
  const wasOpen = !world.server.isClosed;
  await finish(model, world);
  verify(model, world);
  const { lastWord } = model;
  if (lastWord === null) return;
  const { current } = world.server.stored;
  if (wasOpen) expect([lastWord, current?.answer]).toEqual([lastWord, lastWord.text]);
  // After the grace it counts if it had arrived, and is kept otherwise.
  else expect([lastWord, world.server.has(lastWord.text)]).toEqual([lastWord, true]);
}

test('nothing acknowledged or stored is ever lost, and the last word wins', async () => {
  await fc.assert(
    fc.asyncProperty(plays, (all) => play(all, new AttemptWorld())),
    { numRuns: RUNS },
  );
});

test('with a server whose last save wins, or a page that writes nothing to its device, the same test fails', async () => {
  const lastWins: typeof decideSave<string> = (stored, save, isSame) =>
    decideSave(stored, { ...save, basedOn: stored.current?.revision ?? 0 }, isSame);
  const forgetful = () => {
    const world = new AttemptWorld();
    for (const disk of world.disks) disk.write = () => undefined;
    // It says that it has stored what it has not.
    for (const disk of world.disks) disk.has = () => world.openTabs.some(({ saver }) => !saver.view.isTyped);
    return world;
  };
  for (const make of [() => new AttemptWorld(lastWins), forgetful]) {
    const { failed } = await fc.check(
      fc.asyncProperty(plays, (all) => play(all, make())),
      { numRuns: 500 },
    );
    expect(failed).toBe(true);
  }
});
