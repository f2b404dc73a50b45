import type { Database } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Instant } from '#shared/time.ts';
import type { AnchorFile } from './anchor-file.ts';
import { copyAnchors } from './copy-anchors.ts';
import { makeAnchor } from './make-anchor.ts';

/** How often to call it. */
export const ANCHORS_EVERY_MS = 600_000;

/** Anchors in one go, at most: a base that was never anchored is caught up with over several. */
const AT_ONCE = 50;

export type AnchorKeeping = {
  readonly db: Database;
  readonly secrets: Pick<Secrets, 'anchorKey'>;
  readonly now: Instant;
  readonly file: AnchorFile;
};

/**
 * Signs everything that was posted until two minutes ago and brings this server's copy up to date. Safe to
 * run on several servers at once and to be killed at any moment.
 * @returns how many anchors this server has made
 * @throws Error when the anchors in the database, or the copy, are not ours: then somebody must look
 */
export async function keepAnchors({ db, secrets, now, file }: AnchorKeeping): Promise<number> {
  let made = 0;
  while (made < AT_ONCE && (await makeAnchor(db, secrets, now)) !== null) made += 1;
  await copyAnchors(db, secrets, file);
  return made;
}
