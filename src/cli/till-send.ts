import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defineCommand } from 'citty';
import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import { holderOf } from '#platform/data-dir-lock.ts';
import { Problem } from '#platform/problem.ts';
import { systemRandom } from '#platform/random.ts';
import { uuidv7 } from '#shared/ids.ts';
import { formatInstant } from '#shared/time.ts';
import { DEMO_CARD, DEMO_LINES, DEMO_TERMINAL } from './demo-receipt.ts';
import { keyOf } from './keys.ts';
import { note, say } from './say.ts';
import { showAnswer } from './till-answer.ts';
import { parseTillLine, type TillLine } from './till-line.ts';
import { postSigned } from './till-post.ts';

/** `kopilka till send`: builds a receipt, signs it like a terminal and sends it to a running server. */
export const send = defineCommand({
  meta: {
    name: 'send',
    description: 'Sign a receipt like a terminal and send it to a running server',
  },
  args: {
    url: {
      type: 'string',
      description: 'Address of the server (default: the one on this machine)',
    },
    terminal: { type: 'string', description: 'Code of the terminal', default: DEMO_TERMINAL },
    key: {
      type: 'string',
      description: "The terminal's key, 64 hex digits (default: derived here)",
    },
    'key-file': { type: 'string', description: 'File with that key' },
    'key-version': { type: 'string', description: 'Version of the key', default: '1' },
    card: {
      type: 'string',
      description: `Loyalty card; "none" for no member (default: ${DEMO_CARD})`,
    },
    phone: { type: 'string', description: 'Phone of the member instead of a card' },
    line: { type: 'string', description: 'sku:quantity:price in roubles; as often as needed' },
    spend: { type: 'string', description: 'Points to pay with' },
    at: { type: 'string', description: "The till's time, RFC 3339 (default: now)" },
    number: { type: 'string', description: "The till's own number of the receipt" },
    'operation-id': { type: 'string', description: 'X-Op-Id, to send the same receipt again' },
    calculate: { type: 'boolean', description: 'Only calculate; nothing changes' },
    explain: { type: 'boolean', description: 'Show the verdict on every live promotion' },
    json: { type: 'boolean', description: "The server's answer as it is" },
  },
  async run({ args, rawArgs }) {
    const now = systemClock.now();
    const operationId = args['operation-id'] ?? uuidv7(now, systemRandom(10));
    const occurredAt = args.at ?? formatInstant(now);
    const receiptNumber = args.number ?? String(now);
    const answer = await postSigned({
      url: args.url ?? localServer(),
      path: `/pos/v1/receipts/${args.calculate ? 'calculate' : 'confirm'}`,
      terminal: args.terminal,
      key: findKey(args),
      keyVersion: args['key-version'],
      operationId,
      time: now,
      body: JSON.stringify({
        occurredAt,
        ...memberOf(args),
        lines: linesOf(rawArgs).map((line, place) => ({ lineNo: place + 1, ...line })),
        ...(args.spend === undefined ? {} : { spendPoints: Number(args.spend) }),
        ...(args.explain ? { explain: true } : {}),
        ...(args.calculate ? {} : { receiptNumber }),
      }),
    });
    if (args.json) say(answer.text);
    else for (const row of showAnswer(answer)) say(row);
    if (answer.status >= 400) process.exitCode = 1;
    else if (!args.json && !args.calculate) {
      const same = `--operation-id ${operationId} --at ${occurredAt} --number ${receiptNumber}`;
      note(`(to send the very same receipt again add ${same})`);
    }
  },
});

type Arguments = {
  readonly terminal: string;
  readonly key?: string | undefined;
  readonly 'key-file'?: string | undefined;
  readonly 'key-version': string;
  readonly card?: string | undefined;
  readonly phone?: string | undefined;
};

// citty keeps the last of a repeated option; a receipt has several lines.
function linesOf(rawArgs: readonly string[]): readonly TillLine[] {
  const { values } = parseArgs({
    args: [...rawArgs],
    options: { line: { type: 'string', multiple: true } },
    strict: false,
  });
  const typed = (values.line ?? []).map(String);
  if (typed.length === 0) return DEMO_LINES;
  return typed.map((text) => {
    const line = parseTillLine(text);
    if (line === undefined) throw noLine(text);
    return line;
  });
}

function memberOf({ card, phone }: Arguments): { member?: { card: string } | { phone: string } } {
  if (phone !== undefined) return { member: { phone } };
  return card === 'none' ? {} : { member: { card: card ?? DEMO_CARD } };
}

function findKey(args: Arguments): Buffer {
  const file = args['key-file'];
  const hex = args.key ?? (file === undefined ? undefined : readFileSync(file, 'utf8').trim());
  if (hex === undefined) return derivedKey(args);
  if (/^[0-9a-f]{64}$/i.test(hex)) return Buffer.from(hex, 'hex');
  throw new Problem(
    'terminal-key-invalid',
    {
      text: {
        en: "A terminal's key has 64 hex digits.",
        ru: 'Ключ терминала — 64 шестнадцатеричные цифры.',
      },
      remedy: {
        en: `Print it where the server runs: kopilka keys terminal ${args.terminal}`,
        ru: `Напечатайте его там, где работает сервер: kopilka keys terminal ${args.terminal}`,
      },
    },
    { exitCode: 2 },
  );
}

// On the server's own machine the key follows from its root key; a root key is never made here.
function derivedKey(args: Arguments): Buffer {
  const { rootKey, dataDir } = loadConfig(process.env);
  if (rootKey !== undefined || existsSync(`${dataDir}/root.key`)) {
    return keyOf(args.terminal, Number(args['key-version']));
  }
  throw new Problem(
    'terminal-key-missing',
    {
      text: {
        en: `No root key in DATA_DIR=${dataDir}: the terminal's key cannot be derived here.`,
        ru: `В DATA_DIR=${dataDir} нет корневого ключа: вывести ключ терминала здесь нельзя.`,
      },
      remedy: {
        en: 'Set the DATA_DIR (or ROOT_KEY) of the running server, or give --key or --key-file.',
        ru: 'Укажите DATA_DIR (или ROOT_KEY) работающего сервера либо передайте --key или --key-file.',
      },
    },
    { exitCode: 2 },
  );
}

function localServer(): string {
  const { dataDir, port } = loadConfig(process.env);
  return holderOf(dataDir)?.address ?? `http://127.0.0.1:${port}`;
}

function noLine(text: string): Problem {
  return new Problem(
    'line-invalid',
    {
      text: {
        en: `"${text}" is not a line of a receipt.`,
        ru: `«${text}» — не строка чека.`,
      },
      remedy: {
        en: 'A line is sku:quantity:price, for example milk-25:2:94.90',
        ru: 'Строка чека — артикул:количество:цена, например milk-25:2:94.90',
      },
    },
    { exitCode: 2 },
  );
}
