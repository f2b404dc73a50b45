import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ToolName } from './suites.ts';

/** A tool on this machine, or why there is none. */
export type Tool =
  | { readonly path: string; readonly variable: string }
  | { readonly whyNot: string };

type Recipe = {
  /** The environment variable that names it, for us and for the tests. */
  readonly variable: string;
  readonly places: readonly string[];
  readonly debianPackage: string;
};

const RECIPES: Readonly<Record<ToolName, Recipe>> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    debianPackage: 'chromium',
  },
  hledger: {
    variable: 'HLEDGER_PATH',
    places: ['/usr/bin/hledger', '/usr/local/bin/hledger', '/opt/homebrew/bin/hledger'],
    debianPackage: 'hledger',
  },
};

/** Finds a tool; as root on Debian installs it when it is absent. */
export function provideTool(name: ToolName): Tool {
  const recipe = RECIPES[name];
  const given = process.env[recipe.variable];
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return { path: given, variable: recipe.variable };
    return { whyNot: `${recipe.variable}=${given} does not exist` };
  }
  const found = find(recipe);
  if (found !== undefined) return found;
  const whyNot = install(recipe);
  return find(recipe) ?? { whyNot: `no ${name} on this machine: ${whyNot}` };
}

function find({ places, variable }: Recipe): Tool | undefined {
  const path = places.find((place) => existsSync(place));
  return path === undefined ? undefined : { path, variable };
}

function install({ debianPackage, variable }: Recipe): string {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) {
    return `install it, or name it in ${variable}`;
  }
  if (process.getuid?.() !== 0) {
    return `install it (sudo apt-get install ${debianPackage}), or name it in ${variable}`;
  }
  process.stdout.write(`  installing Debian's ${debianPackage} …\n`);
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', args, {
      encoding: 'utf8',
      timeout: 240_000,
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
      },
    });
  aptGet('update', '-qq');
  const done = aptGet('install', '-y', '-qq', '--no-install-recommends', debianPackage);
  if (done.status === 0) return 'apt-get installed it elsewhere';
  return `apt-get could not install it: ${done.stderr.trim().split('\n').at(-1) ?? ''}`;
}
