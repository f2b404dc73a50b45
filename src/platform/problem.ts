import type { Text } from '#shared/text.ts';

/**
 * The surroundings are not as they must be (a setting, a folder, a port, the database): a fault with
 * words for the person who runs the server. Thrown while starting and by the command line, never on the
 * way of a request.
 */
export class Problem extends Error {
  readonly code: string;
  readonly text: Text;
  readonly remedy: Text;
  readonly exitCode: number;

  constructor(
    code: string,
    words: { readonly text: Text; readonly remedy: Text },
    more: { readonly exitCode?: number; readonly cause?: unknown } = {},
  ) {
    super(
      `${code}: ${words.text.en}`,
      more.cause === undefined ? undefined : { cause: more.cause },
    );
    this.name = 'Problem';
    this.code = code;
    this.text = words.text;
    this.remedy = words.remedy;
    this.exitCode = more.exitCode ?? 1;
  }
}

/** The lines that a terminal shows for a problem: what is wrong and the way out, English then Russian. */
export function describeProblem(problem: Problem): string {
  return [
    `kopilka: ${problem.code}`,
    `  ${indent(problem.text.en)}`,
    `  → ${indent(problem.remedy.en)}`,
    `  ${indent(problem.text.ru)}`,
    `  → ${indent(problem.remedy.ru)}`,
  ].join('\n');
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n    ');
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system or driver error (`EADDRINUSE`, `57P03`), undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
