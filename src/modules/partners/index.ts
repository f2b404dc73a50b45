export { terminalAuthenticator } from './authenticate-terminal.ts';
export { type OpenDirectory, openDirectory } from './open-directory.ts';
export { type DirectoryAdditions, putDirectory, setTerminalBlocked } from './put-directory.ts';
