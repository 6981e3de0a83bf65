// Starts the real program with a demo region of its own on free loopback ports, and a real browser.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import AxeBuilder from '@axe-core/playwright';

const build = process.env.LAKWERK_BUILD_DIR;
if (!build) throw new Error('LAKWERK_BUILD_DIR is not set');

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

function start(program, args, ready) {
  const child = spawn(join(build, program), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const whenReady = new Promise((resolve, reject) => {
    const look = (bytes) => {
      output += bytes;
      if (ready.test(output)) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`${program} was not ready in time:\n${output}`)), 90000).unref();
  });
  whenReady.catch(() => {});
  return { child, whenReady, output: () => output };
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15000);
  await once(child, 'exit');
  clearTimeout(late);
}

// A running Lakwerk with the demo region. settings.session: seconds after which an unused session expires.
export async function startRegion(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-browser-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const [port, partnersPort] = [await freePort(), await freePort()];
  const partners = start('lakwerk-demo-partners', ['--folder', join(folder, 'partners'), '--port', String(partnersPort)], /gereed|ready/i);
  await partners.whenReady;
  const demo = start('lakwerk', ['demo', '--data', data, '--partners-folder', join(folder, 'partners'), '--partners-port', String(partnersPort)], /$^/);
  const [code] = await once(demo.child, 'exit');
  if (code !== 0) throw new Error(`demo failed:\n${demo.output()}`);
  const args = ['serve', '--data', data, '--port', String(port)];
  if (settings.sessionSeconds) args.push('--session-seconds', String(settings.sessionSeconds));
  const serve = start('lakwerk', args, /127\.0\.0\.1/);
  await serve.whenReady;
  return {
    address: `http://127.0.0.1:${port}`, data, log: serve.output,
    partners: `http://127.0.0.1:${partnersPort}`, folder,
    async stop() {
      await stop(serve.child);
      await stop(partners.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startBrowser() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

// A person at a desk of their own: a fresh browser context, signed in.
export async function signIn(browser, region, login, password, size = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ baseURL: region.address, viewport: size, locale: 'nl-NL', reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto('/aanmelden');
  await page.getByLabel('Gebruikersnaam').fill(login);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/aanmelden'));
  return { page, context, problems };
}

// No violations, and nothing left undecided about contrast.
export async function expectAccessible(assert, page, where) {
  const result = await new AxeBuilder({ page }).analyze();
  const told = result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`);
  assert.deepEqual(told, [], `axe on ${where}`);
}

const pictures = process.env.LAKWERK_PICTURES;
// For the README: written only when a folder is named.
export async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
