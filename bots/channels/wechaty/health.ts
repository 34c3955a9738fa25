/**
 * The container's health check: exit 0 while a restart would not help. A door that is down or a code nobody has scanned yet is no reason to
 * throw away the login and what waits to be sent: /healthz tells of those (503), and alarms.
 */
const port = process.env.PORT ?? '8080';

try {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5_000) });
  const report = (await response.json()) as { readonly stuck?: unknown };
  process.exitCode = report.stuck === false ? 0 : 1;
} catch {
  process.exitCode = 1;
}

export {};
