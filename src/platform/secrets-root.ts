import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, Problem } from './problem.ts';
import { ROOT_KEY_BYTES } from './secrets.ts';

/**
 * The root key: from the settings, else from `root.key` in the data folder, made there on first use
 * (0600).
 * @throws Problem `root-key-invalid`, `root-key-unreadable`
 */
export function loadRootKey(config: {
  readonly rootKey: string | undefined;
  readonly dataDir: string;
}): Buffer {
  if (config.rootKey !== undefined) return parseKey(config.rootKey, 'ROOT_KEY');
  const file = join(config.dataDir, 'root.key');
  if (!existsSync(file)) makeKey(file);
  return parseKey(readKey(file), file);
}

// Written aside and linked: of two first starts at once, both read the same key.
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(ROOT_KEY_BYTES).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readKey(file: string): string {
  try {
    if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') throw tooOpen(file);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'root-key-unreadable',
      {
        text: {
          en: `The root key ${file} cannot be read (${codeOf(error)}).`,
          ru: `Не удаётся прочесть корневой ключ ${file} (${codeOf(error)}).`,
        },
        remedy: {
          en: 'Run as the user who made it, or give the key in ROOT_KEY_FILE.',
          ru: 'Запустите от пользователя, который его создал, или передайте ключ через ROOT_KEY_FILE.',
        },
      },
      { cause: error, exitCode: 2 },
    );
  }
}

function parseKey(hex: string, where: string): Buffer {
  const key = Buffer.from(hex, 'hex');
  // A key of one repeated byte or of few different ones was typed, not drawn.
  if (/^[0-9a-f]{64}$/.test(hex) && new Set(key).size >= 8) return key;
  throw new Problem(
    'root-key-invalid',
    {
      text: {
        en: `${where} does not hold a random key of 64 hex digits.`,
        ru: `${where} не содержит случайного ключа из 64 шестнадцатеричных цифр.`,
      },
      remedy: {
        en: 'Restore the key from your copy. For a new installation: openssl rand -hex 32',
        ru: 'Верните ключ из копии. Для новой установки: openssl rand -hex 32',
      },
    },
    { exitCode: 2 },
  );
}

function tooOpen(file: string): Problem {
  return new Problem(
    'root-key-open',
    {
      text: {
        en: `The root key ${file} may be read by other users.`,
        ru: `Корневой ключ ${file} могут прочесть другие пользователи.`,
      },
      remedy: { en: `chmod 600 ${file}`, ru: `chmod 600 ${file}` },
    },
    { exitCode: 2 },
  );
}
