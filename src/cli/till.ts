import { defineCommand } from 'citty';

/** `kopilka till send`. */
export const till = defineCommand({
  meta: { name: 'till', description: 'Act as a cash register' },
  subCommands: { send: () => import('./till-send.ts').then((file) => file.send) },
});
