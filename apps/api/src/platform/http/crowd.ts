import type { Socket } from 'node:net';

/** Connections in groups, each in order of arrival. A group above its limit loses the one that came first. */
export class Crowd {
  private readonly groups = new Map<string, Set<Socket>>();

  constructor(private readonly most: number) {}

  join(name: string, socket: Socket): void {
    const group = this.groups.get(name) ?? new Set();
    this.groups.set(name, group.add(socket));
    if (group.size <= this.most) return;
    const [first] = group;
    if (!first) return;
    this.leave(name, first);
    first.destroy();
  }

  leave(name: string, socket: Socket): void {
    const group = this.groups.get(name);
    group?.delete(socket);
    if (group?.size === 0) this.groups.delete(name);
  }
}
