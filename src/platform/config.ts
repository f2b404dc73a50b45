import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Check } from 'typebox/value';
import {
  type SettingName,
  type Settings,
  SettingsShape,
  type SettingWords,
} from './config-settings.ts';
import { messageOf, Problem } from './problem.ts';

/** The settings as the code uses them. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  /** Absolute. */
  readonly dataDir: string;
  /** 64 hex digits, or undefined: the file in the data folder. */
  readonly rootKey: string | undefined;
  readonly logLevel: string;
  /** How many times wider the limits are than their defaults; 0 switches them off. */
  readonly rateLimits: number;
  readonly writerLanes: number;
  readonly seedDemo: string;
  readonly sharedBuffersMb: number;
};

/** Where a value came from: its variable, a file named by `…_FILE`, or the default. */
export type Source = { readonly kind: 'variable' | 'file' | 'default'; readonly name: string };

/** A setting as found, before it is put to use. */
export type FoundSetting = {
  readonly name: SettingName;
  readonly value: string | number | undefined;
  readonly source: Source;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the program: relative defaults start there. */
export const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[/\\]$/,
  '',
);

/**
 * Reads and checks every setting.
 * @throws Problem `setting-invalid`, `setting-file-unreadable`, `setting-twice` (exit code 2)
 */
export function loadConfig(environment: Environment): Config {
  return configOf(readSettings(environment));
}

/** Every setting with its value and source, in the order of the list. Throws like `loadConfig`. */
export function readSettings(environment: Environment): readonly FoundSetting[] {
  return settingNames().map((name) => readSetting(name, environment));
}

/** Names of all settings, in the order of the list. */
export function settingNames(): readonly SettingName[] {
  return Object.keys(SettingsShape.properties) as SettingName[];
}

/** The words of a setting, from its shape. */
export function wordsOf(name: SettingName): SettingWords & { readonly default?: string | number } {
  return SettingsShape.properties[name] as unknown as SettingWords;
}

function configOf(found: readonly FoundSetting[]): Config {
  const settings = Object.fromEntries(found.map(({ name, value }) => [name, value])) as Settings;
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL,
    databasePool: settings.DATABASE_POOL,
    dataDir: settings.DATA_DIR,
    rootKey: settings.ROOT_KEY,
    logLevel: settings.LOG_LEVEL,
    rateLimits: limitsOf(settings.RATE_LIMITS),
    writerLanes: settings.WRITER_LANES,
    seedDemo: settings.SEED_DEMO,
    sharedBuffersMb: settings.SHARED_BUFFERS_MB,
  };
}

function limitsOf(text: string): number {
  if (text === 'off') return 0;
  return text === 'on' ? 1 : Number(text);
}

function readSetting(name: SettingName, environment: Environment): FoundSetting {
  const { text, source } = findText(name, environment);
  if (text === undefined) return { name, value: defaultOf(name), source };
  const shape = SettingsShape.properties[name];
  const isNumber = 'type' in shape && shape.type === 'integer';
  // Number() takes '', ' 1', '0x10' and '1e3': a setting is a plain decimal number.
  const value = isNumber && /^\d{1,15}$/.test(text) ? Number(text) : text;
  if (!Check(shape, value)) throw invalid(name, text, source);
  return { name, value: name === 'DATA_DIR' ? resolve(text) : value, source };
}

function findText(
  name: SettingName,
  environment: Environment,
): { readonly text: string | undefined; readonly source: Source } {
  const direct = filled(environment[name]);
  const fileName = `${name}_FILE`;
  const file = filled(environment[fileName]);
  if (direct !== undefined && file !== undefined) throw twice(name);
  if (direct !== undefined) return { text: direct, source: { kind: 'variable', name } };
  if (file === undefined) return { text: undefined, source: { kind: 'default', name } };
  return { text: readSecretFile(fileName, file), source: { kind: 'file', name: fileName } };
}

// A variable that is set but empty (`PORT=` in a compose file) counts as not set.
function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}

function defaultOf(name: SettingName): string | number | undefined {
  if (name !== 'DATA_DIR') return wordsOf(name).default;
  return process.getuid?.() === 0 ? '/var/lib/kopilka' : join(PROJECT_FOLDER, '.data');
}

function readSecretFile(fileName: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const hint = existsSync(dirname(file)) ? '' : ` (${dirname(file)} ?)`;
    throw new Problem(
      'setting-file-unreadable',
      {
        text: {
          en: `${fileName}=${file} cannot be read: ${messageOf(error)}${hint}`,
          ru: `${fileName}=${file}: файл не читается: ${messageOf(error)}${hint}`,
        },
        remedy: {
          en: `Point ${fileName} to a file that this user may read, or remove the setting.`,
          ru: `Укажите в ${fileName} файл, который этот пользователь может читать, или уберите настройку.`,
        },
      },
      { exitCode: 2, cause: error },
    );
  }
}

function twice(name: SettingName): Problem {
  return new Problem(
    'setting-twice',
    {
      text: {
        en: `${name} and ${name}_FILE are both set.`,
        ru: `Заданы сразу ${name} и ${name}_FILE.`,
      },
      remedy: { en: 'Leave one of them.', ru: 'Оставьте одну из настроек.' },
    },
    { exitCode: 2 },
  );
}

function invalid(name: SettingName, text: string, source: Source): Problem {
  const words = wordsOf(name);
  const shown = words['x-secret'] === true ? maskSecret(text) : `"${text}"`;
  const preset = words.default ?? words['x-default']?.en;
  const presetRu = words.default ?? words['x-default']?.ru;
  return new Problem(
    'setting-invalid',
    {
      text: {
        en: `${source.name} must be ${words['x-rule'].en}; it is ${shown}.`,
        ru: `${source.name}: нужно ${words['x-rule'].ru}; задано ${shown}.`,
      },
      remedy: {
        en: `Correct it, or remove it to get the default (${preset}). All settings: kopilka config docs`,
        ru: `Исправьте или уберите, тогда подействует значение по умолчанию (${presetRu}). Все настройки: kopilka config docs`,
      },
    },
    { exitCode: 2 },
  );
}

/** How a secret is shown: an address without its password, anything else by its length alone. */
export function maskSecret(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) {
    const url = new URL(text);
    if (url.password !== '') url.password = '***';
    url.searchParams.delete('password');
    return url.href;
  }
  return `(${text.length} characters, not shown)`;
}
