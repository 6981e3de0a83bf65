// Starts the real program with its demo region on free loopback ports, and a real browser.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const build = process.env.LAKWERK_BUILD_DIR;
if (!build) throw new Error('LAKWERK_BUILD_DIR is not set');

export const run = promisify(execFile);
export const program = join(build, 'lakwerk');
const passwords = {
  balie: 'demo-balie-2026', professional: 'demo-professional-2026', professional2: 'demo-professional2-2026',
  privacy: 'demo-privacy-2026', privacy2: 'demo-privacy2-2026',
};
const desk = { width: 1280, height: 800 };
export const passwordOf = (login) => passwords[login];

// Its clock begins on 9 March 2026, so that the son stays 8 and the letter of 2 March is a week old.
export async function startRegion() {
  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-browser-'));
  const data = join(folder, 'data');
  const child = spawn(program, ['demo', '--serve', '--data', data, '--port', '0', '--starts-at', '2026-03-09T08:00:00Z'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const address = await new Promise((resolve, reject) => {
    const look = (bytes) => {
      output += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found && output.includes('Stoppen:')) resolve(found[0]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), 240000).unref();
  }).catch((error) => {
    child.kill('SIGTERM');
    throw error;
  });
  return {
    address, data,
    letter: /Brief om mee te beginnen: (.+)/.exec(output)[1].trim(),
    log: () => output,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 15000);
        await once(child, 'exit');
        clearTimeout(late);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const startBrowser = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=nl'],
  env: { ...process.env, LANGUAGE: 'nl' },
});

export async function fillSignIn(page, login) {
  await page.getByLabel('Gebruikersnaam').fill(login);
  await page.getByLabel('Wachtwoord').fill(passwords[login]);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/inloggen'));
}

// A person at a desk of their own: a fresh browser context, signed in. problems: what the console complained of, with the
// page it happened on; a broken Content-Security-Policy stands there too.
export async function signIn(browser, region, login) {
  const context = await browser.newContext({ baseURL: region.address, viewport: desk, locale: 'nl-NL', reducedMotion: 'reduce', acceptDownloads: true });
  const problems = [];
  context.on('console', (message) => { if (message.type() === 'error') problems.push(`${message.text()} ${new URL(message.location().url || region.address).pathname}`); });
  context.on('weberror', (error) => problems.push(String(error.error())));
  const page = await context.newPage();
  page.setDefaultTimeout(120000);
  await page.goto('/inloggen');
  await fillSignIn(page, login);
  return { page, context, problems };
}

// What the console said, without the refusals a story asks for: [words, the page asked] each.
export function complaints(people, wanted = []) {
  const asked = (line) => wanted.some(([status, path]) => line.includes(`status of ${status}`) && path.test(line.split(' ').at(-1)));
  return people.flatMap((person) => person.problems).filter((line) => !asked(line));
}

// Signs such as ■ and ○ are held to the contrast of words, which axe by itself leaves undecided.
const contrast = { ignoreUnicode: false, ignoreLength: false, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } }, pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03 };

// High enough that nothing is scrolled out of sight, where axe cannot tell what lies behind it.
async function unfold(page) {
  const hidden = await page.evaluate(() => Math.max(document.documentElement.scrollHeight - innerHeight, 0)
    + Math.max(0, ...[...document.querySelectorAll('*')].filter((el) => getComputedStyle(el).overflowY === 'auto').map((el) => el.scrollHeight - el.clientHeight)));
  await page.setViewportSize({ width: desk.width, height: desk.height + hidden });
}

// A word shown as a picture is a piece of the picture of its page; axe takes it to be as large as that page, over the words
// beside it. Without these pieces, which hold no text, it sees what is there.
async function withoutPieces(page, look) {
  await page.evaluate(() => {
    const none = new CSSStyleSheet();
    none.replaceSync('.unsure__word image { display: none }');
    document.adoptedStyleSheets = [none];
  });
  const result = await look();
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return result;
}

// Axe looks through an open dialogue at what lies behind it and is then undecided; so its words are judged once more with
// nothing behind them.
async function lookInDialogue(page, result) {
  if (!await page.locator('dialog:modal').count()) return;
  await page.evaluate(() => {
    const alone = new CSSStyleSheet();
    alone.replaceSync('body *:not(dialog:modal, dialog:modal *) { visibility: hidden } dialog:modal { visibility: visible }');
    document.adoptedStyleSheets = [alone];
  });
  const inside = await new AxeBuilder({ page }).withRules('color-contrast').options({ checks: { 'color-contrast': { options: contrast } } }).include('dialog:modal').analyze();
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  result.incomplete = [...result.incomplete.filter((rule) => rule.id !== 'color-contrast'), ...inside.incomplete];
  result.violations = [...result.violations, ...inside.violations];
}

// No violations, nothing left undecided about contrast, and at 320 px nothing to scroll sideways for, nor words over each other.
export async function lookOver(flaws, page, where) {
  await unfold(page);
  const result = await withoutPieces(page, () => new AxeBuilder({ page }).options({ checks: { 'color-contrast': { options: contrast } } }).analyze());
  await lookInDialogue(page, result);
  // Axe cannot see what lies behind the words of a drawing (the family picture): those stand in ink on white or a soft tint.
  for (const rule of result.incomplete) rule.nodes = rule.nodes.filter((node) => !node.html.startsWith('<text'));
  const told = (rules) => rules.map((rule) => `${rule.id}: ${rule.nodes.length} × ${rule.nodes.map((node) => `${node.target.join(' ')} (${node.any[0]?.message})`).slice(0, 3).join(' | ')}`);
  flaws.push(...told(result.violations).map((flaw) => `${where}: ${flaw}`));
  flaws.push(...told(result.incomplete.filter((rule) => rule.id === 'color-contrast' && rule.nodes.length)).map((flaw) => `${where}: undecided ${flaw}`));
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth,
    spilt: [...document.querySelectorAll('td, tbody th')].filter((cell) => cell.clientHeight && cell.scrollHeight > cell.clientHeight + 4).length }));
  await page.setViewportSize(desk);
  if (wide.page > wide.window) flaws.push(`${where}: ${wide.page} px wide at 320 px`);
  if (wide.spilt) flaws.push(`${where}: the words of ${wide.spilt} cells run over what follows at 320 px`);
}

// The words of a PDF as somebody else's program reads them, on one line.
export async function pdfWords(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'lakwerk-pdf-'));
  writeFileSync(join(folder, 'een.pdf'), bytes);
  const { stdout } = await run('pdftotext', ['-layout', join(folder, 'een.pdf'), '-'], { maxBuffer: 64e6 });
  rmSync(folder, { recursive: true });
  return stdout.replace(/\s+/g, ' ');
}

const pictures = process.env.LAKWERK_PICTURES;
// For the README: written only when a folder is named.
export async function picture(page, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
