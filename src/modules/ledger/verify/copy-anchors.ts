import type { Session } from '#platform/db/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { readAnchorsAfter } from '../sql/anchors.ts';
import type { AnchorFile } from './anchor-file.ts';
import { anchorKey } from './anchor-key.ts';
import { anchorLine, parseAnchorLine } from './anchor-line.ts';
import { signedAnchor } from './anchor-row.ts';

const PAGE = 100;

/**
 * Brings the copy up to date: appends every anchor after its last line. Whatever was lost between an
 * anchor's commit and its line, by a crash or on another server, is made up for by the next call.
 * @returns how many lines were added
 * @throws Error when the copy ends with a line that is none of ours, or the database with such an anchor
 */
export async function copyAnchors(
  session: Session,
  secrets: Pick<Secrets, 'anchorKey'>,
  file: Pick<AnchorFile, 'path' | 'last' | 'append'>,
): Promise<number> {
  const key = anchorKey(secrets);
  const last = file.last();
  const known = last === undefined ? 0 : parseAnchorLine(last, key)?.number;
  if (known === undefined) throw new Error(`${file.path} ends with a line that is not an anchor`);
  let number: number = known;
  let added = 0;
  for (;;) {
    const rows = await session.run(readAnchorsAfter(number, PAGE));
    const lines = rows.map((row) => {
      const stored = signedAnchor(row, key);
      if (stored === undefined) throw new Error(`anchor ${row.number} is not what was signed`);
      return anchorLine(stored.anchor);
    });
    file.append(lines);
    added += lines.length;
    number = rows.at(-1)?.number ?? number;
    if (rows.length < PAGE) return added;
  }
}
