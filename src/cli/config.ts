import { defineCommand } from 'citty';
import { readSettings } from '#platform/config.ts';
import { printSettings, settingsTable } from '#platform/config-report.ts';
import { say } from './say.ts';

/** `kopilka config print | docs`. */
export const config = defineCommand({
  meta: { name: 'config', description: 'Settings: what holds now, what there is' },
  subCommands: {
    print: defineCommand({
      meta: {
        name: 'print',
        description: 'Every setting, its value and source; secrets are masked',
      },
      run: () => say(printSettings(readSettings(process.env))),
    }),
    docs: defineCommand({
      meta: { name: 'docs', description: 'The table of all settings, in Markdown' },
      run: () => say(settingsTable()),
    }),
  },
});
