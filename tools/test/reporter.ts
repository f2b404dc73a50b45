import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/** One line of what a suite's process tells the runner. */
export type Told =
  | { readonly kind: 'passed'; readonly name: string; readonly file: string; readonly ms: number }
  | { readonly kind: 'failed'; readonly name: string; readonly file: string; readonly why: string }
  | {
      readonly kind: 'skipped';
      readonly name: string;
      readonly file: string;
      readonly why: string;
    };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Marks our lines among what tests print themselves. */
export const MARK = '\u001e';

const SAID_MAX = 4_000;

/** A reporter of node:test: every finished test as one marked JSON line. Groups are not counted. */
export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = [];
  const saidByFile = new Map<string, string>();
  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { file, message } = event.data;
      const key = resolve(file);
      saidByFile.set(key, `${saidByFile.get(key) ?? ''}${message}`.slice(-SAID_MAX));
      yield message;
    } else if (event.type === 'test:start') {
      path.length = event.data.nesting;
      path.push(event.data.name);
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      path.length = event.data.nesting;
      const told = tellOf(event, [...path, event.data.name].join(' › '));
      if (told === undefined) continue;
      const said = saidByFile.get(resolve(event.data.file ?? ''));
      yield `${MARK}${JSON.stringify(withWords(told, said))}\n`;
    }
  }
}

// A file that does not load, or whose process dies, is told only as "test failed": why stands on stderr.
function withWords(told: Told, said: string | undefined): Told {
  if (told.kind !== 'failed' || told.why !== 'test failed' || said === undefined) return told;
  return { ...told, why: said.trim() };
}

type Finished = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>;

function tellOf(event: Finished, name: string): Told | undefined {
  const { data } = event;
  const file = data.file === undefined ? '' : relative(ROOT, data.file);
  const skip = data.skip ?? data.todo;
  if (skip !== undefined && skip !== false) {
    return { kind: 'skipped', name, file, why: skip === true ? 'no reason given' : skip };
  }
  if (event.type === 'test:fail') {
    // A group fails because a test in it failed, which has been told already.
    if (isOfSubtests(event.data.details.error)) return undefined;
    return { kind: 'failed', name, file, why: reasonOf(event.data.details.error) };
  }
  if (data.details.type === 'suite') return undefined;
  return { kind: 'passed', name, file, ms: data.details.duration_ms };
}

function isOfSubtests(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType === 'subtestsFailed';
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
