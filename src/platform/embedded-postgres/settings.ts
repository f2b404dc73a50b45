/** What differs between a server for work and one for tests. */
export type ServerSizes = { readonly sharedBuffersMb: number; readonly walMaxGb: number };

/**
 * The text of `kopilka.conf`, included by postgresql.conf and written anew on each start.
 * Safety first: fsync, full_page_writes and synchronous_commit are named although they are defaults, so
 * that nobody's ALTER SYSTEM is needed to see that they are on. Values: measured, see docs/decisions.
 */
export function serverSettings(sizes: ServerSizes): string {
  const rows: Readonly<Record<string, string>> = {
    listen_addresses: `'127.0.0.1'`,
    unix_socket_directories: `''`,
    password_encryption: `'scram-sha-256'`,
    max_connections: '100',
    shared_buffers: `${sizes.sharedBuffersMb}MB`,
    max_wal_size: `${sizes.walMaxGb}GB`,
    checkpoint_timeout: '15min',
    wal_level: 'replica',
    wal_compression: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    commit_delay: '0',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: `'UTC'`,
    log_timezone: `'UTC'`,
    lc_messages: `'C'`,
    idle_in_transaction_session_timeout: `'15s'`,
    client_connection_check_interval: `'5s'`,
    tcp_user_timeout: `'30s'`,
    logging_collector: 'off',
    log_line_prefix: `'%m [%p] '`,
    log_checkpoints: 'off',
    // After a crash the server syncs its folder before it recovers: file by file that took 2.6 s here.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  };
  const lines = Object.entries(rows).map(([name, value]) => `${name} = ${value}`);
  return ['# Written by Kopilka on each start; edits are lost.', ...lines, ''].join('\n');
}
