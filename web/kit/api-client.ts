import type { Text } from '#shared/text.ts';

export type Problem = {
  readonly code: string;
  readonly path: string | null;
  readonly text: Text;
  readonly remedy?: Text;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
};

const OFFLINE: Problem = {
  code: 'no-connection',
  path: null,
  text: { ru: 'Сервер не отвечает.', en: 'The server does not answer.' },
  remedy: {
    ru: 'Проверьте соединение и повторите.',
    en: 'Check the connection and try again.',
  },
  requestId: '',
};

const UNREADABLE: Problem = {
  code: 'unreadable-answer',
  path: null,
  text: { ru: 'Сервер ответил непонятно.', en: 'The answer of the server makes no sense.' },
  requestId: '',
};

/** A request that did not succeed: what the server said, or that it said nothing (status 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem, cause?: unknown) {
    super(`${status} ${problem.code}`, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

type Call = {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

const SAVING_MS = 60_000;

let csrf = '';
let onSignedOut: () => void = () => undefined;

/** Keeps the token of the session: every change must carry it. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

/** Calls `listener` when the server says that the session is over. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** A path of the back office API with its query; empty values are left out. */
export function apiUrl(path: string, query: Call['query'] = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return `/api/v1${path}${params.size === 0 ? '' : `?${params}`}`;
}

/**
 * Calls the back office API and gives the parsed answer.
 * @throws ApiError for every answer but 2xx, and when there is no answer (status 0)
 */
export async function api<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  call: Call = {},
): Promise<Answer> {
  const response = await send(method, apiUrl(path, call.query), call);
  if (!response.ok) throw await errorOf(response, path);
  const text = await response.text();
  return JSON.parse(text === '' ? 'null' : text);
}

/** Fetches a file of the API and hands it to the browser to save. @throws ApiError as {@link api} */
export async function saveFile(path: string, query: Call['query']): Promise<void> {
  const response = await send('GET', apiUrl(path, query), {});
  if (!response.ok) throw await errorOf(response, path);
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named?.[1] ?? '';
  link.click();
  // The browser reads the address when it begins to save, which is after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}

async function errorOf(response: Response, path: string): Promise<ApiError> {
  const error = new ApiError(response.status, await problemOf(response));
  if (response.status === 401 && path !== '/session') onSignedOut();
  return error;
}

async function send(method: string, url: string, call: Call): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf'] = csrf;
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: call.signal ?? null,
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new ApiError(0, OFFLINE, cause);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: { readonly error?: Problem } = await response.json();
    return body.error ?? UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
