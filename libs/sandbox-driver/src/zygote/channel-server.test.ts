import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelServer } from './channel-server';

function problemOf(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
}

test('a socket that cannot be given to the user of the boxes is closed, so that this process can exit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdout-channel-'));
  const path = join(folder, 's');
  try {
    // Refused for every user, root included.
    await expect(ChannelServer.listen(path, { uid: -2, gid: -2 })).rejects.toThrow();
    expect(await problemOf(path)).toBe('ENOENT');
    expect(existsSync(path)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
