import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { formatInstant, parseInstant } from '#shared/time.ts';
import { type Anchor, anchorHash } from './anchor.ts';
import type { AnchorKey } from './anchor-key.ts';

const hex = (digits: number) => Type.String({ pattern: `^[0-9a-f]{${digits}}$` });

const LineShape = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  cutAt: Type.String(),
  madeAt: Type.String(),
  entries: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  content: hex(64),
  previous: hex(64),
  hash: hex(64),
  signature: hex(128),
});
const line = Compile(LineShape);

/** An anchor as one line of JSON, without its content: everything that the hash is made of. */
export function anchorLine(anchor: Anchor): string {
  return JSON.stringify({
    number: anchor.number,
    cutAt: formatInstant(anchor.cutAt),
    madeAt: formatInstant(anchor.madeAt),
    entries: anchor.entries,
    content: anchor.contentHash,
    previous: anchor.previousHash,
    hash: anchor.hash,
    signature: anchor.signature,
  });
}

/** Reads a line; undefined when it is not an anchor that was signed with our key. */
export function parseAnchorLine(text: string, key: AnchorKey): Anchor | undefined {
  const read = parsed(text);
  if (!line.Check(read)) return undefined;
  const [cutAt, madeAt] = [parseInstant(read.cutAt), parseInstant(read.madeAt)];
  if (cutAt === undefined || madeAt === undefined) return undefined;
  const anchor = {
    number: read.number,
    cutAt,
    madeAt,
    entries: read.entries,
    contentHash: read.content,
    previousHash: read.previous,
    hash: read.hash,
    signature: read.signature,
  };
  const isOurs = anchorHash(anchor) === anchor.hash && key.isSigned(anchor.hash, anchor.signature);
  return isOurs ? anchor : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
