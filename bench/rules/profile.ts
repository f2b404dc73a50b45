import { Session } from 'node:inspector/promises';

/** A share of the time, in percent. */
export type Share = { readonly name: string; readonly percent: number };

const CORE = '/promotions/core/';

/** Where the time of `work` goes: by folder of the engine, and by function, the largest first. */
export async function profileOf(
  work: () => void,
): Promise<{ readonly folders: readonly Share[]; readonly functions: readonly Share[] }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const folders = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const [at, id] of (profile.samples ?? []).entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.url.startsWith('node:inspector')) continue;
    const spent = profile.timeDeltas?.[at] ?? 0;
    add(folders, folderOf(frame.url, frame.functionName), spent);
    const file = frame.url.slice(frame.url.lastIndexOf('/') + 1);
    add(functions, `${frame.functionName} ${file}`.trim(), spent);
  }
  return { folders: largest(folders, 12), functions: largest(functions, 15) };
}

function folderOf(url: string, name: string): string {
  const core = url.indexOf(CORE);
  if (core >= 0) return url.slice(core + CORE.length).replace(/\/?[^/]*$/, '') || 'core';
  const packed = /\/node_modules\/([^/]+)/.exec(url);
  if (packed !== null) return packed[1] ?? name;
  const room = /\/(src\/[^/]+|bench)\//.exec(url);
  return room?.[1] ?? name;
}

function add(shares: Map<string, number>, name: string, spent: number): void {
  shares.set(name, (shares.get(name) ?? 0) + spent);
}

function largest(shares: ReadonlyMap<string, number>, count: number): readonly Share[] {
  const total = [...shares.values()].reduce((sum, one) => sum + one, 0);
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([name, spent]) => ({ name, percent: (100 * spent) / total }));
}
