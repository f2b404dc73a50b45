import { type FoundSetting, maskSecret, settingNames, wordsOf } from './config.ts';

/** The table of `kopilka config print`: name, value (secrets masked), where it came from. */
export function printSettings(found: readonly FoundSetting[]): string {
  const rows = found.map(({ name, value, source }) => [name, shown(name, value), source.kind]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** The table of docs/settings.md, in Markdown. */
export function settingsTable(): string {
  const rows = settingNames().map((name) => {
    const words = wordsOf(name);
    const preset = words['x-default']?.en ?? `\`${words.default}\``;
    const rule = words['x-rule'].en;
    return `| \`${name}\` | ${words['x-text'].en} | ${rule} | ${preset} |`;
  });
  return [
    '| Setting | What it does | Rule | Default |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'Each may be given as `NAME_FILE` instead: the path of a file that holds the value.',
  ].join('\n');
}

function shown(name: FoundSetting['name'], value: FoundSetting['value']): string {
  if (value === undefined) return `(${wordsOf(name)['x-default']?.en ?? 'not set'})`;
  return wordsOf(name)['x-secret'] === true ? maskSecret(String(value)) : String(value);
}
