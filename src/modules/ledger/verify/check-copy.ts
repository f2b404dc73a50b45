import type { Session } from '#platform/db/index.ts';
import { readAnchorHashes } from '../sql/anchors.ts';
import type { Anchor } from './anchor.ts';
import type { AnchorKey } from './anchor-key.ts';
import { parseAnchorLine } from './anchor-line.ts';
import type { Finding } from './finding.ts';

const AT_ONCE = 500;

/**
 * Compares a copy of the anchors, kept outside, with those in the database. What the copy lacks is no
 * finding: it may be older.
 * @param lines of the copy, in any order, a number perhaps several times
 */
export async function checkCopy(
  session: Session,
  key: AnchorKey,
  how: {
    readonly lines: AsyncIterable<string>;
    readonly onFinding: (finding: Finding) => void;
  },
): Promise<void> {
  const missing = gatherMissing(how.onFinding);
  let waiting: Anchor[] = [];
  let place = 0;
  const compare = async () => {
    const rows = await session.run(readAnchorHashes(waiting.map(({ number }) => number)));
    const hashes = new Map(rows.map((row) => [row.number, row.hash]));
    for (const { number, hash } of waiting) {
      const stored = hashes.get(number);
      if (stored === undefined) missing.add(number);
      else if (stored !== hash) {
        how.onFinding({ code: 'copy-differs', anchor: number, detail: `${hash} in the copy` });
      }
    }
    waiting = [];
  };
  for await (const line of how.lines) {
    place += 1;
    if (line.trim() === '') continue;
    const anchor = parseAnchorLine(line, key);
    if (anchor === undefined) how.onFinding({ code: 'copy-unreadable', detail: `line ${place}` });
    else waiting.push(anchor);
    if (waiting.length >= AT_ONCE) await compare();
  }
  await compare();
  missing.close();
}

/** Joins numbers in a row into one finding: a database put back from a backup lacks thousands. */
function gatherMissing(onFinding: (finding: Finding) => void) {
  let [first, last] = [0, 0];
  const close = () => {
    if (first === 0) return;
    const detail = first === last ? 'it is in the copy' : `and up to ${last}: they are in the copy`;
    onFinding({ code: 'anchor-missing', anchor: first, detail });
    first = 0;
  };
  return {
    close,
    add(number: number) {
      if (number !== last + 1) close();
      if (first === 0) first = number;
      last = number;
    },
  };
}
