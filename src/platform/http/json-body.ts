import { refuse } from './refusals.ts';

const DEPTH_MAX = 32;

/**
 * Reads a JSON body and looks at every text in it: what PostgreSQL cannot store (U+0000) and what is no
 * text at all (a lone surrogate) is refused here, with its place, for every route alike.
 * @throws Refusal json-malformed, text-malformed
 */
export function parseJsonBody(body: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw refuse('json-malformed');
  }
  checkTexts(value, '', 0);
  return value;
}

function checkTexts(value: unknown, path: string, depth: number): void {
  if (typeof value === 'string') {
    if (!isCleanText(value)) throw refuse('text-malformed', { path });
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (depth === DEPTH_MAX) throw refuse('text-malformed', { path: path.slice(0, 200) });
  for (const [key, one] of Object.entries(value)) {
    if (!isCleanText(key)) throw refuse('text-malformed', { path });
    checkTexts(one, `${path}/${key}`, depth + 1);
  }
}

function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
