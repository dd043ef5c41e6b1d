import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BLOCK = Buffer.alloc(1024 * 1024);
const FULL_MS = [2000, 6000];

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function isRunning(pid) {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Kills parts of a running product, and fills its disk if it is on one of its own. */
export class Killer {
  counts = { api: 0, grader: 0, postgres: 0, backend: 0, disk: 0 };

  constructor({ home, disk, random, say }) {
    Object.assign(this, { home, disk, random, say });
  }

  get kills() {
    const { api, grader, postgres, backend } = this.counts;
    return api + grader + postgres + backend;
  }

  pidOf(name) {
    if (name === 'api' || name === 'grader') return readJson(join(this.home, 'processes.json'))[name]?.pid ?? null;
    const { directory } = readJson(join(this.home, 'database.json'));
    const data = isAbsolute(directory) ? directory : join(this.home, directory);
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  /** A process that can be killed now; null while it is being restarted. */
  target(name) {
    try {
      const pid = this.pidOf(name === 'backend' ? 'postgres' : name);
      const found = name === 'backend' ? this.random.of(childrenOf(pid)) : pid;
      return found && isRunning(found) ? found : null;
    } catch {
      return null;
    }
  }

  kill(name) {
    const pid = this.target(name);
    if (pid === null) return false;
    process.kill(pid, 'SIGKILL');
    this.counts[name] += 1;
    this.say(`killed ${name}`);
    return true;
  }

  /** Kills at random moments until the number is reached; the last ones overlap with what is not restarted yet. */
  async run({ kills, untilMs }) {
    const weights = { api: 3, grader: 3, postgres: 3, backend: 1, ...(this.disk ? { disk: 0.7 } : {}) };
    while (this.kills < kills) {
      const left = (untilMs - performance.now()) / (kills - this.kills);
      await pause(Math.max(50, left * this.random.between(0.3, 1.4)));
      const name = this.random.weighted(weights);
      if (name === 'disk') await this.fillDisk();
      else if (!this.kill(name)) await pause(200);
    }
  }

  async fillDisk() {
    const file = join(this.disk, 'ballast');
    const handle = openSync(file, 'w');
    try {
      for (;;) writeSync(handle, BLOCK);
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    } finally {
      closeSync(handle);
    }
    this.counts.disk += 1;
    this.say('filled the disk');
    await pause(this.random.between(...FULL_MS));
    // Killed while it is full, the server cannot start before there is space.
    if (this.random.whether(0.5)) this.kill('postgres');
    await pause(this.random.between(...FULL_MS));
    rmSync(file);
    this.say('the disk has space again');
  }
}
