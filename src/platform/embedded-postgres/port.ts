import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * A free port on loopback: the one used last time when nobody has taken it, else one from the kernel.
 * Keeping it lets a client's settings survive a restart.
 */
export async function choosePort(portFile: string): Promise<number> {
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8').trim()) : 0;
  if (Number.isInteger(last) && last > 0 && last < 65_536) {
    const again = await tryPort(last);
    if (again !== undefined) return again;
  }
  const free = await tryPort(0);
  if (free === undefined) throw new Error('the kernel gave no free loopback port');
  return free;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const given = typeof address === 'object' && address !== null ? address.port : undefined;
      server.close(() => resolve(given));
    });
  });
}
