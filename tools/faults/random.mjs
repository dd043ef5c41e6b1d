import { createHash } from 'node:crypto';

/** Numbers that depend on the seed and a name only, so that a run can be repeated with the choices that it made. */
export class Random {
  constructor(seed, name) {
    this.name = `${seed} ${name}`;
    this.turn = 0;
  }

  /** From 0 to below 1. */
  next() {
    this.turn += 1;
    return createHash('sha256').update(`${this.name} ${this.turn}`).digest().readUInt32BE() / 2 ** 32;
  }

  between(least, most) {
    return least + this.next() * (most - least);
  }

  whether(share) {
    return this.next() < share;
  }

  of(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** One of the names, each as often as its weight says. */
  weighted(weights) {
    let left = this.next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    return Object.keys(weights).find((name) => (left -= weights[name]) < 0);
  }
}
