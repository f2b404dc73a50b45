import type { FastifyInstance } from 'fastify';
import { openHouse } from './app/house.ts';
import { openHttp } from './app/http.ts';
import type { AppSurroundings } from './boot.ts';

/** The application: every module behind one HTTP server. */
export type OpenApp = {
  /** The server itself, for tests that call it without a network. */
  readonly http: FastifyInstance;
  /** Starts to take requests. @returns the address */
  listen(at: { readonly port: number; readonly host: string }): Promise<string>;
  /** Makes this server see changes of reference data and promotions at once. */
  refresh(): Promise<void>;
  /** Finishes the requests in hand and closes what was opened. */
  close(): Promise<void>;
};

/** Opens everything that the server runs on, over a migrated database. */
export async function openApp(surroundings: AppSurroundings): Promise<OpenApp> {
  const house = await openHouse(surroundings);
  const http = await openHttp(house).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  return {
    http,
    listen: ({ port, host }) => http.listen({ port, host }),
    refresh: () => house.refresh(),
    async close() {
      await http.close();
      await house.close();
    },
  };
}
