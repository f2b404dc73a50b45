import type { Session } from '#platform/db/index.ts';
import type { Lanes } from '#platform/lanes.ts';
import { type Outcome, ok } from './outcome.ts';
import { insertVersions, type NewVersion } from './sql/record-version.ts';

/**
 * Calculations join the history of their receipt in the background, in batches of their lane. One that is
 * lost (the lane is full, the database is away) costs a line of history and no point: `onLost` counts it.
 */
export function rememberCalculations(lanes: Lanes, onLost: (error: unknown) => void) {
  return (version: NewVersion): void => {
    lanes.submit(appendVersions, version.bucket, version).catch(onLost);
  };
}

async function appendVersions(
  session: Session,
  versions: readonly NewVersion[],
): Promise<Outcome<null>[]> {
  await session.run(insertVersions(versions));
  return versions.map(() => ok(null));
}
