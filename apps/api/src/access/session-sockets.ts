import { type Clock, Database, SESSION_CHANNEL, type SessionId, SessionRepository } from '@holdout/persistence';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, LOG } from '../platform/app-options';
import { Notifications } from '../platform/database/notifications';
import type { HeldSocket } from '../platform/http/request-origin';

/** Polling interval for expired sessions, which cause no notification, and for lost notifications. */
const LOOK_MS = 30_000;

/** A close code of graphql-ws after which its client connects again, with the cookies that the browser has then. */
const FORBIDDEN = 4403;

/** The open websockets of this process by session. A socket is closed when its session ends, in whichever process. */
@Injectable()
export class SessionSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly open = new Map<SessionId, Set<HeldSocket>>();
  private stop: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly notifications: Notifications,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    const forget = this.notifications.onNotice(SESSION_CHANNEL, (id) => {
      if (id === '') this.look();
      else this.close(id as SessionId);
    });
    const timer = setInterval(() => this.look(), LOOK_MS);
    timer.unref();
    this.stop = () => {
      forget();
      clearInterval(timer);
    };
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  /** Binds the socket to the session. The check that follows finds a session that ended before this call. */
  async hold(sessionId: SessionId | null, socket: HeldSocket): Promise<void> {
    if (sessionId === null) return;
    const held = this.open.get(sessionId) ?? new Set();
    this.open.set(sessionId, held);
    if (!held.has(socket)) socket.once('close', () => this.forget(sessionId, socket));
    held.add(socket);
    await this.closeEnded([sessionId]);
  }

  /** Closes the sockets of sessions that have ended or expired: of the given ones, or of all if none are given. */
  async closeEnded(ids: readonly SessionId[] = [...this.open.keys()]): Promise<void> {
    if (ids.length === 0) return;
    const live = new Set(await this.db.repo(SessionRepository).listLive(ids, this.clock.now()));
    for (const id of ids) if (!live.has(id)) this.close(id);
  }

  private look(): void {
    this.closeEnded().catch((error: unknown) => this.log.error({ err: error }, 'looking for ended sessions failed'));
  }

  private close(id: SessionId): void {
    for (const socket of this.open.get(id) ?? []) socket.close(FORBIDDEN, 'The session has ended.');
  }

  private forget(id: SessionId, socket: HeldSocket): void {
    const held = this.open.get(id);
    held?.delete(socket);
    if (held?.size === 0) this.open.delete(id);
  }
}
