import { stripVTControlCharacters } from 'node:util';
import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { note, say } from './cli/say.ts';
import { version } from './cli/version.ts';
import { describeProblem, Problem } from './platform/problem.ts';

// One file per command, loaded when it is asked for.
const root = defineCommand({
  meta: { name: 'kopilka', version, description: 'Kopilka, a loyalty platform' },
  subCommands: {
    start: () => import('./cli/start.ts').then((file) => file.start),
    demo: () => import('./cli/demo.ts').then((file) => file.demo),
    till: () => import('./cli/till.ts').then((file) => file.till),
    migrate: () => import('./cli/migrate.ts').then((file) => file.migrateCommand),
    seed: () => import('./cli/seed.ts').then((file) => file.seed),
    ledger: () => import('./cli/ledger.ts').then((file) => file.ledger),
    keys: () => import('./cli/keys.ts').then((file) => file.keys),
    config: () => import('./cli/config.ts').then((file) => file.config),
    doctor: () => import('./cli/doctor.ts').then((file) => file.doctor),
  },
});

await main(process.argv.slice(2));

async function main(args: string[]): Promise<void> {
  if (args[0] === '--version' || args[0] === '-v') return say(version);
  const found = await findCommand(args);
  if (args.length === 0 || args.includes('--help') || args.includes('-h') || !found.isRunnable) {
    say(plainUnlessTerminal(await renderUsage(found.command, found.parent)));
    if (!found.isRunnable && found.unknown !== undefined) unknownCommand(found.unknown);
    return;
  }
  try {
    await runCommand(root, { rawArgs: args });
  } catch (error) {
    report(error);
  }
}

type Found = {
  readonly command: CommandDef;
  readonly parent?: CommandDef;
  readonly isRunnable: boolean;
  readonly unknown?: string;
};

// citty shows the whole stack for an unknown word; here the usage of the nearest known command is shown.
async function findCommand(args: readonly string[]): Promise<Found> {
  let command: CommandDef = root;
  let parent: CommandDef | undefined;
  for (const word of args.filter((arg) => !arg.startsWith('-'))) {
    const children = (await resolved(command.subCommands)) ?? {};
    if (Object.keys(children).length === 0) break;
    const child = children[word];
    if (child === undefined) return { command, ...named(parent), isRunnable: false, unknown: word };
    parent = command;
    command = await resolved(child);
  }
  return { command, ...named(parent), isRunnable: command.run !== undefined };
}

function named(parent: CommandDef | undefined): { parent?: CommandDef } {
  return parent === undefined ? {} : { parent };
}

async function resolved<T>(value: T | Promise<T> | (() => T | Promise<T>)): Promise<T> {
  return value instanceof Function ? value() : value;
}

function unknownCommand(word: string): void {
  note(`kopilka: no command "${word}"`);
  process.exitCode = 2;
}

function report(error: unknown): void {
  if (error instanceof Problem) {
    note(describeProblem(error));
    process.exitCode = error.exitCode;
    return;
  }
  if (error instanceof Error && error.name === 'CLIError') {
    note(`kopilka: ${error.message}`);
    process.exitCode = 2;
    return;
  }
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}

function plainUnlessTerminal(text: string): string {
  return process.stdout.isTTY ? text : stripVTControlCharacters(text);
}
