import { messageOf, Problem } from '#platform/problem.ts';
import { signTerminalRequest } from '#platform/terminal-keys.ts';

/** One signed request of a terminal. */
export type SignedPost = {
  readonly url: string;
  readonly path: string;
  readonly terminal: string;
  readonly key: Uint8Array;
  readonly keyVersion: string;
  readonly operationId: string;
  /** Epoch milliseconds, the till's clock. */
  readonly time: number;
  readonly body: string;
};

export type TillAnswer = {
  readonly status: number;
  readonly text: string;
  /** The server had this operation already and repeats its answer. */
  readonly isReplayed: boolean;
};

/** Signs and posts. @throws Problem `server-unreachable` */
export async function postSigned(post: SignedPost): Promise<TillAnswer> {
  // One-off commands have no counter of their own: the time grows as a counter must.
  const signed = {
    time: String(post.time),
    operationId: post.operationId,
    count: String(post.time),
  };
  const signature = signTerminalRequest(post.key, {
    method: 'POST',
    path: post.path,
    body: post.body,
    ...signed,
  });
  const headers = {
    'content-type': 'application/json',
    'x-term': post.terminal,
    'x-key-ver': post.keyVersion,
    'x-time': signed.time,
    'x-op-id': signed.operationId,
    'x-cnt': signed.count,
    'x-sig': signature,
  };
  try {
    const url = new URL(post.path, post.url);
    const response = await fetch(url, { method: 'POST', headers, body: post.body });
    const isReplayed = response.headers.get('x-replayed') === 'true';
    return { status: response.status, text: await response.text(), isReplayed };
  } catch (error) {
    throw unreachableServer(post.url, error);
  }
}

function unreachableServer(url: string, error: unknown): Problem {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const reason = messageOf(cause);
  return new Problem(
    'server-unreachable',
    {
      text: {
        en: `No answer from the server at ${url}: ${reason}`,
        ru: `Сервер ${url} не отвечает: ${reason}`,
      },
      remedy: {
        en: 'Start it (npm start), or give its address: --url http://host:port',
        ru: 'Запустите его (npm start) или укажите адрес: --url http://узел:порт',
      },
    },
    { cause },
  );
}
