import { Check } from 'typebox/value';
import { ErrorShape } from '#shared/schema.ts';
import { seedMembers } from '../../db/seed/people.ts';
import type { Answer } from './send.ts';

const PHONES = seedMembers(200).map((member) => member.phone);

/** Words that betray the inside: statements, constraints, frames of a stack, files of ours. */
const INSIDES =
  /\b(select|insert into|update|delete from) [a-z_]+\.|violates|relation "|duplicate key|syntax error|\bat \w+ \(|node:internal|node_modules|\/src\/|\.ts:\d+|pg_|ECONN/i;

/** What is wrong with a refusal as an answer; undefined when nothing is. */
export function faultOfRefusal({ status, headers, text }: Answer): string | undefined {
  if (status >= 500) return `a ${status}`;
  if (headers['content-type']?.startsWith('application/json') !== true) return 'not JSON';
  const body = parsed(text);
  if (!Check(ErrorShape, body)) return 'not of the error shape';
  const { code, path, text: words, remedy } = body.error;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) return `a code that is none: ${code}`;
  if (path !== null && path !== '' && !path.startsWith('/')) return `a path that is none: ${path}`;
  for (const one of [words, remedy]) {
    if (!/[а-яё]/i.test(one.ru)) return 'no Russian sentence';
    if (!/[a-z]/i.test(one.en) || /[а-яё]/i.test(one.en)) return 'no English sentence';
  }
  return leakOf(text);
}

/** Whether a text tells what is nobody's business. */
export function leakOf(text: string): string | undefined {
  // A request's id is random: it may spell anything.
  if (INSIDES.test(text.replaceAll(/"requestId":"[^"]*"/g, ''))) return 'insides of the server';
  const phone = PHONES.find((one) => text.includes(one) || text.includes(one.slice(2)));
  return phone === undefined ? undefined : 'a phone number';
}

/** The code of a refusal, or a dash. */
export function codeOf(text: string): string {
  const body = parsed(text);
  return Check(ErrorShape, body) ? body.error.code : '-';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
